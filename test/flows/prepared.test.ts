/**
 * Prepared cases stand for pressed ones in the other flows, so they must not lie: the whole road is pressed here once,
 * and at each named state every row of the case is what a prepared case has.
 */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { backToToday, closeAtRest } from '../support/at-rest.ts';
import { caseIn, type State } from '../support/prepared.ts';
import type { Known } from '../support/prepared-rows.ts';
import { openSandbox, type TestSandbox } from '../support/sandbox.ts';
import { beginStory, closeStory, lockStory, openStory, type Story } from '../support/story.ts';
import { dayFromNow, workingDayFromNow } from '../support/trip.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterEach(() => backToToday(sandbox));
afterAll(() => closeAtRest(sandbox));

/** Random, counted per press, about the way a message was sent or what the calendars were asked on the way. */
const OWN = new Set(['code', 'turn', 'revision', 'wanted', 'sent', 'sentHash', 'sendingId', 'activityId']);
const ON_THE_WAY = new Set(['proposals', 'proposalsState', 'readId', 'eventId']);
/** Instants that are chosen; the others are when somebody pressed. */
const CHOSEN = new Set(['startAt', 'endAt', 'dueAt']);

const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);

/** Every row of the case and what is still due, ids by the order in which they come. */
async function rowsOf(code: string): Promise<unknown> {
  const { prisma, database } = sandbox.stored();
  const { id } = await prisma.case.findUniqueOrThrow({ where: { code } });
  const file = await database.transaction((store) => store.findCase(id));
  const pending = await prisma.dueItem.findMany({ where: { caseId: id, doneAt: null }, omit: { id: true } });
  const due = pending
    .map((item) => (item.kind === 'answers.check' ? { ...item, dueAt: null } : item))
    .sort((one, other) =>
      `${one.dueAt?.toISOString()}${one.kind}` < `${other.dueAt?.toISOString()}${other.kind}` ? -1 : 1,
    );
  const ids: string[] = [];
  const known = (uuid: string) => {
    if (!ids.includes(uuid)) ids.push(uuid);
    return `#${ids.indexOf(uuid)}`;
  };
  const text = JSON.stringify({ ...file, due }, (key, value: unknown) => {
    if (OWN.has(key) || ON_THE_WAY.has(key)) return undefined;
    if (Array.isArray(value) && value.every((one) => typeof one === 'object')) return value.toSorted(byId);
    if (typeof value !== 'string') return value;
    if (/^\d{4}-\d\d-\d\dT/.test(value) && !CHOSEN.has(key)) return 'an instant';
    return value
      .replace(/;messageid=\d+/, '')
      .replace(/[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[\da-f]{4}-[\da-f]{12}/g, known);
  });
  return JSON.parse(text);
}

/** A prepared case of today has the rows that the pressed one has now. */
async function expectSame(story: Story, state: State, known?: Known): Promise<void> {
  const pressed = await rowsOf(story.code);
  await backToToday(sandbox);
  const prepared = await caseIn(sandbox, state, known);
  expect(await rowsOf(prepared.code), state).toEqual(pressed);
}

test('guide, kallelse, meeting, plan, follow-up, version 2: at each state the rows are those of a prepared case', {
  timeout: 120_000,
}, async () => {
  const story = await beginStory(sandbox);
  for (const [state, parts] of ROAD) {
    for (const part of parts) await story.fill(part);
    await expectSame(story, state);
  }
  await send(story);
  await expectSame(story, 'sent');
  await lockStory(sandbox, story);
  await expectSame(story, 'locked');

  await story.until(/återstår/);
  await story.press('more.open');
  await story.press('followUp.call');
  await story.fill('time', { date: workingDayFromNow(24) });
  await story.fill('family');
  await send(story);
  const startMs = await openStory(sandbox, story);
  await story.press('attendance.save', { p_0: 'IN_ROOM', p_1: 'REMOTE' });
  await story.press('childGoal.save', { ownWords: 'YES' });
  for (const part of ['needs.next', 'goals.next', 'review.save', 'measures.next']) await story.press(part);
  await closeStory(story, startMs);
  await expectSame(story, 'version2');
});

const ROAD = [
  ['started', ['start']],
  ['heard', ['guardian1', 'child', 'protection']],
  ['signed', ['consent1', 'consent2']],
  ['chosen', ['invite']],
  ['prepared', ['time', 'family']],
] as const;

async function send(story: Story): Promise<void> {
  await story.press('preview.open');
  await story.press('kallelse.send');
  await story.until(/Kallelsen är skickad/);
}

test('at the table with the plan written: locked from there, the rows are those of a locked case', async () => {
  const last = { followUpOn: null, childTellerRole: null, childTellByOn: null };
  const story = await caseIn(sandbox, 'written', { plan: () => last });
  const startMs = Number(story.file.meetings[0]?.startAt?.epochMilliseconds);
  await story.press('meeting.open');
  const told = { childTellerRole: 'CONVENER', childTellByOn: dayFromNow(1, startMs) };
  await story.press('plan.lock', { followUpOn: workingDayFromNow(60, startMs), ...told });
  await expectSame(story, 'locked');
});

test('a young person of age, and a child with one guardian', async () => {
  const youth = await beginStory(sandbox);
  await youth.fill('start', { ageBand: 'A18_20', guardianOne: '', guardianTwo: '', decides: 'SELF' });
  for (const part of ['child', 'protection', 'consentYouth', 'invite', 'time', 'family'] as const)
    await youth.fill(part);
  await expectSame(youth, 'prepared', { youth: true });

  const child = await beginStory(sandbox);
  await child.fill('start', { guardianTwo: 'NONE' });
  await child.fill('guardian1', { present: 'GUARDIAN_1' });
  for (const part of ['child', 'protection', 'consent1', 'invite', 'time', 'family'] as const) await child.fill(part);
  await expectSame(child, 'prepared', { oneGuardian: true });
});
