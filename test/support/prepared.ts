/**
 * A case that is already in a named state: its rows, what is due, its card in the chat and its event in Outlook,
 * without the twenty presses that lead there. From then on its story is told as any other.
 */
import { Temporal } from 'temporal-polyfill';
import { invitationOf } from '../../bot/meeting/invitation.ts';
import { birthdayDueItems, consentDueItems } from '../../domain/consent-watch.ts';
import { CHECK_MINUTES, opensAt } from '../../domain/current.ts';
import { dayOf } from '../../domain/days.ts';
import { isFromAfar } from '../../domain/from-afar.ts';
import { linkOf } from '../../domain/join-link.ts';
import { asksAt } from '../../domain/not-held.ts';
import type { NewDueItem, NewEffect, Store } from '../../domain/ports.ts';
import { followUpDueItems, tellChildDueItems } from '../../domain/reminders.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import type { Posting } from '../../domain/rows/posting.ts';
import { createGraphCalendar } from '../../graph/calendar.ts';
import { comeToRest } from './at-rest.ts';
import { textOf } from './card-json.ts';
import { added } from './case-rows.ts';
import { followUpRows, lockedRows, talkedAnewRows, writtenRows } from './prepared-plan.ts';
import {
  cardOf,
  chosenRows,
  heardRows,
  type Known,
  meetingOf,
  sendingRows,
  sentRows,
  signedRows,
  startedRows,
  timedRows,
  type When,
} from './prepared-rows.ts';
import { KARIN, type TestSandbox } from './sandbox.ts';
import { type Story, tellStory } from './story.ts';
import type { SinkMessage } from './teams-sink.ts';
import { onWorkingDay } from './trip.ts';

/** In the order of the process; each has what those before it have. */
export const STATES = [
  'started',
  'heard',
  'signed',
  'chosen',
  'prepared',
  'sent',
  'written',
  'locked',
  'version2',
] as const;
export type State = (typeof STATES)[number];

/** Where a case is put: a sandbox with a sink for its Teams, or with a browser. */
type World = Pick<TestSandbox, 'stored' | 'outlookUrl' | 'botUrl' | 'moveClock'>;
type Chat = Pick<Posting, 'conversationId' | 'serviceUrl'>;

export type PreparedStory = Story & {
  /** As it was written. */
  file: CaseFile;
};

const MEETS_IN_DAYS = 10;
/** Before the measures' day has been. */
const FOLLOWED_UP_AFTER_DAYS = 14;

/** From `written` on the sandbox's clock stands ten minutes before the meeting, as when it was pressed there. */
export async function caseIn(sandbox: TestSandbox, state: State, known: Known = {}): Promise<PreparedStory> {
  const chat = { conversationId: `chat-${KARIN.id}`, serviceUrl: sandbox.sink.serviceUrl };
  const file = await putCase(sandbox, chat, state, known);
  const { code } = file.case;
  const isCard = ({ conversationId, card }: SinkMessage) =>
    conversationId === cardOf(file).conversationId && textOf(card).includes(code);
  const message = await sandbox.sink.until(() => sandbox.sink.messages.find(isCard), `the card of ${code}`);
  if (file.meetings.some(({ eventId }) => eventId !== null)) await comeToRest(sandbox);
  return Object.assign(tellStory(sandbox, { code, message }), { file });
}

/** Its card comes to this chat of its convener. */
export async function putCase(world: World, chat: Chat, state: State, known: Known = {}): Promise<CaseFile> {
  const file = await rowsOf(world, chat, state, known);
  await world.stored().database.transaction((store) => put(store, file));
  return file;
}

async function rowsOf(sandbox: World, chat: Chat, state: State, known: Known): Promise<CaseFile> {
  const reaches = (one: State) => STATES.indexOf(state) >= STATES.indexOf(one);
  const begun = await nowIn(sandbox);
  let file = startedRows(begun, known, chat);
  if (reaches('heard')) file = heardRows(file, begun, known);
  if (reaches('signed')) file = signedRows(file, begun, known);
  if (reaches('chosen')) file = chosenRows(file, known);
  if (reaches('prepared')) file = timedRows(file, begun.today.add({ days: MEETS_IN_DAYS }), known);
  if (reaches('sent')) file = await sent(sandbox, file, begun);
  if (reaches('written')) {
    const held = state === 'written' ? writtenRows : lockedRows;
    file = held(file, await justBefore(sandbox, file), known);
  }
  if (reaches('version2')) file = await followedUp(sandbox, file, known);
  return file;
}

async function followedUp(sandbox: World, locked: CaseFile, known: Known): Promise<CaseFile> {
  const when = await nowIn(sandbox);
  const day = onWorkingDay(when.today.add({ days: FOLLOWED_UP_AFTER_DAYS }));
  const file = await sent(sandbox, timedRows(followUpRows(locked, when), day, known), when);
  const then = await justBefore(sandbox, file);
  return lockedRows(talkedAnewRows(file, then), then, known);
}

