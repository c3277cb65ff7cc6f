/**
 * A field belongs to one page: where a page is drawn in the place of another, in the client as people have it, each list
 * shows its own choice and offers its own choices.
 */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { say, type TextKey } from '../../cards/texts/say.ts';
import { CHILD_TALK_OUTCOMES, DELIVERIES, GOAL_TERMS, HERE, OWN_WORDS } from '../../domain/codes.ts';
import { type BrowserWorld, cardOf, openBrowserWorld } from '../support/browser-world.ts';
import type { State } from '../support/prepared.ts';
import type { Known } from '../support/prepared-rows.ts';

const said = <P extends string, C extends string>(prefix: P, codes: readonly C[]) =>
  codes.map((code) => say('sv', `${prefix}.${code}` as TextKey));
const MINUTES_BEFORE = 10;

describe('a field belongs to one page', () => {
  let world: BrowserWorld;
  /** Of the case that the test is about. */
  let code: string;

  beforeAll(async () => {
    world = await openBrowserWorld('test-results/own-fields');
  }, 120_000);
  afterEach(({ task }) => world?.shootFailed(task));
  afterAll(() => world?.close());

  async function begin(state: State, known: Known = {}) {
    const file = await world.put(state, known);
    code = file.case.code;
    await card().locator.waitFor({ timeout: 20_000 });
    return file;
  }
  const { card, see } = cardOf(
    () => world,
    () => code,
  );

  /** Everybody is there. */
  async function openMeeting(): Promise<void> {
    const { meetings } = await begin('sent');
    await world.moveClock(String(meetings[0]?.startAt?.subtract({ minutes: MINUTES_BEFORE })));
    await see('Det är dags. Öppna mötet.');
    await card().press('Öppna mötet');
    await card().press('Alla kom');
  }

  test('the talk with the child, and how the invitation comes', { timeout: 120_000 }, async () => {
    await begin('heard', { child: { delivery: 'LETTER' } });
    await card().locator.locator('[title="Samtal med barnet"]').click();
    await see('Hur blev samtalet?');
    await card().choose('Hur blev samtalet?', 'Ville inte prata');
    await card().press('Inbjudan, tolk, stöd');
    const deliveries = said('delivery', DELIVERIES);
    expect(await card().list('Hur vill personen få inbjudan?')).toEqual({ chosen: 'Brev', offers: deliveries });
    await card().choose('Hur vill personen få inbjudan?', 'I handen');
    await card().press('Tillbaka');
    const outcomes = said('outcome', CHILD_TALK_OUTCOMES);
    expect(await card().list('Hur blev samtalet?')).toEqual({ chosen: 'Ville inte prata', offers: outcomes });
  });

  test('who is there, and the child’s own words', { timeout: 120_000 }, async () => {
    await openMeeting();
    await card().choose('Mamma', 'På skärm eller telefon');
    await card().press('Nästa');
    const question = say('sv', 'input.ownWords');
    expect(await card().list(question)).toEqual({ chosen: '', offers: said('ownWords', OWN_WORDS) });
    await card().choose(question, 'Frågas senare');
    await card().press('Tillbaka');
    expect(await card().list('Mamma')).toEqual({ chosen: 'På skärm eller telefon', offers: said('here', HERE) });
    await card().press('Nästa');
    expect(await card().list(question)).toEqual({ chosen: 'Frågas senare', offers: said('ownWords', OWN_WORDS) });
  });

  test('which need a goal belongs to, and who is responsible', { timeout: 120_000 }, async () => {
    await openMeeting();
    await card().press('Nästa');
    await card().press('Nästa');
    for (const need of ['Orka vara i skolan.', 'Sova bättre.']) {
      await card().fill('Det här behövs', need);
      await card().press('Lägg till');
      await see(need);
    }
    await card().press('Nästa');
    for (const goal of ['Äta lunch varje dag.', 'Somna före klockan tio.']) {
      await card().fill('Nytt mål', goal);
      await card().press('Lägg till');
      await see(goal);
    }
    await card().choose('Hör till', 'Behov 2');
    await card().press('Nästa');
    const { chosen, offers } = await card().list('Verksamhet som ansvarar, eller vem');
    expect([chosen, offers.includes('Behov 2'), offers.includes('BUP Dalsland')]).toEqual(['', false, true]);
    expect((await card().list('Vilket mål gäller det?')).offers).toEqual(['Mål 1', 'Mål 2']);
    await card().choose('Verksamhet som ansvarar, eller vem', 'BUP Dalsland');
    await card().press('Tillbaka');
    expect((await card().list('Hör till')).offers).toEqual(['Behov 1', 'Behov 2']);
    const terms = said('term', GOAL_TERMS);
    expect(await card().list('När')).toEqual({ chosen: 'till uppföljningen', offers: terms });
  });

  test('the same page, once there is less to choose from', { timeout: 120_000 }, async () => {
    await begin('locked');
    await card().press('Visa planen');
    await card().choose('Vilken åtgärd är klar?', 'Åtgärd 1');
    await card().press('Markera klar');
    expect(await card().list('Vilken åtgärd är klar?')).toEqual({ chosen: '', offers: ['Åtgärd 2'] });
  });
});
