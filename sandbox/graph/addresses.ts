/** How Exchange writes who an attendee is: an address, but not always the one that was sent. */
import type { GraphFaults } from './faults.ts';
import type { MailboxOwner } from './mailboxes.ts';

const X500 = '/o=ExchangeLabs/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=';

/** The path that a mailbox has in the directory. */
export const x500Of = ({ id }: Pick<MailboxOwner, 'id'>): string => `${X500}${id}`;

export const isX500 = (address: string): boolean => address.toLowerCase().startsWith('/o=');

type Named = { name: string; address: string };

/** In the organizer's copy: as a path, or with the name in front; nothing else is ever sure. */
export function writtenAs(how: GraphFaults['addresses'], { name, address }: Named, owner: MailboxOwner | undefined) {
  if (how === 'x500' && owner) return { name, address: x500Of(owner) };
  return { name, address: how === 'named' ? `${name} <${address}>` : address };
}

/** A room that somebody added and that has no address of its own: it stands first, as in the reports. */
export const ROOM_WITHOUT_ADDRESS = {
  type: 'resource',
  status: { response: 'none', time: '0001-01-01T00:00:00Z' },
  emailAddress: { name: 'Rum' },
};
