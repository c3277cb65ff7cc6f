/** Somebody says no: the day and that consent was not given are all that is kept. A no to an extension ends nothing. */
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backToToday, closeAtRest, storedRows } from '../../support/at-rest.ts';
import { caseIn } from '../../support/prepared.ts';
import { openSandbox, type TestSandbox } from '../../support/sandbox.ts';
import { dayFromNow } from '../../support/trip.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => closeAtRest(sandbox));

test('T12: a no is not for whoever held the page open before the young person was of age', async () => {
  const birthday = `${dayFromNow(40).slice(0, 7)}-01`;
  const story = await caseIn(sandbox, 'started', {
    case: { ageBand: 'A15_17', turns18On: Temporal.PlainDate.from(birthday) },
  });
  await story.fill('consent1');
  await story.press('more.open');
  await story.press('refuse.open');
  const ofAge = Temporal.PlainDate.from(birthday).add({ months: 1 });
  await sandbox.moveClock(`${ofAge}T10:00:00Z`);
  expect(await story.press('refuse.save')).toContain('Det här kortet gäller inte längre.');
  await story.press('more.open');
  expect(await story.press('refuse.open')).toContain('Den unge tackar nej.');
  await backToToday(sandbox);
});

test('T12: nothing is left of what the child and the guardians said, of drafts and of what the other had signed; nothing tells who', {
  timeout: 180_000,
}, async () => {
  const stays = await caseIn(sandbox, 'prepared');
  const story = await caseIn(sandbox, 'prepared');
  await story.press('consent2.open');
  await story.press('consent2.back', { signedOn: dayFromNow(-1) });
  await story.press('more.open');
  await story.press('refuse.open');
  // Two must sign: it rests, and is cleared when somebody closes it.
  expect(await story.press('refuse.save')).toContain('Alla underskrifter finns inte. Mötet blir inte av nu.');
  await story.press('more.open');
  await story.press('close.open');
  await story.press('close.save', { reason: 'NO_CONSENT', familyInformed: 'YES' });
  const plan = await caseIn(sandbox, 'locked');
  if (!plan.verbs().includes('more.open')) await plan.press('guide.open');
  await plan.press('more.open');
  expect(await plan.press('refuse.open')).toContain('Planen avslutas inte av det.');
  expect(await plan.press('refuse.save')).toContain('Samtycket förlängs inte.');
  expect(plan.text()).toContain('Planen gäller');
  const rows = await storedRows(sandbox);
  const caseOf = (code: string) => rows.find(({ table, row }) => table === 'Case' && row.code === code)?.row;
  const of = (code: string, table: string) =>
    rows.filter((one) => one.table === table && one.row.caseId === caseOf(code)?.id);
  expect(caseOf(story.code)).toMatchObject({
    status: 'CLOSED',
    closeReason: 'NO_CONSENT',
    closedOn: expect.any(String),
  });
  for (const table of ['Talk', 'Consent', 'Withdrawal', 'PrintLink']) expect(of(story.code, table), table).toEqual([]);
  const meetings = of(story.code, 'Meeting').map(({ row }) => row.id);
  expect(rows.filter(({ table, row }) => table === 'Participant' && meetings.includes(row.meetingId))).toEqual([]);
  expect(of(story.code, 'Posting').filter(({ text }) => /consent\d/.test(text))).toEqual([]);
  expect(
    of(story.code, 'Audit')
      .filter(({ row }) => /refus/.test(String(row.act)))
      .map(({ row }) => row.act),
  ).toEqual(['refuse.open', 'refuse.save']);
  // Others' records stand.
  expect(of(stays.code, 'Consent')).toHaveLength(2);
  expect(of(plan.code, 'Consent')).toHaveLength(2);
  expect(of(plan.code, 'Talk').length).toBeGreaterThan(0);
});
