import { randomBytes, randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../domain/ports.ts';
import { x500Of } from './addresses.ts';
import { listFillers } from './fillers.ts';
import type { MailboxOwner } from './mailboxes.ts';
import { GraphRefusal, notFound } from './refusal.ts';
import type { ChangeType, Copy, Meeting, Message, State } from './state.ts';
import type { GraphStore } from './store.ts';

/** A meeting and the copy of it that one mailbox holds. */
export type Entry = { meeting: Meeting; copy: Copy };
export type Touched = { mailboxId: string; eventId: string; changeKey: number; change: ChangeType };

/** All mailboxes, and the one way to change them: everything an act does is on disk before anybody hears of it. */
export type Office = {
  readonly owners: readonly MailboxOwner[];
  readonly state: State;
  now(): string;
  /** By id, any address or path in the directory. Refuses as Graph does when nobody has it. */
  getOwner(idOrMail: string): MailboxOwner;
  findOwner(idOrMail: string): MailboxOwner | undefined;
  getEntry(mailboxId: string, eventId: string): Entry;
  /** What touches the window, made-up busy times included, in order of start. */
  listEntries(owner: MailboxOwner, from: Temporal.Instant, to: Temporal.Instant): Entry[];
  /** Runs a change. It must refuse before it changes anything. */
  act<T>(work: (touch: (touched: Touched) => void) => T): T;
  deliver(message: Omit<Message, 'id' | 'at'>): void;
};

export type OfficeParts = {
  owners: readonly MailboxOwner[];
  store: GraphStore;
  clock: Clock;
  fillers: boolean;
  /** Turns changes into notifications; runs before the state is saved, so that they are saved with it. */
  announce(touched: readonly Touched[]): void;
  /** Everything is on disk. */
  saved(touched: readonly Touched[]): void;
};

export function createOffice({ owners, store, clock, fillers, announce, saved }: OfficeParts): Office {
  const findOwner = (idOrMail: string) => {
    const wanted = idOrMail.toLowerCase();
    return owners.find((one) =>
      [one.id, one.mail, x500Of(one), ...(one.aliases ?? [])].some((name) => name.toLowerCase() === wanted),
    );
  };
  const fillersOf = (owner: MailboxOwner, from: Temporal.Instant, to: Temporal.Instant) =>
    fillers ? listFillers(owner, from, to) : [];

  return {
    owners,
    get state() {
      return store.state;
    },
    now: () => clock.now().toString(),
    findOwner,
    getOwner(idOrMail) {
      const owner = findOwner(idOrMail);
      if (!owner) throw new GraphRefusal(404, 'ErrorInvalidUser', `The requested user '${idOrMail}' is invalid.`);
      return owner;
    },
    getEntry(mailboxId, eventId) {
      const owner = findOwner(mailboxId);
      const meetings = [
        ...store.state.meetings,
        ...(owner && isFillerId(eventId) ? fillersOf(owner, ...dayOfFiller(eventId)) : []),
      ];
      const entry = entriesOf(meetings, mailboxId).find(({ copy }) => copy.id === eventId);
      if (!entry) throw notFound();
      return entry;
    },
    listEntries(owner, from, to) {
      const meetings = [...store.state.meetings, ...fillersOf(owner, from, to)].filter((meeting) =>
        touches(meeting, from, to),
      );
      return entriesOf(meetings, owner.id).sort((a, b) => a.meeting.startAt.localeCompare(b.meeting.startAt));
    },
    act(work) {
      const touched: Touched[] = [];
      const result = work((one) => touched.push(one));
      announce(touched);
      store.save();
      saved(touched);
      return result;
    },
    deliver(message) {
      store.state.messages.push({ ...message, id: randomUUID(), at: clock.now().toString() });
    },
  };
}

function entriesOf(meetings: readonly Meeting[], mailboxId: string): Entry[] {
  return meetings.flatMap((meeting) =>
    meeting.copies.filter((copy) => copy.mailboxId === mailboxId).map((copy) => ({ meeting, copy })),
  );
}

function touches(meeting: Meeting, from: Temporal.Instant, to: Temporal.Instant): boolean {
  const ends = Temporal.Instant.from(meeting.endAt);
  const starts = Temporal.Instant.from(meeting.startAt);
  return Temporal.Instant.compare(ends, from) > 0 && Temporal.Instant.compare(starts, to) < 0;
}

const FILLER_ID = /^filler-.*-(\d{4}-\d{2}-\d{2})-\d{4}$/;
const isFillerId = (eventId: string) => FILLER_ID.test(eventId);

/** A made-up event has its day in its id. */
function dayOfFiller(eventId: string): [from: Temporal.Instant, to: Temporal.Instant] {
  const noon = Temporal.Instant.from(`${FILLER_ID.exec(eventId)?.[1]}T12:00:00Z`);
  return [noon, noon];
}

/** What a change of a copy is told with. */
export const idsOf = ({ mailboxId, id, changeKey }: Copy) => ({ mailboxId, eventId: id, changeKey });

/** Long, with characters that must be encoded in an address, as Exchange's ids are. */
export const newEventId = () => `AAkALg${randomBytes(48).toString('base64url')}AAA=`;
