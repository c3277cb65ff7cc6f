import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeAtRest } from '../../support/at-rest.ts';
import { caseIn } from '../../support/prepared.ts';
import { KARIN, openSandbox, type TestSandbox } from '../../support/sandbox.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => closeAtRest(sandbox));

test('an address that may tell of somebody is asked about also where it is left with "Tillbaka"', async () => {
  const story = await caseIn(sandbox, 'prepared');
  await story.press('invite.open');
  const typed = { otherUnit: 'bup-dalsland', otherMail: 'olle.ar.slagen.hemma@vgregion.example' };
  expect(await story.press('invite.back', typed)).toContain('Tryck en gång till.');
  expect(story.input('otherMail')?.value).toBe(typed.otherMail);
  // Thought better of, it goes nowhere.
  await story.press('invite.back', { otherUnit: '', otherMail: '' });
  await story.fill('time');
  await story.press('preview.open');
  await story.press('kallelse.send');
  await story.until(/Kallelsen är skickad/);
  expect(JSON.stringify(await story.events(KARIN))).not.toContain('slagen');
});
