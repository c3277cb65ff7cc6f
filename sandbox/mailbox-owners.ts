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
  const owner = (id: string, name: string, mail: string, aliases: readonly string[]): MailboxOwner => {
    const domain = domainOf(mail);
    const organisation = ORGANISATIONS[domain] ?? domain;
    return { id, name, mail, organisation, tenantId: tenants.get(domain) ?? domain, aliases };
  };
  return [
    ...people.map(({ id, name, mail, aliases }) => owner(id, name, mail, aliases)),
    ...units.flatMap(({ id, name, functionalMail, aliases }) =>
      functionalMail ? [owner(id, name, functionalMail, aliases)] : [],
    ),
  ];
}

function domainOf(mail: string): string {
  return mail.slice(mail.indexOf('@') + 1);
}
