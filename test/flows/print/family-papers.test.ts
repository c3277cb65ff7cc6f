/** What each member of the family needs, and that their invitation has reached them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeAtRest } from '../../support/at-rest.ts';
import { caseIn } from '../../support/prepared.ts';
import { openSandbox, type TestSandbox } from '../../support/sandbox.ts';
import { dayFromNow } from '../../support/trip.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => closeAtRest(sandbox));

test('a guardian who was heard in the other’s talk can be ticked too, and stays ticked', async () => {
  const story = await caseIn(sandbox, 'sent');
  await story.press('more.open');
  await story.press('given.open');
  await story.press('given.save', { invited: 'GUARDIAN_1,GUARDIAN_2', reached: 'GUARDIAN_2' });
  await story.press('more.open');
  await story.press('given.open');
  expect([story.input('invited')?.value, story.input('reached')?.value]).toEqual([
    'GUARDIAN_1,GUARDIAN_2',
    'GUARDIAN_2',
  ]);
});

test('the young person says how the invitation comes, a text message without details too; a guardian is not offered one', async () => {
  const story = await caseIn(sandbox, 'started', { youth: true });
  await story.press('child.open');
  expect(await story.press('child.practical', { outcome: 'DONE', heldOn: dayFromNow(-1) })).toContain('(den unge)');
  expect(story.input('delivery')?.choices.map(({ value }) => value)).toContain('SMS');
  await story.press('child.savePractical', { delivery: 'SMS', interpreter: 'ar', support: 'BREAKS' });
  await story.press('child.open');
  expect(story.input('outcome')?.value).toBe('DONE');
  await story.press('child.practical');
  expect(['delivery', 'interpreter', 'support'].map((id) => story.input(id)?.value)).toEqual(['SMS', 'ar', 'BREAKS']);

  const other = await caseIn(sandbox, 'started');
  await other.press('guardian1.open');
  await other.press('guardian1.practical');
  expect(other.input('delivery')?.choices.map(({ value }) => value)).not.toContain('SMS');
});