const nowIn = (sandbox: World): Promise<When> =>
  sandbox.stored().database.transaction(async (store) => {
    const { now } = store;
    return { now, today: dayOf(now), register: await store.register() };
  });

async function justBefore(sandbox: World, file: CaseFile): Promise<When> {
  const startAt = meetingOf(file).startAt ?? Temporal.Now.instant();
  await sandbox.moveClock(startAt.subtract({ minutes: 10 }).toString());
  return nowIn(sandbox);
}

/** Booked as the program books it. */
async function sent(sandbox: World, prepared: CaseFile, when: When): Promise<CaseFile> {
  const file = sendingRows(prepared, when);
  const { startAt, endAt, organizerId, transactionId } = meetingOf(file);
  if (!startAt || !endAt || !organizerId || !transactionId) throw new Error('no time to be called to');
  const calendar = createGraphCalendar({
    clock: { now: () => when.now },
    record: () => {},
    getToken: async () => 'sandbox',
    localServer: sandbox.outlookUrl,
    notificationUrl: sandbox.botUrl,
    lifecycleNotificationUrl: sandbox.botUrl,
  });
  const to = { organizerId, transactionId, startAt, endAt };
  const online = isFromAfar(meetingOf(file));
  const { eventId, link } = await calendar.book({ ...invitationOf(file, when.register), ...to, online });
  return sentRows(file, when, { eventId, ...linkOf(meetingOf(file), link, when.now) });
}

/** All of it in one transaction, as one act would store it. */
async function put(store: Store, file: CaseFile): Promise<void> {
  const { convenerId: personId, tenantId, id: caseId } = file.case;
  const { conversationId, serviceUrl } = cardOf(file);
  if (conversationId && serviceUrl && !(await store.findChat(personId)))
    await store.saveChat({ personId, tenantId, conversationId, serviceUrl, language: null, greetedAt: null });
  await store.apply(rowsIn(file));
  await store.plan(dueOf(file, store.now));
  const cards = file.postings.map(({ id }): NewEffect => ({ kind: 'card', caseId, subjectId: id, waitedFor: true }));
  const told = file.meetings.some(({ eventId }) => eventId !== null);
  const follow: NewEffect[] = told ? [{ kind: 'subscribe', subjectId: personId, caseId }] : [];
  await store.queue([...cards, ...follow]);
}

const rowsIn = (file: CaseFile): Change[] => [
  added('case', file.case),
  ...file.talks.map((row) => added('talk', row)),
  ...file.consents.map((row) => added('consent', row)),
  ...file.meetings.map((row) => added('meeting', row)),
  ...file.participants.map((row) => added('participant', row)),
  ...file.plans.map((row) => added('plan', row)),
  ...file.attendees.map((row) => added('attendee', row)),
  ...file.needs.map((row) => added('need', row)),
  ...file.goals.map((row) => added('goal', row)),
  ...file.measures.map((row) => added('measure', row)),
  ...file.openPoints.map((row) => added('openPoint', row)),
  ...file.measureEvents.map((row) => added('measureEvent', row)),
  ...file.postings.map((row) => added('posting', row)),
];

/** What is still to come. A meeting is looked at until it is over, also when it was held early. */
function dueOf(file: CaseFile, now: Temporal.Instant): NewDueItem[] {
  const caseId = file.case.id;
  const meeting = file.meetings.at(-1);
  const opens = meeting?.status === 'SENT' && !meeting.openedAt ? opensAt(meeting) : null;
  const asks = meeting?.eventId ? asksAt(meeting) : null;
  const of = (kind: NewDueItem['kind'], dueAt: Temporal.Instant): NewDueItem[] =>
    meeting ? [{ kind, subjectId: meeting.id, caseId, dueAt }] : [];
  return [
    ...birthdayDueItems(file.case),
    ...file.consents.flatMap(consentDueItems),
    ...(opens ? of('meeting.opens', opens) : []),
    ...(asks ? of('meeting.asks', asks) : []),
    ...(meeting?.eventId ? of('answers.check', now.add({ minutes: CHECK_MINUTES })) : []),
    ...file.plans.flatMap((plan) => [...followUpDueItems(plan, now), ...tellChildDueItems(plan, now)]),
  ];
}

/** Every row of a case, as it is stored now. */
export async function fileOf(sandbox: TestSandbox, { code }: Pick<Story, 'code'>): Promise<CaseFile> {
  const { prisma, database } = sandbox.stored();
  const { id } = await prisma.case.findUniqueOrThrow({ where: { code } });
  const file = await database.transaction((store) => store.findCase(id));
  if (!file) throw new Error('no case');
  return file;
}
