/**
 * A later form says less than the one before: who is no longer named is out, and what is no longer said yes to is not
 * done any more.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeAtRest } from '../../support/at-rest.ts';
import { buttonsOf, textOf } from '../../support/card-json.ts';
import { caseIn } from '../../support/prepared.ts';
import { LENA, openSandbox, SAMIRA, type TestSandbox } from '../../support/sandbox.ts';
import type { Story } from '../../support/story.ts';
import type { SinkMessage } from '../../support/teams-sink.ts';
import { measureMessage, WORDS } from '../../support/trip.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => closeAtRest(sandbox));

const isLive = async (story: Story, person: { id: string }): Promise<boolean> =>
  (await story.events(person)).some((event) => !(event as { isCancelled?: boolean }).isCancelled);

const more = async (story: Story): Promise<void> => {
  if (!story.verbs().includes('more.open')) await story.press('guide.open');
  await story.press('more.open');
};

const renew = async (story: Story, filled: Record<string, string>): Promise<string> => {
  await more(story);
  return story.fill('consent1', filled);
};

const NO_BUP = { parties: 'elevhalsan,individ-och-familj' };

describe('after the kallelse', () => {
  test('T25: a new form that no longer names a called unit takes it out of the calendar at once; the others stay', async () => {
    const story = await caseIn(sandbox, 'sent');
    expect(await renew(story, NO_BUP)).toContain('En verksamhet som inte står i det är inte längre kallad.');
    await expect.poll(() => isLive(story, LENA), { timeout: 20_000 }).toBe(false);
    expect(await isLive(story, SAMIRA)).toBe(true);
    expect(story.text()).not.toContain('BUP Dalsland');
  });

  test('T25: where nobody but the own unit is left the case rests, and nobody is told whose form says less', async () => {
    const story = await caseIn(sandbox, 'sent');
    await renew(story, { parties: 'elevhalsan,habiliteringen' });
    await expect
      .poll(async () => (await isLive(story, LENA)) || (await isLive(story, SAMIRA)), { timeout: 20_000 })
      .toBe(false);
    expect(story.text()).toContain('Alla underskrifter finns inte. Mötet blir inte av nu.');
    expect(story.verbs()).toContain('case.resume');
  });
});

describe('once there is a plan', () => {
  let story: Story;
  let card: SinkMessage;
  beforeAll(async () => {
    story = await caseIn(sandbox, 'locked');
    card = await sandbox.sink.until(() => measureMessage(sandbox, 1), 'the measure in the channel');
  });

  const says = (words: string) => sandbox.sink.until(() => textOf(card.card).includes(words), words);
  const lenaSees = async (): Promise<string> => {
    const lena = sandbox.as(LENA, { conversationId: card.conversationId, conversationType: 'channel' });
    return textOf(await lena.press(card.card, 'measure.show'));
  };

  test('T25, 3: a new form without the time between the meetings: the card in the channel says no more how it goes', async () => {
    const old = card.card;
    await renew(story, { scopes: 'PREPARE,MEETING,PLAN_COPY' });
    await says('Samtycket gäller inte mellan mötena just nu.');
    expect(textOf(card.card)).not.toContain('Pågår');
    expect(buttonsOf(card.card).map(({ verb }) => verb)).toEqual(['measure.show']);
    expect(await lenaSees()).toContain(WORDS.measures[0]);
    const lena = sandbox.as(LENA, { conversationId: card.conversationId, conversationType: 'channel' });
    expect(textOf(await lena.press(old, 'measure.done'))).not.toContain('Klar. Tack!');
    await renew(story, {});
    await says('Pågår');
  });

  test('T25: the time between the meetings is taken back alone, and the rest goes on', async () => {
    await more(story);
    await story.press('withdraw.open');
    expect(await story.withdraw({ givenBy: 'GUARDIAN_2', what: 'SCOPE:BETWEEN_MEETINGS' })).toContain(
      'Resten gäller som förut.',
    );
    await says('Samtycket gäller inte mellan mötena just nu.');
    expect(await lenaSees()).toContain(WORDS.measures[0]);
    await more(story);
    await story.fill('consent2');
    await says('Pågår');
  });

  test('T25, T29: a unit that a later form no longer names sees its measures no more', async () => {
    await renew(story, NO_BUP);
    await says('Följs inte längre här.');
    expect(await lenaSees()).not.toContain(WORDS.measures[0]);
    await renew(story, {});
    await says('Pågår');
  });

  test('T29: with a consent that has ended each unit still sees its own measures, and nothing more is shared', async () => {
    await sandbox.moveClock(new Date(Date.now() + 200 * 86_400_000).toISOString());
    await says('Samtycket gäller inte mellan mötena just nu.');
    expect(await lenaSees()).toContain(WORDS.measures[0]);
    expect(buttonsOf(card.card).map(({ verb }) => verb)).toEqual(['measure.show']);
  });
});
