/** The family's page: the yes to the time, and how each of them gets the invitation. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeAtRest } from '../../support/at-rest.ts';
import { textOf } from '../../support/card-json.ts';
import { caseIn, fileOf } from '../../support/prepared.ts';
import { openSandbox, type TestSandbox } from '../../support/sandbox.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => closeAtRest(sandbox));

test('an invitation that is "inte valt" leads to where it is chosen, and back with what was ticked', async () => {
  const story = await caseIn(sandbox, 'prepared', { meeting: { familyAgreed: false } });
  expect(await story.press('family.open')).toContain('Inbjudan till mamma\nInte valt');
  expect(await story.press('guardian1.delivery', { familyAgreed: 'true' })).toContain(
    'Inbjudan, tolk och stöd (mamma)',
  );
  const said = await story.press('guardian1.savePractical', { delivery: 'LETTER' });
  expect(said).toContain('Inbjudan till mamma\nBrev');
  expect(story.input('familyAgreed')?.value).toBe('true');
  // "Tillbaka" keeps it too, and is back at the family's page.
  await story.press('child.delivery');
  expect(await story.press('childPractical.back', { delivery: 'BY_HAND' })).toContain('Inbjudan till barnet\nI handen');
  expect(await story.press('family.save')).toContain('Familjens ja till tiden\nJa ✓');
  // From the talk's own page it leads where it did.
  await story.press('guardian2.open');
  await story.press('guardian2.practical');
  expect(await story.press('guardian2.savePractical', { delivery: 'LETTER' })).toContain('Vilka som kallas');
});

test('without a time there is nothing to ask: the heading says what comes first, and the main button leads there', async () => {
  const story = await caseIn(sandbox, 'chosen');
  expect(await story.press('family.open')).toMatch(/· Familjen\nVälj tid först\.\nInbjudan till mamma/);
  expect(story.input('familyAgreed')).toBeUndefined();
  expect(story.verbs()).not.toContain('family.save');
  // How the invitation comes can be chosen all the same.
  await story.press('guardian2.delivery');
  expect(await story.press('guardian2.savePractical', { delivery: 'LETTER' })).toContain('Inbjudan till pappa\nBrev');
  await story.press('time.open');
  expect(story.text()).toMatch(/Söker tider|Välj/);
});

test('a page from before the case went on paper leads to nobody’s page', async () => {
  const story = await caseIn(sandbox, 'prepared');
  await story.press('family.open');
  const page = story.card();
  const { case: row } = await fileOf(sandbox, story);
  await sandbox
    .stored()
    .database.transaction((store) => store.apply([{ in: 'case', id: row.id, set: { safety: 'RESTRICTED' } }]));
  const said = textOf(await story.client.press(page, 'guardian1.delivery'));
  expect(said).toContain('på papper');
  expect(said).not.toMatch(/mamma|pappa/);
});
