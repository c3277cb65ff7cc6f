/**
 * Who stands in the event beside those whom the bot has called: somebody it was forwarded to, an interpreter, or one of
 * the called under an address that nobody knows. Their addresses are sealed, and are shown in answers only.
 */
import { z } from 'zod';
import { ANSWERS } from './codes.ts';
import { commonConsent } from './consent.ts';
import { currentMeeting, participantsOf } from './current.ts';
import { daysToCover } from './deadlines.ts';
import {
  addressesOf,
  mailboxAddress,
  personsAddresses,
  registeredAddresses,
  unitOfAddress,
  unitsAddresses,
} from './mailbox.ts';
import type { Moment } from './moment.ts';
import type { CaseFile } from './rows/case-file.ts';
import type { Meeting } from './rows/meeting.ts';
import type { Participant } from './rows/participant.ts';
import type { Register } from './rows/register.ts';

/** Somebody else who is to be there, as the convener has said: an interpreter, a colleague. */
export const SOMEBODY_ELSE = 'OTHER';
/** Nobody has said whose it is, or it is taken back. */
export const UNCLEAR = 'UNCLEAR';

const Guest = z.object({
  /** What a card says of it: it carries no address. */
  id: z.string(),
  /** Empty where the calendar has none. */
  mail: z.string(),
  answer: z.enum(ANSWERS),
  at: z.string().nullable(),
  /** Whose address it is, as the convener has said: the id of a participant, or somebody else's. */
  of: z.string().nullable(),
});
export type Guest = z.output<typeof Guest>;

const InCalendar = z.object({
  /** Whom the bot has called there. Null: called by an older program. */
  called: z.array(z.string()).nullable().catch(null),
  guests: z.array(Guest).catch([]),
  /** How many of the called have no address there that is known as theirs. */
  unseen: z.number().catch(0),
});
type InCalendar = z.output<typeof InCalendar>;

const NOTHING: InCalendar = { called: null, guests: [], unseen: 0 };

const Stored = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue('not JSON');
      return z.NEVER;
    }
  })
  .pipe(InCalendar)
  .catch(NOTHING);

/** A text that does not open, or that another program wrote, says nothing. */
export const inCalendar = ({ inCalendar: text }: Pick<Meeting, 'inCalendar'>): InCalendar => Stored.parse(text);

export const withInCalendar = (meeting: Pick<Meeting, 'inCalendar'>, set: Partial<InCalendar>): string =>
  JSON.stringify({ ...inCalendar(meeting), ...set });

/** Whom the bot calls from now on; who was called before is known as such until the calendar has the new list. */
export const calling = (meeting: Pick<Meeting, 'inCalendar'>, mails: readonly string[]): string =>
  withInCalendar(meeting, { called: [...new Set([...(inCalendar(meeting).called ?? []), ...mails])] });

/** What an address that is new in this meeting was placed as in one that was called off. */
function placedBefore(file: CaseFile, meeting: Pick<Meeting, 'id'>, guests: readonly Guest[], mail: string) {
  const known = guests.findLast((one) => one.mail === mail && one.of);
  if (!known?.of || known.of === SOMEBODY_ELSE) return known?.of ?? null;
  const before = file.participants.find(({ id }) => id === known.of);
  const now = participantsOf(file, meeting);
  return (
    now.find((row) => row.id === known.of || (row.mail === before?.mail && row.unitId === before.unitId))?.id ?? null
  );
}

export type Found = Omit<Guest, 'id' | 'of'>;
type Sorted = { answers: { row: Participant; found: Found[] }[]; guests: Guest[]; unseen: number };

/** Two without an address are nobody that could be told from the other. */
const canBeTold = ({ mail }: Found, all: readonly Found[]): boolean =>
  mail !== '' || all.filter((one) => one.mail === '').length === 1;

/** The same address twice is one, with what it answered last. */
const onceEach = (found: readonly Found[]): Found[] =>
  found.filter((one, n) => {
    const same = found.filter(({ mail }) => mail !== '' && mail === one.mail);
    return same.length === 0 || found.indexOf(newest(same)) === n;
  });
const newest = (same: readonly Found[]): Found =>
  [...same].sort((a, b) => (a.at ?? '').localeCompare(b.at ?? '')).at(-1) as Found;

/** Each one in the event, sorted by whose address it is. The organizer's own is nobody's answer. */
export function sortFound(
  { file, register }: Pick<Moment, 'file' | 'register'>,
  meeting: Meeting,
  found: readonly Found[],
  newId: () => string,
): Sorted {
  const known = inCalendar(meeting).guests;
  const people = participantsOf(file, meeting);
  const organizer = personsAddresses(register, meeting.organizerId);
  const rows = new Map(people.flatMap((row) => addressesOf(register, row).map((address) => [address, row])));
  const rowOf = (mail: string) => rows.get(mail);
  const others = found.filter(({ mail }) => !organizer.includes(mail) || rowOf(mail));
  const unseenYet = [...known];
  const earlier = file.meetings.flatMap((one) => (one.id === meeting.id ? [] : inCalendar(one).guests));
  const guests = onceEach(others.filter(({ mail }) => !rowOf(mail))).map((one): Guest => {
    // What was said of it here stands, that it is unclear too, and whose it was when they are called no more.
    const at = unseenYet.findIndex(({ mail }) => mail === one.mail);
    const [seen] = at < 0 ? [] : unseenYet.splice(at, 1);
    const said = seen ? seen.of : placedBefore(file, meeting, earlier, one.mail);
    const of = canBeTold(one, found) ? said : null;
    return { id: seen?.id ?? newId(), ...one, of };
  });
  const isTheirs = (row: Participant) => (one: Found) =>
    rowOf(one.mail)?.id === row.id || guests.some(({ mail, of }) => mail === one.mail && of === row.id);
  const answers = people.map((row) => ({ row, found: others.filter(isTheirs(row)) }));
  return { answers, guests, unseen: answers.filter((one) => one.found.length === 0).length };
}

