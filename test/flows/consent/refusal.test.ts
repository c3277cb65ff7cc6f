/** Somebody says no: the day and that consent was not given are all that is kept. A no to an extension ends nothing. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dumpDatabase } from '../../support/dump-database.ts';
import { openSandbox, type TestSandbox } from '../../support/sandbox.ts';
import { beginStory, lockStory, prepareStory, sendStory } from '../../support/story.ts';
import { dayFromNow } from '../../support/trip.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox?.close());

test('T12: a no is not for whoever held the page open before the 18th birthday', async () => {
  const story = await beginStory(sandbox);
  const birthday = `${dayFromNow(40).slice(0, 7)}-01`;
  await story.fill('start', { ageBand: 'A15_17', turns18: birthday });
  await story.fill('consent1');
  await story.press('more.open');
  await story.press('refuse.open');
  await sandbox.moveClock(`${birthday}T10:00:00Z`);
  expect(await story.press('refuse.save')).toContain('Det här kortet gäller inte längre.');
  await story.press('more.open');
  expect(await story.press('refuse.open')).toContain('Den unge tackar nej.');
  await sandbox.moveClock(new Date().toISOString());
});

test('T12: nothing is left of what the child and the guardians said, of drafts and of what the other had signed; nothing tells who', {
  timeout: 180_000,
}, async () => {
  const stays = await prepareStory(sandbox);
  const story = await prepareStory(sandbox);
  await story.press('consent2.open');
  await story.press('consent2.back', { signedOn: dayFromNow(-1) });
  await story.press('more.open');
  await story.press('refuse.open');
  expect(await story.press('refuse.save')).toContain('Samtycke gavs inte. Ärendet är avslutat.');
  const plan = await sendStory(sandbox);
  await lockStory(sandbox, plan);
  if (!plan.verbs().includes('more.open')) await plan.press('guide.open');
  await plan.press('more.open');
  expect(await plan.press('refuse.open')).toContain('Planen avslutas inte av det.');
  expect(await plan.press('refuse.save')).toContain('Samtycket förlängs inte.');
  expect(plan.text()).toContain('Planen gäller');
  await sandbox.stop();

  const rows = await dumpDatabase(sandbox.dataDir);
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
