import { z } from 'zod';
import { mailboxAddress } from '../domain/mailbox.ts';
import type { CalledMailbox, EventRef, OutOfEvent } from '../domain/ports.ts';
import { type Attendee, Attendees, addressOf } from './attendees.ts';
import type { GraphClient } from './client.ts';
import { EVENT_GONE, eventPath } from './read-event.ts';

const Standing = z.object({ '@odata.etag': z.string().min(1), attendees: Attendees });

/**
 * PATCH of the attendees alone replaces the list: who stays keeps their answer, and only those whose place changes are
 * mailed. So it is read first who stands there: rooms, interpreters and whoever else somebody has added stay.
 */
export async function setAttendees(
  graph: GraphClient,
  event: EventRef,
  called: readonly CalledMailbox[],
  out: OutOfEvent,
): Promise<void> {
  const path = eventPath(event);
  const select = `${path}?$select=attendees`;
  const found = await graph({ method: 'GET', path: select, answer: Standing, gone: EVENT_GONE });
  const standing = called.map((one) => standingOf(one, found.attendees));
  const rest = found.attendees.filter((one) => !standing.includes(one));
  const wanted = [
    ...called.map((one, n) => (standing[n] ? written(standing[n]) : invited(one))),
    ...others(rest, called, out),
  ];
  if (isSame(wanted, found.attendees)) return;
  const body = { attendees: wanted };
  await graph({ method: 'PATCH', path, body, ifMatch: found['@odata.etag'], answer: z.unknown(), gone: EVENT_GONE });
}

/** `Name <mail>` is how Exchange may write one and takes none; a path in the directory is taken as it stands. */
function writable(address: string): string {
  const bare = mailboxAddress(address);
  return bare === address.toLowerCase() ? address : bare;
}

type Written = { emailAddress: { address: string; name?: string }; type: string };

const written = ({ emailAddress, type }: Attendee): Written => ({
  emailAddress: {
    address: writable(emailAddress?.address ?? ''),
    ...(emailAddress?.name ? { name: emailAddress.name } : {}),
  },
  type: type ?? 'required',
});

/** As they stand there, under whichever of their addresses. */
const standingOf = ({ addresses, placed }: CalledMailbox, there: readonly Attendee[]): Attendee | undefined =>
  there.find((one) => addresses.includes(addressOf(one))) ?? there.find((one) => placed.includes(addressOf(one)));

/** New ones, as the register has them. */
const invited = ({ mail, name }: CalledMailbox): Written => ({
  emailAddress: { address: mail, name },
  type: 'required',
});

/** What has no address cannot be written back: Graph takes none without. */
function others(there: readonly Attendee[], called: readonly CalledMailbox[], { addresses, domains }: OutOfEvent) {
  const isOurs = (address: string) =>
    called.some((one) => one.addresses.includes(address)) ||
    addresses.includes(address) ||
    domains.includes(address.split('@')[1] ?? '');
  return there.filter((one) => addressOf(one) !== '' && !isOurs(addressOf(one))).map(written);
}

function isSame(wanted: readonly Written[], there: readonly Attendee[]): boolean {
  const sorted = (all: readonly Written[]) =>
    JSON.stringify(all.map(({ emailAddress }) => emailAddress.address).sort());
  return sorted(wanted) === sorted(there.filter((one) => addressOf(one) !== '').map(written));
}