/** Guests whom neither the register nor the convener has told who they are. */
const unknownGuests = (register: Register, meeting: Meeting): Guest[] =>
  inCalendar(meeting).guests.filter(({ mail, of }) => of === null && !unitOfAddress(register, mail));

/** Of them those that somebody can say whose they are. */
export function guestsToPlace(register: Register, meeting: Meeting | undefined): Guest[] {
  if (!meeting) return [];
  const { guests } = inCalendar(meeting);
  return unknownGuests(register, meeting).filter((guest) => canBeTold(guest, guests));
}

/** Those that a person places, each once: first whose nobody has said, then what was said of the others. */
export function guestsByHand(register: Register, meeting: Meeting): Guest[] {
  const { guests } = inCalendar(meeting);
  return [
    ...guestsToPlace(register, meeting),
    ...guests.filter((guest) => guest.of !== null && canBeTold(guest, guests)),
  ];
}

/** Units of guests whom the register knows, one for each, and whether the consent covers them on the meeting's day. */
function registeredGuests({ file, register, today }: Moment, meeting: Meeting) {
  const covered = commonConsent(file, daysToCover(meeting.startAt, today))?.units;
  const units = inCalendar(meeting).guests.flatMap(({ mail, of }) => (of ? [] : (unitOfAddress(register, mail) ?? [])));
  const isCovered = (unit: string) => unit === file.case.unitId || (covered?.has(unit) ?? false);
  return { covered: units.filter(isCovered), outside: units.filter((unit) => !isCovered(unit)) };
}

export type Guests = {
  /** Answers that may be of somebody who is called. */
  answers: number;
  /** Certainly more than are called, and nobody knows who. */
  unknown: number;
  covered: string[];
  outside: string[];
};

/** Who is in the calendars of the meeting that is called, and is not called. */
export function guestsOf(moment: Moment): Guests {
  const meeting = currentMeeting(moment.file);
  if (moment.file.case.status !== 'INVITED' || meeting?.status !== 'SENT')
    return { answers: 0, unknown: 0, covered: [], outside: [] };
  const { unseen } = inCalendar(meeting);
  const guests = unknownGuests(moment.register, meeting);
  const toPlace = guestsToPlace(moment.register, meeting);
  const answers = unseen > 0 ? toPlace.filter(({ answer }) => answer !== 'NONE').length : 0;
  return { answers, unknown: Math.max(0, guests.length - unseen), ...registeredGuests(moment, meeting) };
}

/** Named in some consent, and in none that counts now. */
function leftUnits(file: CaseFile, covered: ReadonlySet<string> | undefined): string[] {
  const named = file.consents.flatMap(({ recordedAt, parties }) => (recordedAt ? parties : []));
  return [...new Set(named)].filter((unit) => unit !== file.case.unitId && !covered?.has(unit));
}

/**
 * Who is to go out of the event: whom the bot called before and does not now, and whoever belongs to a unit that no
 * consent covers any more. What an older program called is not noted: then everybody of the register's units is the
 * bot's (`domains`), as its program had it.
 */
export function outOfCalendar({ file, register, today }: Moment, meeting: Meeting) {
  const stay = new Set(participantsOf(file, meeting).flatMap((row) => addressesOf(register, row)));
  const covered = commonConsent(file, daysToCover(meeting.startAt, today))?.units;
  const { called, guests } = inCalendar(meeting);
  const placed = new Set(guests.filter(({ of }) => of !== null && of !== SOMEBODY_ELSE).map(({ mail }) => mail));
  const aliases = register.people.filter(({ mail }) => called?.includes(mailboxAddress(mail)));
  const before = called
    ? [...called.map(mailboxAddress), ...aliases.flatMap(({ id }) => personsAddresses(register, id)), ...placed]
    : registeredAddresses(register);
  const left = leftUnits(file, covered).flatMap((unit) => unitsAddresses(register, unit));
  const isStaying = (address: string) =>
    stay.has(address) ||
    guests.some(({ mail, of }) => mail === address && participantsOf(file, meeting).some(({ id }) => id === of));
  return {
    addresses: [...new Set([...before, ...left])].filter((address) => !isStaying(address)),
    domains: called ? [] : [...new Set(register.units.flatMap(({ mailDomains }) => mailDomains))],
  };
}
