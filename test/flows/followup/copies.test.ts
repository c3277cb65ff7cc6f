/**
 * The plan is handed over: a copy of that version in the chat of who was called, neutral as it stands, read by nobody
 * else, and gone at once when the consent is.
 */
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeAtRest, comeToRest } from '../../support/at-rest.ts';
import { buttonsOf, inputNamed, textOf } from '../../support/card-json.ts';
import {
  ALL_WORDS,
  BUP,
  copiesOf,
  copyOf,
  GONE,
  goHome,
  JONAS,
  KARINS,
  LENAS,
  locked,
  OSKAR,
  opened,
  openHand,
  PETRA,
  pressUnshown,
  SOCIAL,
  verbsOf,
  withdraw,
} from '../../support/copies.ts';
import { fileOf } from '../../support/prepared.ts';
import { KARIN, LENA, openSandbox, SAMIRA, type TestSandbox } from '../../support/sandbox.ts';
import type { Story } from '../../support/story.ts';
import type { SinkMessage } from '../../support/teams-sink.ts';
import { WORDS } from '../../support/trip.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
  for (const person of [LENA, PETRA, JONAS, OSKAR]) await sandbox.as(person).type('hej');
});
afterAll(() => closeAtRest(sandbox));

describe('PDL 5:4, after the lock', () => {
  let story: Story;
  let copy: SinkMessage;
  beforeAll(async () => {
    story = await locked(sandbox);
  });

  test('the card says that it is still to be handed over; one press leads there, and everything is proposed', async () => {
    expect(story.text()).toContain('Lämna planen. 2 verksamheter återstår.');
    expect(story.text()).toContain('Lämnad till 0 av 2 verksamheter');
    const page = await openHand(story);
    expect(page).toContain('Lämna planen, version 1');
    expect(story.input(BUP)?.value).toBe(`TEAMS:${LENA.id}`);
    expect(story.input(SOCIAL)?.value).toBe(`TEAMS:${SAMIRA.id}`);
    expect(story.input(BUP)?.choices.map(({ title }) => title)).toEqual([
      'I Teams: Lena Hassel, psykolog',
      expect.stringContaining('I Teams: Petra Ask'),
      'På papper',
      'Säker digital post',
    ]);
    expect(copiesOf(sandbox, LENA, story)).toEqual([]);
  });

  test('handed over: a neutral card comes in the chat, without a word that anybody typed', async () => {
    expect(await story.press('hand.save')).toContain('Planen är lämnad.');
    copy = await copyOf(sandbox, LENA, story);
    expect(textOf(copy.card)).toContain('En plan är lämnad till dig. Tryck Visa för att läsa.');
    expect(textOf(copy.card)).toContain('Hela planen, som den såg ut när den låstes');
    expect(verbsOf(copy.card)).toEqual(['copy.show']);
    for (const words of ALL_WORDS) expect(JSON.stringify(copy.card)).not.toContain(words);
    expect(story.text()).not.toContain('Lämna planen.');
    // Whoever has not written to the bot is not reached by it: the convener is.
    expect(story.text()).toContain('Be en person skriva **hej** till mig i Teams');
    expect(story.text()).toContain('Lämna planen till de hem som inte har fått den än.');
  });

  test('whoever has not opened the bot gets it when they write to it, and the convener sees that it waits', async () => {
    expect(await openHand(story)).toContain('Inte framme än: personen har inte skrivit till mig.');
    await comeToRest(sandbox);
    expect(copiesOf(sandbox, SAMIRA, story)).toEqual([]);
    await sandbox.as(SAMIRA).type('hej');
    expect(textOf((await copyOf(sandbox, SAMIRA, story)).card)).toContain('En plan är lämnad till dig.');
  });

  test('Visa: the plan as it was locked, for the one who presses; it is in the audit, and has arrived', async () => {
    const shown = await sandbox.as(LENA).press(copy.card, 'copy.show');
    // What is hers and by when, what to do with it, and whom to ring.
    expect(textOf(shown)).toMatch(/En åtgärd är er, senast \S+ \d+ \S+\./);
    expect(textOf(shown)).toContain('Bara du ser texten här.');
    expect(textOf(shown)).toContain('Tryck sedan Infört i akten, så ser den som kallade det.');
    expect(textOf(shown)).toMatch(/Håller i ärendet: .*Karin Ek.*\d/);
    for (const words of ALL_WORDS) expect(textOf(shown)).toContain(words);
    for (const words of [WORDS.childWords, WORDS.original]) expect(textOf(shown)).not.toContain(words);
    const { case: row, planRecipients } = await fileOf(sandbox, story);
    expect(planRecipients.find(({ unitId }) => unitId === 'bup-dalsland')?.arrivedOn).not.toBeNull();
    const read = await sandbox.stored().prisma.audit.findMany({ where: { caseId: row.id, act: 'copy.show' } });
    expect(read.map(({ actorId, outcome }) => [actorId, outcome])).toEqual([[LENA.id, 'ok']]);
    expect(await openHand(story)).toMatch(/BUP Dalsland: hela planen\. Lämnad .*\. Öppnad /);
    expect(story.input(BUP)).toBeUndefined();
    expect(textOf(await sandbox.as(LENA).press(shown, 'copy.close'))).not.toContain(WORDS.goal);
  });

  test('what is done afterwards is not in the copy', async () => {
    await goHome(story);
    await story.press('plan.show');
    const ofLena = story.input('measure')?.choices[0]?.value ?? '';
    await story.press('plan.measureDone', { measure: ofLena });
    expect(await opened(sandbox, LENA, copy.card)).toMatch(new RegExp(`${LENAS}\\n.*Pågår`));
  });

  test('nobody else reads it: not a colleague, not another unit, not who works in the case', async () => {
    for (const someone of [PETRA, SAMIRA, OSKAR, KARIN]) {
      const refused = await opened(sandbox, someone, copy.card);
      expect(refused).toContain('Du har inte behörighet');
      expect(refused).not.toContain(WORDS.goal);
    }
  });

  test('"Text att klistra in" has the unit’s own measures and the next meeting, and nobody else’s words', async () => {
    const page = await sandbox.as(LENA).press(await sandbox.as(LENA).press(copy.card, 'copy.show'), 'copy.text');
    const text = inputNamed(page, 'ownText')?.value ?? '';
    expect(text).toContain(`Åtgärd 1: ${LENAS}`);
    expect(text).toMatch(/Vi ses igen: \S+ \d+/);
    for (const words of [WORDS.childGoal, WORDS.need, WORDS.goal, KARINS]) expect(text).not.toContain(words);
    expect(await opened(sandbox, LENA, page, 'copy.show')).toContain(WORDS.goal);
  });

  test('"Infört i akten" is ticked by who has it, once, and the convener sees it', async () => {
    const shown = await sandbox.as(LENA).press(copy.card, 'copy.show');
    const filed = await sandbox.as(LENA).press(shown, 'copy.filed');
    expect(textOf(filed)).toContain('Klart. Planen är införd i er akt');
    expect(verbsOf(filed)).not.toContain('copy.filed');
    await sandbox.sink.until(
      () => textOf(copy.card).includes('Klart. Planen är införd i er akt'),
      'the day on the card',
    );
    expect(await openHand(story)).toMatch(/BUP Dalsland: hela planen\..*Införd i akten/);
    // Pressed once more another day, the day is that of the first press.
    const filedOn = async () =>
      String((await fileOf(sandbox, story)).planRecipients.find(({ unitId }) => unitId === 'bup-dalsland')?.filedOn);
    const first = await filedOn();
    await sandbox.moveClock(`${Temporal.PlainDate.from(first).add({ days: 1 })}T09:00:00Z`);
    await pressUnshown(sandbox, LENA, filed, 'copy.filed');
    expect(await filedOn()).toBe(first);
  });

  test('a colleague is let in, reads it on a card of their own, and is let out', async () => {
    const lena = sandbox.as(LENA);
    const page = await lena.press(await lena.press(copy.card, 'copy.show'), 'copy.colleague');
    expect(inputNamed(page, 'colleague')?.choices.map(({ value }) => value)).toEqual([PETRA.id]);
    // Nobody of another unit, nobody at all: a sentence, and the page stays.
    for (const [colleague, sentence] of [
      [OSKAR.id, 'Personen finns inte i din verksamhet. Välj någon annan.'],
      [LENA.id, 'Personen finns inte i din verksamhet. Välj någon annan.'],
      ['', 'Välj en kollega.'],
    ] as const) {
      const asked = await lena.press(copy.card, 'copy.show').then((card) => lena.press(card, 'copy.colleague'));
      const refused = await lena.press(asked, 'copy.letIn', { colleague });
      expect(textOf(refused)).toContain(sentence);
      expect(verbsOf(refused)).toContain('copy.letIn');
    }
    const again = await lena.press(copy.card, 'copy.show').then((card) => lena.press(card, 'copy.colleague'));
    expect(textOf(await lena.press(again, 'copy.letIn', { colleague: PETRA.id }))).toContain(
      'Din kollega kan läsa planen nu, i sin egen chatt med mig.',
    );
    const theirs = await copyOf(sandbox, PETRA, story);
    const read = await sandbox.as(PETRA).press(theirs.card, 'copy.show');
    expect(textOf(read)).toContain(WORDS.goal);
    expect(verbsOf(read)).not.toContain('copy.colleague');
    for (const verb of ['copy.colleague', 'copy.letIn', 'copy.letOut'])
      expect(await pressUnshown(sandbox, PETRA, read, verb, { colleague: LENA.id })).toContain(
        'Du har inte behörighet',
      );
    const letIn = (await fileOf(sandbox, story)).planRecipients.map(({ letInId }) => letInId);
    expect(letIn.filter((id) => id !== null)).toEqual([PETRA.id]);
    expect(await openHand(story)).toContain('En kollega läser också.');

    const out = await lena.press(copy.card, 'copy.show').then((card) => lena.press(card, 'copy.colleague'));
    const standing = theirs.card;
    expect(textOf(await lena.press(out, 'copy.letOut'))).toContain('Din kollega kan inte läsa planen längre.');
    await sandbox.sink.until(() => textOf(theirs.card).includes('läses inte här längre'), 'the line');
    expect(buttonsOf(theirs.card)).toEqual([]);
    const refused = await opened(sandbox, PETRA, standing);
    expect(refused).toContain('läses inte här längre');
    expect(refused).not.toContain(WORDS.goal);
    expect(await opened(sandbox, LENA, copy.card)).toContain(WORDS.goal);
  });

  test('without the consent to copies the whole closes, and the unit’s own stays', async () => {
    expect(await withdraw(story, { what: 'SCOPE:PLAN_COPY' })).toContain('En del av samtycket är återkallad.');
    await sandbox.sink.until(
      () => textOf(copy.card).includes('Samtycket till kopior gäller inte längre.'),
      'it says what is left',
    );
    const own = await opened(sandbox, LENA, copy.card);
    expect(own).toContain(LENAS);
    expect(own).toContain('Era åtgärder');
    for (const words of [WORDS.childGoal, WORDS.need, WORDS.goal, KARINS]) expect(own).not.toContain(words);
  });

  test('taken out, it is all gone at once; another unit’s stays', async () => {
    const old = copy.card;
    const theirs = await copyOf(sandbox, SAMIRA, story);
    await withdraw(story, { what: 'PARTY:bup-dalsland' });
    await sandbox.sink.until(() => textOf(copy.card).includes(GONE), 'it is gone');
    expect(buttonsOf(copy.card)).toEqual([]);
    const refused = await opened(sandbox, LENA, old);
    expect(refused).toContain(GONE);
    expect(refused).not.toContain(LENAS);
    expect(verbsOf(theirs.card)).toContain('copy.show');
  });

  test('withdrawn, nothing of it can be read anywhere', async () => {
    const theirs = await copyOf(sandbox, SAMIRA, story);
    const old = theirs.card;
    await withdraw(story);
    await sandbox.sink.until(() => textOf(theirs.card).includes(GONE), 'it is gone');
    expect(await opened(sandbox, SAMIRA, old)).toContain(GONE);
  });
});
