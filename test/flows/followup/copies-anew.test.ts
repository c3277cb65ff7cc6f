import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeAtRest } from '../../support/at-rest.ts';
import { type CardJson, inputNamed, textOf } from '../../support/card-json.ts';
import {
  ALL_WORDS,
  chatOf,
  copiesOf,
  copyOf,
  goHome,
  HAB,
  handOver,
  JONAS,
  locked,
  NILS,
  OSKAR,
  opened,
  openHand,
  PETRA,
  SOCIAL,
  verbsOf,
  withdraw,
} from '../../support/copies.ts';
import { fileOf } from '../../support/prepared.ts';
import { LENA, openSandbox, SAMIRA, type TestSandbox } from '../../support/sandbox.ts';
import { closeStory, openStory, type Story } from '../../support/story.ts';
import type { SinkMessage } from '../../support/teams-sink.ts';
import { dayFromNow, WORDS } from '../../support/trip.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
  for (const person of [LENA, PETRA, JONAS, OSKAR]) await sandbox.as(person).type('hej');
});
afterAll(() => closeAtRest(sandbox));

describe('a new version', () => {
  /** These pages, as a colleague of the team has them open and leaves them. */
  async function withColleague(story: Story, verbs: readonly string[]): Promise<CardJson[]> {
    await story.press('more.open');
    await story.press('team.open');
    await story.press('team.save', { colleagues: JONAS.id });
    story.look();
    const { card } = await sandbox.sink.until(() => chatOf(sandbox, JONAS, story)[0], 'the card of a colleague');
    const jonas = sandbox.as(JONAS);
    const pages: CardJson[] = [];
    for (const verb of verbs) {
      const isThere = verbsOf(card).includes(verb);
      pages.push(await jonas.press(isThere ? card : await jonas.press(card, 'more.open'), verb));
    }
    return pages;
  }

  /** Filled in on the page of the version before, it is not said of this one; what was typed stays. */
  async function nothingOfTheOldPages(story: Story, [tell = {}, hand = {}]: CardJson[]): Promise<void> {
    const told = await sandbox.as(JONAS).press(tell, 'tellChild.back', { sentence1: 'Du får en lugn plats.' });
    expect(textOf(told)).toContain('Någon annan hann ändra.');
    expect(inputNamed(told, 'sentence1')?.value).toBe('Du får en lugn plats.');
    const handed = await sandbox.as(JONAS).press(hand, 'hand.save', { [SOCIAL]: 'PAPER' });
    expect(textOf(handed)).toContain('Någon annan hann ändra.');
    expect(textOf(handed)).toContain('Lämna planen, version 2');
    const { plans, planRecipients } = await fileOf(sandbox, story);
    expect(plans.map(({ childPage }) => childPage)).toEqual([null, null]);
    expect(planRecipients.filter(({ planId }) => planId === plans.at(-1)?.id)).toEqual([]);
  }

  test('is a new delivery: the card comes down, and its first line is what is new for them', async () => {
    const story = await locked(sandbox);
    await handOver(story, { [SOCIAL]: 'PAPER' });
    const first = await copyOf(sandbox, LENA, story);
    const pages = await withColleague(story, ['tellChild.open', 'hand.open']);
    await story.press('more.open');
    await story.press('followUp.call');
    await story.fill('time', { date: dayFromNow(24) });
    await story.fill('family');
    await story.press('preview.open');
    await story.press('kallelse.send');
    await story.until(/Kallelsen är skickad/);
    const startMs = await openStory(sandbox, story);
    await story.press('attendance.save', { p_0: 'IN_ROOM', p_1: 'REMOTE' });
    await story.press('childGoal.save', { ownWords: 'YES' });
    for (const part of ['needs.next', 'goals.next', 'review.save']) await story.press(part);
    await story.press('measure.change:1');
    await story.press('measures.next', { dueOn: dayFromNow(40, startMs) });
    await closeStory(story, startMs);

    await nothingOfTheOldPages(story, pages);
    // What they have stays what they were handed.
    expect(await opened(sandbox, LENA, first.card)).toContain('Planen, version 1');
    await story.untilNewest(/Lämnad till 0 av 2 verksamheter/);
    await handOver(story, { [SOCIAL]: 'SECURE_POST' });
    const second = await sandbox.sink.until(
      () => copiesOf(sandbox, LENA, story).find(({ id }) => id !== first.id),
      'the new version',
    );
    expect(textOf(second.card)).toContain('Planen, version 2');
    expect(textOf(second.card)).toContain('En av era åtgärder har nytt datum.');
    await sandbox.sink.until(() => textOf(first.card).includes('står nu i ett annat meddelande'), 'the line');
    expect(await opened(sandbox, LENA, second.card)).toContain('Planen, version 2');
    expect(copiesOf(sandbox, SAMIRA, story)).toEqual([]);
    const { planRecipients } = await fileOf(sandbox, story);
    expect(planRecipients.map(({ unitId, how }) => `${unitId} ${how}`).sort()).toEqual([
      'bup-dalsland TEAMS',
      'bup-dalsland TEAMS',
      'individ-och-familj PAPER',
      'individ-och-familj SECURE_POST',
    ]);
  });
});

