import type { ParsedRegister } from '../prisma/register-file.ts';
import type { MailboxOwner } from './graph/mailboxes.ts';

const ORGANISATIONS: Readonly<Record<string, string>> = {
  'vanersborg.example': 'Vänersborgs kommun (påhittad)',
  'vgregion.example': 'Regionen (påhittad)',
};

/**
 * Everybody's mailbox, and one for each unit's functional address (its id is the unit's). A mail domain is an
 * organisation here.
 */
export function mailboxOwners({ people, units }: Pick<ParsedRegister, 'people' | 'units'>): MailboxOwner[] {
  const tenants = new Map(people.map(({ mail, tenantId }) => [domainOf(mail), tenantId]));
  const owner = (id: string, name: string, mail: string): MailboxOwner => {
    const domain = domainOf(mail);
    return { id, name, mail, organisation: ORGANISATIONS[domain] ?? domain, tenantId: tenants.get(domain) ?? domain };
  };
  return [
    ...people.map(({ id, name, mail }) => owner(id, name, mail)),
    ...units.flatMap(({ id, name, functionalMail }) => (functionalMail ? [owner(id, name, functionalMail)] : [])),
  ];
}

function domainOf(mail: string): string {
  return mail.slice(mail.indexOf('@') + 1);
}
