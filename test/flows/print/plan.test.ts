/** The plan on paper: from one press on the card to the paper in the hand, and never where it may not be. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeAtRest } from '../../support/at-rest.ts';
import { caseIn } from '../../support/prepared.ts';
import { readPdf } from '../../support/read-pdf.ts';
import { openSandbox, type TestSandbox } from '../../support/sandbox.ts';
import type { Story } from '../../support/story.ts';
import { WORDS } from '../../support/trip.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => closeAtRest(sandbox));

const linkOf = (story: Story): string => {
  const { actions } = story.card() as { actions: { type: string; url?: string }[] };
  return actions.find(({ type }) => type === 'Action.OpenUrl')?.url ?? '';
};
const open = (story: Story) => fetch(linkOf(story), { method: 'POST' });
const paperOf = async (story: Story) => readPdf(Buffer.from(await (await open(story)).arrayBuffer()));

test('one press on the case’s card gives the link, and the next the plan of every reader', async () => {
  const story = await caseIn(sandbox, 'locked');
  expect(story.verbs()).toContain('print.plan');
  await story.press('print.plan');
  const { text, pages } = await paperOf(story);
  expect(pages.filter((page) => page.includes('Vår plan (SIP)'))).toHaveLength(2);
  expect(pages.filter((page) => page.includes('till akten'))).toHaveLength(1);
  for (const words of [WORDS.goal, WORDS.need, ...WORDS.measures]) expect(text).toContain(words);
  // The sandbox's register has the numbers.
  expect(text).toContain('Socialjouren: 08-465 004 01');
});

test('the family’s in English, and the page remembers it', async () => {
  const story = await caseIn(sandbox, 'locked');
  await story.press('more.open');
  await story.press('print.open');
  expect(story.input('language')?.value).toBe('sv');
  await story.press('print.plan-family', { language: 'en' });
  expect(story.input('language')?.value).toBe('en');
  const { text, info } = await paperOf(story);
  expect(text).toContain('Our plan (SIP)');
  expect(info.Language).toBe('en-GB');
});

test('a version that was replaced says so, printed from where it stands', async () => {
  const story = await caseIn(sandbox, 'version2');
  await story.press('plan.show');
  await story.press('plan.version', { version: '1' });
  await story.press('print.plan');
  const old = await paperOf(story);
  expect(old.text).toContain('Det finns en nyare plan. Den här gäller inte längre.');
  expect(old.text).toMatch(/Version 1, /);
  await story.press('guide.open');
  await story.press('print.plan');
  expect((await paperOf(story)).text).not.toContain('Det finns en nyare plan');
});

test('a link that was made before a withdrawal, or before the case went on paper only, opens nothing', async () => {
  const stopped = await caseIn(sandbox, 'locked');
  await stopped.press('print.plan');
  const url = linkOf(stopped);
  await stopped.press('guide.open');
  await stopped.press('more.open');
  await stopped.press('withdraw.open');
  await stopped.withdraw({ givenBy: 'GUARDIAN_1' });
  expect((await fetch(url, { method: 'POST' })).status).toBe(410);
  expect(stopped.verbs()).not.toContain('print.plan');

  const hidden = await caseIn(sandbox, 'locked');
  await hidden.press('print.plan');
  const before = linkOf(hidden);
  await hidden.press('guide.open');
  await hidden.press('more.open');
  await hidden.fill('protection', { protectedIdentity: 'YES' });
  expect((await fetch(before, { method: 'POST' })).status).toBe(410);
  expect(hidden.verbs()).not.toContain('print.plan');
});

test('before there is a plan none is offered, and the empty one and the script are', async () => {
  const story = await caseIn(sandbox, 'signed');
  await story.press('print.open');
  expect(story.verbs()).toEqual(expect.arrayContaining(['print.plan-blank', 'print.chair-script']));
  expect(story.verbs()).not.toContain('print.plan');
  await story.press('print.chair-script');
  expect((await paperOf(story)).text).toContain('Välkomna. Jag leder mötet.');
});
