/**
 * Somebody says no: with a decision on weeding the day and that consent was not given are all that is kept, without one
 * nothing is erased. A no to an extension ends nothing.
 */
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import register from '../../../sandbox/register.json' with { type: 'json' };
import { backToToday, closeAtRest, storedRows } from '../../support/at-rest.ts';
import { caseIn, fileOf } from '../../support/prepared.ts';
import { importSettings } from '../../support/register-in.ts';
import { openSandbox, type TestSandbox } from '../../support/sandbox.ts';
import type { Story } from '../../support/story.ts';
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
  expect(await story.press('refuse.save')).toContain('Det här kortet hade hunnit bli gammalt.');
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

describe('SoL 16:2 a, arkivlagen: without a decision on weeding nothing is erased', () => {
  beforeAll(() => importSettings(sandbox, { weedingDecision: null }));
  afterAll(() => importSettings(sandbox, { weedingDecision: register.settings.weedingDecision }));
  const kept = async (story: Story) => {
    const { talks, consents, case: row } = await fileOf(sandbox, story);
    expect(row).toMatchObject({ status: 'CLOSED', closeReason: 'NO_CONSENT', placement: 'NO' });
    expect([talks.length > 0, consents.length > 0]).toEqual([true, true]);
  };

  test('where one signs alone it is closed, and both pages say that it stays', async () => {
    const story = await caseIn(sandbox, 'sent', { oneGuardian: true });
    await story.press('more.open');
    expect(await story.press('refuse.open')).toContain('Det som är skrivet finns kvar.');
    expect(await story.press('refuse.save')).toContain(
      'Inget nytt delas. Det som är skrivet finns kvar tills ni har ett beslut om gallring.',
    );
    await kept(story);
  });

  test('where several sign, and somebody closes it', async () => {
    const story = await caseIn(sandbox, 'prepared');
    await story.press('more.open');
    await story.press('refuse.open');
    await story.press('refuse.save');
    await story.press('more.open');
    await story.press('close.open');
    await story.press('close.save', { reason: 'NO_CONSENT', familyInformed: 'YES' });
    await kept(story);
  });

  test('on paper only the card says that it stays, and closing erases nothing', async () => {
    const story = await caseIn(sandbox, 'prepared', { case: { safety: 'RESTRICTED' } });
    expect(story.text()).toContain('Det är kvar tills ni har ett beslut om gallring. Fråga er arkivansvariga.');
    expect(story.text()).not.toContain('raderas');
    await story.press('more.open');
    await story.press('moreCase.open');
    await story.press('close.open');
    await story.press('close.save', { reason: 'FAMILY_ENDS', familyInformed: 'YES' });
    expect((await fileOf(sandbox, story)).talks.length).toBeGreaterThan(0);
  });
});
