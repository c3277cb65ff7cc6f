/**
 * Whose mailbox an address is. Exchange writes the same one as the address that was sent, as another of its addresses, as
 * `Name <mail>` or as a path in the directory (`/o=…/cn=…`): any of them counts, and never a name.
 */
import { personOf, unitOf } from './in-register.ts';
import type { Participant } from './rows/participant.ts';
import type { Person, Register } from './rows/register.ts';

/** As it is compared: without a name around it, in lower case. Empty where there is none. */
export function mailboxAddress(text: string): string {
  const written = text.trim();
  const open = written.lastIndexOf('<');
  const bare = open >= 0 && written.endsWith('>') ? written.slice(open + 1, -1) : written;
  return bare
    .trim()
    .toLowerCase()
    .replace(/^(smtp|mailto):/, '');
}

const all = (...addresses: string[]): string[] => [...new Set(addresses.map(mailboxAddress))].filter(Boolean);

const ofPerson = (person: Person | undefined): string[] => (person ? [person.mail, ...person.aliases] : []);

/** Of somebody who is called: a person, a unit's mailbox, or what was typed. */
export function addressesOf(register: Register, row: Pick<Participant, 'mail' | 'personId' | 'unitId'>): string[] {
  const unit = unitOf(register, row.unitId);
  const ofUnit =
    unit?.functionalMail && mailboxAddress(unit.functionalMail) === mailboxAddress(row.mail) ? unit.aliases : [];
  return all(row.mail, ...(row.personId ? ofPerson(personOf(register, row.personId)) : ofUnit));
}

export const personsAddresses = (register: Register, personId: string | null): string[] =>
  all(...ofPerson(personOf(register, personId)));

/** Every mailbox that the register knows in a unit: its own, and its people's. */
export const unitsAddresses = (register: Register, unitId: string): string[] => {
  const unit = unitOf(register, unitId);
  const people = register.people.filter((person) => person.unitId === unitId);
  return all(
    ...(unit?.functionalMail ? [unit.functionalMail, ...unit.aliases] : []),
    ...people.flatMap((person) => ofPerson(person)),
  );
};

/** The unit that an address belongs to, by the register. */
export const unitOfAddress = (register: Register, address: string): string | null =>
  register.units.find(({ id }) => unitsAddresses(register, id).includes(address))?.id ?? null;
