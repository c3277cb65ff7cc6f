/**
 * Time goes: a consent ends, somebody comes of age, a kallelse is late on its way; and the clocks of a run that is over
 * and of the next.
 */
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { instantOf, MIDNIGHT } from '../../../domain/days.ts';
import { backToToday, breakGraph, closeAtRest, jumpTo, storedRows } from '../../support/at-rest.ts';
import { mainOf } from '../../support/card-json.ts';
import { caseIn, fileOf } from '../../support/prepared.ts';
import type { Known } from '../../support/prepared-rows.ts';
import { openSandbox, SAMIRA, type TestSandbox } from '../../support/sandbox.ts';
import { beginStory, type Story } from '../../support/story.ts';
import { dayFromNow } from '../../support/trip.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
beforeEach(() => backToToday(sandbox));
afterAll(() => closeAtRest(sandbox));

const DAY_MS = 86_400_000;
const morningOf = (date: string): string => `${date}T09:00:00Z`;
const goTo = (date: string) => jumpTo(sandbox, morningOf(date));
const live = async (story: Story) =>
  (await story.events(SAMIRA)).filter((event) => !(event as { isCancelled?: boolean }).isCancelled);
const withdraw = async (story: Story, givenBy: string): Promise<string> => {
  if (!story.verbs().includes('more.open')) await story.press('guide.open');
  await story.press('more.open');
  await story.press('withdraw.open');
  return story.withdraw({ givenBy });
};

/** The first guardian's consent has a day of its own. */
const firstEnds = (days: number): Known => ({
  consentOf: { GUARDIAN_1: { validMonths: null, validToOn: Temporal.PlainDate.from(dayFromNow(days)) } },
});

test('T25: the young person’s own consent is taken back, and the board’s', async () => {
  const youth = await caseIn(sandbox, 'started', { youth: true });
  await youth.fill('consentYouth');
  expect(await withdraw(youth, 'YOUTH')).toContain('Samtycket är återkallat.');
  const board = await beginStory(sandbox);
  const placed = { placement: 'LVU', placedConsentBy: 'SOCIAL_BOARD', placedConfirmedOn: dayFromNow(-1) };
  await board.fill('start', placed);
  if (board.verbs().includes('startMore.save')) await board.press('startMore.save', placed);
  await board.fill('consentBoard');
  expect(await withdraw(board, 'SOCIAL_BOARD')).toContain('Samtycket är återkallat.');
});

test('T13, T29: a consent that ends while the kallelse waits for the calendar: nothing is sent, and the card says so', {
  timeout: 120_000,
}, async () => {
  const story = await caseIn(sandbox, 'prepared', firstEnds(12));
  await story.press('preview.open');
  await breakGraph(sandbox, { graph: '503' });
  await story.press('kallelse.send');
  await story.until(/inte\*\* skickad/);
  // While the kallelse waits for the calendar.
  await sandbox.moveClock(morningOf(dayFromNow(13)));
  await sandbox.control('faults', { graph: null });
  await story.until(/Kallelsen skickades inte: samtycket gäller inte längre/, 40);
  expect(await live(story)).toEqual([]);
  expect(story.verbs()).toContain('check.open');
});

test('T29: fourteen days before its end the card says so by itself; after it nobody opens the meeting', {
  timeout: 120_000,
}, async () => {
  const story = await caseIn(sandbox, 'sent', firstEnds(40));
  expect(story.text()).not.toContain('Samtycket går ut');
  await goTo(dayFromNow(27));
  await story.until(/Samtycket går ut/);
  await goTo(dayFromNow(41));
  expect(await story.until(/Samtycket har gått ut/)).toContain(
    'Planen kan skrivas först när det finns ett nytt samtycke.',
  );
  expect(mainOf(story.card())).toEqual(['consent1.open']);
  expect(story.verbs()).not.toContain('meeting.open');
  expect(await story.pressUnshown('meeting.open')).toContain('Samtycket gäller inte längre.');
  expect(story.text()).not.toContain('1 av 5');
});

test('T26: 60 and 14 days before the month of the 18th birthday the card says so by itself, and when it begins nothing more is shared', {
  timeout: 120_000,
}, async () => {
  const birthday = `${dayFromNow(125).slice(0, 7)}-01`;
  const before = (days: number) => new Date(Date.parse(birthday) - days * DAY_MS).toISOString().slice(0, 10);
  const story = await caseIn(sandbox, 'sent', {
    case: { ageBand: 'A15_17', turns18On: Temporal.PlainDate.from(birthday) },
    consent: { validMonths: 12 },
  });
  expect(story.text()).not.toContain('fyller snart 18');
  // As in a database from before the month's end was planned too.
  const { prisma } = sandbox.stored();
  const { case: row } = await fileOf(sandbox, story);
  const planned = async () => (await prisma.dueItem.findMany({ where: { caseId: row.id } })).map(({ dueAt }) => dueAt);
  const overAt = new Date(instantOf(Temporal.PlainDate.from(birthday).add({ months: 1 }), MIDNIGHT).epochMilliseconds);
  await prisma.dueItem.deleteMany({ where: { caseId: row.id, dueAt: overAt } });
  expect(await planned()).not.toContainEqual(overAt);
  await goTo(before(60));
  await story.until(/fyller snart 18.*om 60 dagar/);
  await goTo(before(14));
  await story.until(/fyller snart 18.*om 14 dagar/);
  await goTo(birthday);
  await story.until(/Den unge fyller 18 den här månaden eller har fyllt/);
  expect(await planned()).toContainEqual(overAt);
  expect(story.verbs()).not.toContain('meeting.open');
  expect(await story.pressUnshown('meeting.open')).toContain('Samtycket gäller inte längre.');
});

test('T31: after a stop the clocks start anew, and the run before is kept as it was', {
  timeout: 180_000,
}, async () => {
  const story = await caseIn(sandbox, 'sent');
  await withdraw(story, 'GUARDIAN_1');
  await goTo(dayFromNow(2));
  await story.press('case.resume');
  await story.fill('consent1', { signedOn: dayFromNow(1) });
  for (const part of ['invite', 'time', 'family'] as const) await story.fill(part);
  await story.press('preview.open');
  await story.press('kallelse.send');
  await story.until(/Kallelsen är skickad/);
  const rows = await storedRows(sandbox);
  const ofCase = rows.find(({ table, row }) => table === 'Case' && row.code === story.code)?.row;
  const meetings = rows
    .filter(({ table, row }) => table === 'Meeting' && row.caseId === ofCase?.id)
    .map(({ row }) => row);
  expect(ofCase).toMatchObject({ needNoticedOn: dayFromNow(-1), resumedOn: dayFromNow(2) });
  expect(meetings.find(({ status }) => status === 'CANCELLED')).toMatchObject({
    needOn: dayFromNow(-1),
    consentOn: dayFromNow(-1),
  });
  expect(meetings.find(({ status }) => status === 'SENT')).toMatchObject({
    needOn: dayFromNow(2),
    consentOn: dayFromNow(1),
  });
});