describe('a unit that comes in with a later consent', () => {
  const PARTIES = 'elevhalsan,individ-och-familj,bup-dalsland';
  let story: Story;
  let copy: SinkMessage;
  const renewed = async (signer: 'consent1' | 'consent2', parties: string) => {
    await goHome(story);
    await story.press('more.open');
    return story.fill(signer, { parties });
  };
  beforeAll(async () => {
    story = await locked(sandbox);
    await handOver(story, { [SOCIAL]: 'PAPER' });
    await sandbox.as(NILS).type('hej');
  });

  test('is no receiver while only one form names it', async () => {
    await renewed('consent1', `${PARTIES},habiliteringen`);
    await openHand(story);
    expect(story.input(HAB)).toBeUndefined();
  });

  test('when every form does, the card asks for it, and nobody is guessed', async () => {
    expect(await renewed('consent2', `${PARTIES},habiliteringen`)).toContain('Lämna planen. En verksamhet återstår.');
    expect(await story.press('hand.open')).toContain('Kom med efter att planen låstes. Får också läsa var ni är.');
    expect(story.input(HAB)?.value).toBe('');
    await story.press('hand.save', { [HAB]: `TEAMS:${NILS.id}` });
    copy = await copyOf(sandbox, NILS, story);
    expect(textOf(copy.card)).toContain('Ni kom med efter att planen låstes. Tryck Visa för att läsa var vi är.');
    for (const words of ALL_WORDS) expect(JSON.stringify(copy.card)).not.toContain(words);
  });

  test('reads on one card how far it has come and whom to ring, and the plan below; the others read no such thing', async () => {
    const shown = await opened(sandbox, NILS, copy.card);
    expect(shown).toContain('Var vi är');
    expect(shown).toMatch(/2 löften: 0 hållna, 2 på väg, 0 inte\. Så stod det /);
    expect(shown).toContain('Ni har inget att göra i planen än.');
    expect(shown).toMatch(/Håller i ärendet: .*Karin Ek.*\d/);
    expect(shown).toContain(WORDS.goal);
    expect(shown.indexOf('Var vi är')).toBeLessThan(shown.indexOf(WORDS.goal));
    expect(shown).toMatch(/Nästa möte enligt planen: \S+ \d+ \S+\./);
    expect(await opened(sandbox, LENA, (await copyOf(sandbox, LENA, story)).card)).not.toContain('Var vi är');
  });

  test('without the consent to copies it has nothing of the others’, not even how they have kept it', async () => {
    await withdraw(story, { what: 'SCOPE:PLAN_COPY' });
    await sandbox.sink.until(() => textOf(copy.card).includes('Samtycket till kopior'), 'it says what is left');
    const own = await opened(sandbox, NILS, copy.card);
    expect(own).toContain('Var vi är');
    expect(own).not.toContain('löften');
    for (const words of ALL_WORDS) expect(own).not.toContain(words);
  });
});
