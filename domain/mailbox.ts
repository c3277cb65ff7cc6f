/**
 * Whose mailbox an address is. Exchange writes the same one as the address that was sent, as another of its addresses,
 * as `Name <mail>` or as a path in the directory (`/o=…/cn=…`): any of them counts, and never a name.
 */
import { personOf, unitOf } from './in-register.ts';
import type { Participant } from './rows/participant.ts';
import type { Person, Register, Unit } from './rows/register.ts';

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

const ofUnit = (unit: Unit | undefined): string[] =>
  unit?.functionalMail ? [unit.functionalMail, ...unit.aliases] : [];

const ofPerson = (person: Person | undefined): string[] => (person ? [person.mail, ...person.aliases] : []);

/** Of somebody who is called: a person, a unit's mailbox, or what was typed. */
export function addressesOf(register: Register, row: Pick<Participant, 'mail' | 'personId' | 'unitId'>): string[] {
  if (row.personId) return all(row.mail, ...ofPerson(personOf(register, row.personId)));
  const unit = unitOf(register, row.unitId);
  const isShared = unit?.functionalMail && mailboxAddress(unit.functionalMail) === mailboxAddress(row.mail);
  return all(row.mail, ...(isShared ? ofUnit(unit) : []));
}

export const personsAddresses = (register: Register, personId: string | null): string[] =>
  all(...ofPerson(personOf(register, personId)));

/** Every mailbox that the register knows in a unit: its own, and its people's. */
export const unitsAddresses = (register: Register, unitId: string): string[] => {
  const unit = unitOf(register, unitId);
  const people = register.people.filter((person) => person.unitId === unitId);
  return all(...ofUnit(unit), ...people.flatMap((person) => ofPerson(person)));
};

const known = new WeakMap<Register, ReadonlyMap<string, string>>();

/** Whose unit each address of the register is: looked up for everybody in an event, on every card that is drawn. */
function unitByAddress(register: Register): ReadonlyMap<string, string> {
  const before = known.get(register);
  if (before) return before;
  const units = new Map<string, string>();
  const put = (unitId: string, addresses: readonly string[]) => {
    for (const address of all(...addresses)) if (!units.has(address)) units.set(address, unitId);
  };
  for (const unit of register.units) put(unit.id, ofUnit(unit));
  for (const person of register.people) put(person.unitId, ofPerson(person));
  known.set(register, units);
  return units;
}

/** The unit that an address belongs to, by the register. */
export const unitOfAddress = (register: Register, address: string): string | null =>
  unitByAddress(register).get(address) ?? null;

export const registeredAddresses = (register: Register): string[] => [...unitByAddress(register).keys()];
