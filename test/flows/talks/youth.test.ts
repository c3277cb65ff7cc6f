/** A case about somebody of 18–20: no guardian anywhere, also where an old button still names one. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeAtRest } from '../../support/at-rest.ts';
import { caseIn, fileOf } from '../../support/prepared.ts';
import { KARIN, openSandbox, SAMIRA, type TestSandbox } from '../../support/sandbox.ts';
import { beginStory } from '../../support/story.ts';
import { dayFromNow } from '../../support/trip.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => closeAtRest(sandbox));

const OF_A_FAMILY = /vårdnadshav|familjen|barnet|mamma|pappa/i;
const GUARDIAN_PAGES = ['guardian1.open', 'guardian2.open', 'consent1.open', 'consent2.open', 'consentBoard.open'];

test('2.3: the whole way to the kallelse with the young person’s own consent alone, and no word of a guardian', async () => {
  const story = await beginStory(sandbox);
  await story.press('start.save', { ageBand: 'A18_20' });
  await story.press('startMore.save', { existingSip: 'NO', decides: 'WITH_HELP' });
  for (const part of ['child', 'protection', 'consentYouth', 'invite', 'time', 'family'] as const) {
    expect(await story.fill(part), part).not.toMatch(OF_A_FAMILY);
  }
  expect(await story.press('preview.open')).not.toMatch(OF_A_FAMILY);
  await story.press('kallelse.send');
  expect(await story.until(/Kallelsen är skickad/)).not.toMatch(OF_A_FAMILY);
  expect(await story.events(SAMIRA)).toHaveLength(1);
});

test('18–20, cannot decide: it stops at once, a manager and a lawyer go on, on paper; a manager alone opens it again', async () => {
  const story = await caseIn(sandbox, 'sent', { youth: true });
  await story.press('more.open');
  await story.press('start.open');
  await story.press('start.save');
  expect(await story.press('startMore.save', { decides: 'CANNOT' })).toContain('Prata med din chef och er jurist.');
  // Who stands beside the card learns only that it is on paper.
  expect((await story.until(/på papper/)).split('\n')[1]).toBe('Det här ärendet sköts på papper. Prata med din chef.');
  expect(story.text()).not.toContain('jurist');
  await expect
    .poll(async () => (await story.events(SAMIRA)).filter((one) => !(one as { isCancelled?: boolean }).isCancelled))
    .toEqual([]);
  expect((await fileOf(sandbox, story)).case).toMatchObject({ status: 'PREPARING', safety: 'RESTRICTED' });
});

test('2.3: a button that still names a guardian leads home', async () => {
  const story = await caseIn(sandbox, 'started', { youth: true });
  const own = (story.card().actions as { data: { posting: string; turn: string; verb: string } }[])[0]?.data;
  for (const verb of GUARDIAN_PAGES) {
    const karin = sandbox.as(KARIN);
    const answer = await karin.send(karin.pressed({ verb, data: { ...own, verb } as never }, {}));
    expect(JSON.stringify(answer.body), verb).toContain('Det här kortet hade hunnit bli gammalt.');
    expect(JSON.stringify(answer.body), verb).not.toMatch(/Input\./);
  }
});

test('T2, scenario 6: 20 at the start and perhaps 21 at the follow-up: a warning, and the plan runs on', {
  timeout: 120_000,
}, async () => {
  const story = await caseIn(sandbox, 'locked', { youth: true });
  await story.until(/återstår/);
  await story.press('more.open');
  await story.press('followUp.call');
  await story.fill('time', { date: dayFromNow(60) });
  await story.fill('family');
  expect(await story.press('check.open')).toContain('Har den unge fyllt 21? Planen kan fortsätta.');
  await story.press('preview.open');
  await story.press('kallelse.send');
  await story.until(/Kallelsen är skickad/);
});
