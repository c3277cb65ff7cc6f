/** Before a follow-up: the short talks that its opening waits for, and whether the consent still holds. */
import { randomBytes } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lockedPlan } from '../../../domain/current.ts';
import { isOnOrBefore } from '../../../domain/days.ts';
import { reminderDays } from '../../../domain/reminders.ts';
import { backToToday, closeAtRest, comeToRest, storedRows } from '../../support/at-rest.ts';
import { buttonsOf, textOf } from '../../support/card-json.ts';
import { caseIn, fileOf, type PreparedStory } from '../../support/prepared.ts';
import type { Known } from '../../support/prepared-rows.ts';
import { KARIN, openSandbox, type TestSandbox } from '../../support/sandbox.ts';
import { openStory, type Story } from '../../support/story.ts';
import { dayFromNow } from '../../support/trip.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => closeAtRest(sandbox));

const canary = () => `kanarie${randomBytes(9).toString('hex').replace(/\d/g, 'x')}`;
const CANARIES = [canary(), canary(), canary(), canary()] as const;

/** The day of the meeting that its plan was locked at; the clock stands there. */
const lockedOn = () => dayFromNow(10);

/** Called to the follow-up of a locked plan, so many days from now. */
async function called(known: Known = {}): Promise<Story> {
  await backToToday(sandbox);
  const story = await caseIn(sandbox, 'locked', known);
  await story.until(/återstår/);
  await story.press('more.open');
  await story.press('followUp.call');
  await story.fill('time', { date: dayFromNow(40) });
  await story.fill('family');
  await story.press('preview.open');
  await story.press('kallelse.send');
  await story.until(/Kallelsen är skickad/);
  return story;
}

describe('barnkonventionen 12: the opening of a follow-up waits for a short talk with each', () => {
  let story: Story;
  let startMs: number;
  beforeAll(async () => {
    story = await called();
  });

  test('it can be held as soon as the plan is locked, and what is typed is for whoever is asked', async () => {
    await story.press('more.open');
    const list = await story.press('anew.open');
    for (const who of ['mamma', 'pappa', 'barnet']) expect(list).toContain(`Kort samtal med ${who}`);
    expect(list).not.toContain('✓');
    await story.press('anew1.open');
    expect(await story.press('anew1.save', { better: CANARIES[0] })).toContain('Rätta: Välj dagen för samtalet.');
    expect(story.input('better')?.value).toBe(CANARIES[0]);
    const future = await story.press('anew1.save', { better: CANARIES[0], heldOn: dayFromNow(30) });
    expect(future).toContain('Dagen har inte varit än.');
    const before = await story.press('anew1.save', { better: CANARIES[0], heldOn: dayFromNow(9) });
    expect(before).toContain('Dagen är före mötet.');
    const saved = { outcome: 'DONE', heldOn: lockedOn(), better: CANARIES[0], notBetter: CANARIES[1] };
    expect(await story.press('anew1.save', saved)).toContain('Kort samtal med mamma ✓');
    expect(JSON.stringify(story.card())).toContain('Ändra');
    await story.press('anew1.open');
    expect([story.input('better')?.value, story.input('notBetter')?.value]).toEqual([CANARIES[0], CANARIES[1]]);
    expect(story.input('wordsMayBeShown')).toBeUndefined();
    // Whom she wanted there stands as she said it last.
    expect(story.input('wants')?.value).toContain('bup-dalsland');
    // Who was called stands first, and the rest of the register is a list of its own.
    const titles = (id: string) => story.input(id)?.choices.map(({ value }) => value) ?? [];
    expect(titles('wants')).toContain('bup-dalsland');
    expect(titles('wants').length).toBeLessThan(6);
    expect(titles('wantsOthers')).toContain('habiliteringen');
    await story.press('anew1.back');
    // A day that it cannot have been is not kept by going back, and keeps nobody on the page.
    await story.press('anewChild.open');
    expect(await story.press('anewChild.back', { heldOn: dayFromNow(9) })).toContain('Kort samtal med barnet');
    // Opened and left again: nobody was talked with.
    await story.press('anewChild.open');
    await story.press('anewChild.back');
    const rows = (await fileOf(sandbox, story)).talks.filter(({ round }) => round === 2);
    expect(rows.map((talk) => talk.with)).toEqual(['GUARDIAN_1']);
    // What is chosen alone is not lost either.
    await story.press('anewChild.open');
    await story.press('anewChild.back', { outcome: 'EXCEPTION_ILL' });
    await story.press('anewChild.open');
    expect(story.input('outcome')?.value).toBe('EXCEPTION_ILL');
    await story.press('anewChild.back', { outcome: 'DONE' });
    await story.press('guide.open');
  });

  test('names are asked about once, a unit that is not called is told, and both only to whoever presses', async () => {
    await story.press('more.open');
    await story.press('anew.open');
    await story.press('anew2.open');
    const named = {
      outcome: 'DONE',
      heldOn: lockedOn(),
      better: 'Med Anna Svensson går det bra.',
      wantsOthers: 'habiliteringen',
    };
    expect(await story.press('anew2.save', named)).toContain('Tryck en gång till.');
    expect(await story.press('anew2.save', { ...named, better: '' })).toContain(
      'Inte kallad: Barn- och ungdomshabiliteringen',
    );
    await comeToRest(sandbox);
    expect(textOf(story.message.card)).not.toContain('Inte kallad');
    await story.press('guide.open');
  });

  test('pressed without the child’s: refused, with the way there; an exception has its code, and it opens', async () => {
    const event = (await story.events(KARIN)).sort((a, b) => a.start.dateTime.localeCompare(b.start.dateTime)).at(-1);
    startMs = Date.parse(`${event?.start.dateTime.slice(0, 19)}Z`);
    await sandbox.moveClock(new Date(startMs - 10 * 60_000).toISOString());
    await story.untilNewest(/Öppna mötet/);
    const refused = await story.press('meeting.open');
    expect(refused).toContain('Mötet kan öppnas när alla har fått ett kort samtal.');
    expect(refused).toContain('Kort samtal med mamma ✓');
    expect((await fileOf(sandbox, story)).case.status).toBe('INVITED');
    await story.press('anewChild.open');
    expect(await story.press('anewChild.save', { outcome: 'EXCEPTION_ILL' })).toContain('Öppna mötet');
    // It could be held after all.
    await story.press('more.open');
    await story.press('anew.open');
    await story.press('anewChild.open');
    const child = { outcome: 'ADAPTED', heldOn: dayFromNow(0, startMs), better: CANARIES[2], notBetter: CANARIES[3] };
    await story.press('anewChild.save', { ...child, wordsMayBeShown: 'true' });
    expect(await story.press('meeting.open')).toContain('1 av 5');
  });

  test('the child first, with its yes; then one line of promises, of units only', async () => {
    await story.press('attendance.all');
    const page = await story.press('attendance.save');
    expect(page).toContain(`Bättre: ${CANARIES[2]}`);
    expect(page).toContain(`Inte bättre: ${CANARIES[3]}`);
    expect(page.indexOf(CANARIES[2])).toBeLessThan(page.indexOf('2 löften'));
    expect(page).toMatch(/2 löften: 0 hållna, \d på väg, \d inte\./);
    // What a guardian said is for the preparation, and on no page of the meeting.
    for (const said of CANARIES.slice(0, 2)) expect(JSON.stringify(story.card())).not.toContain(said);
    await story.press('childGoal.back');
  });

  test('canaries: what was typed in the short talks is sealed, and in no message, log or calendar', async () => {
    const file = await fileOf(sandbox, story);
    const rows = file.talks.filter(({ round }) => round === 2);
    expect(rows.map((talk) => talk.with).sort()).toEqual(['CHILD', 'GUARDIAN_1', 'GUARDIAN_2']);
    // Only the child is asked whether its words may be shown.
    expect(rows.flatMap((talk) => (talk.wordsMayBeShown ? talk.with : []))).toEqual(['CHILD']);
    const kept = await storedRows(sandbox);
    const outbound = JSON.stringify(await sandbox.outbound());
    for (const said of CANARIES) {
      expect(kept.filter(({ text }) => text.includes(said)).map(({ table }) => table)).toEqual([]);
      expect(sandbox.sink.bodies.join()).not.toContain(said);
      expect(outbound).not.toContain(said);
      expect(await sandbox.log()).not.toContain(said);
    }
    const sealed = kept.filter(({ table, row }) => table === 'Talk' && row.betterSealed);
    expect(sealed.length).toBeGreaterThanOrEqual(2);
  });
});

test('two save the same talk at once: one row of this round', async () => {
  const story = await called();
  await story.press('more.open');
  await story.press('anew.open');
  await story.press('anewChild.open');
  const card = story.card();
  const said = (better: string) => ({ outcome: 'DONE', heldOn: lockedOn(), better });
  const answers = await Promise.all(
    ['Morgnarna.', 'Rasterna.'].map((better) => sandbox.as(KARIN).press(card, 'anewChild.save', said(better))),
  );
  expect(answers.map(textOf).filter((text) => text.includes('Någon annan hann ändra'))).toHaveLength(1);
  const talks = (await fileOf(sandbox, story)).talks.filter(
    ({ round, with: partner }) => round === 2 && partner === 'CHILD',
  );
  expect(talks).toHaveLength(1);
});

test('somebody of age has one talk, and no word of a family', async () => {
  const story = await called({ youth: true });
  await story.press('more.open');
  expect(await story.press('anew.open')).toContain('Kort samtal med den unge');
  expect(story.verbs().filter((verb) => verb.startsWith('anew'))).toEqual(['anewChild.open']);
  const page = await story.press('anewChild.open');
  expect(page).not.toMatch(/vårdnadshav|familjen|barnet|mamma|pappa/i);
  expect(story.input('outcome')?.choices.map(({ value }) => value)).toEqual(['DONE', 'ADAPTED', 'DECLINED']);
  // A guardian's button from before: nobody else is talked with, and nothing of it is kept.
  const said = { outcome: 'DONE', heldOn: lockedOn(), better: 'Morgnarna.' };
  expect(await story.pressUnshown('anew1.save', said)).toContain('Det här kortet hade hunnit bli gammalt.');
  expect((await fileOf(sandbox, story)).talks.map((talk) => talk.with)).not.toContain('GUARDIAN_1');
});

describe('"Gäller samtycket fortfarande?"', () => {
  /** Ends between its reminder and the follow-up, which is sixty days after the meeting. */
  const SHORT = () => ({ consent: { validToOn: Temporal.PlainDate.from(dayFromNow(66)) } });
  const near = async (story: Story): Promise<string> => {
    const on = lockedPlan(await fileOf(sandbox, story))?.followUpOn as Temporal.PlainDate;
    const old = story.message;
    await sandbox.moveClock(`${reminderDays(on)[0]}T09:00:00Z`);
    await sandbox.sink.until(() => textOf(old.card).includes('står nu i ett annat meddelande'), 'the line');
    return story.untilNewest(/^Uppföljning av \S+ om /m);
  };
  const start = async (known: Known = {}): Promise<PreparedStory> => {
    await backToToday(sandbox);
    return caseIn(sandbox, 'locked', known);
  };
  const answer = async (story: Story) => {
    const { consentAnswer, consentAnsweredAt } = lockedPlan(await fileOf(sandbox, story)) ?? {};
    return [consentAnswer, consentAnsweredAt !== null];
  };
  const ends = async (story: Story) =>
    (await fileOf(sandbox, story)).consents.map(({ validToOn }) => validToOn?.toString());

  test('two weeks before, with the short talks; "Ja" is kept with its day and extends nothing', async () => {
    const story = await start();
    expect(buttonsOf(story.message.card).map(({ verb }) => verb)).not.toContain('consentBefore.stands');
    const card = await near(story);
    expect(card).toContain('Gäller samtycket fortfarande? Det räcker till uppföljningen');
    expect(card).toContain('0 av 3 klara');
    const before = await ends(story);
    const said = await story.press('consentBefore.stands');
    expect(said).toContain('Svaret är sparat. Samtycket gäller lika länge som förut.');
    expect(said).not.toContain('Gäller samtycket fortfarande?');
    expect(await answer(story)).toEqual(['STANDS', true]);
    expect(await ends(story)).toEqual(before);
    // A colleague's card, that was not drawn anew yet.
    expect(await story.pressUnshown('consentBefore.notExtended')).toContain('hunnit bli gammalt');
    expect(await answer(story)).toEqual(['STANDS', true]);
  });

  test('no press extends a consent: one that does not reach the follow-up cannot be said to stand; the new forms answer it', async () => {
    const story = await start(SHORT());
    const on = lockedPlan(await fileOf(sandbox, story))?.followUpOn as Temporal.PlainDate;
    expect(await near(story)).toContain('Det räcker inte till uppföljningen');
    expect(story.verbs()).not.toContain('consentBefore.stands');
    // A button from before.
    const [own] = buttonsOf(story.card());
    const verb = 'consentBefore.stands';
    const old = await story.client.send(story.client.pressed({ verb, data: { ...own?.data, verb } } as never, {}));
    expect(JSON.stringify(old.body)).toContain('Ett svar förlänger det inte.');
    expect(await answer(story)).toEqual([null, false]);
    expect((await ends(story)).every((day) => day === SHORT().consent.validToOn.toString())).toBe(true);

    const signedOn = reminderDays(on)[0]?.toString() ?? '';
    for (const signer of ['consent1', 'consent2'] as const) {
      story.look();
      await story.press('consentBefore.renewed');
      expect(story.verbs()).toContain(`${signer}.save`);
      await story.fill(signer, { signedOn });
    }
    expect(story.text()).not.toContain('Gäller samtycket fortfarande?');
    const given = (await fileOf(sandbox, story)).consents.filter((one) => one.signedOn?.toString() === signedOn);
    expect(given.every((one) => one.validToOn && isOnOrBefore(on, one.validToOn))).toBe(true);
    expect(given).toHaveLength(2);
    // What nobody asks any more is not answered by a card from before the forms.
    expect(await story.pressUnshown('consentBefore.notExtended')).toContain('hunnit bli gammalt');
    expect(await answer(story)).toEqual([null, false]);
  });

  test('"Förlängs inte" is kept without who and why, and what follows is said', async () => {
    const story = await start(SHORT());
    const on = lockedPlan(await fileOf(sandbox, story))?.followUpOn as Temporal.PlainDate;
    await near(story);
    const said = await story.press('consentBefore.notExtended');
    expect(said).toContain('Samtycket förlängs inte, så uppföljningen');
    expect(said).toContain('familjen har kvar sin plan');
    expect(said).toContain('och förlängs inte.');
    expect(said).not.toContain('Fråga familjen om det ska förlängas');
    expect(await answer(story)).toEqual(['NOT_EXTENDED', true]);
    expect((await fileOf(sandbox, story)).case.status).toBe('PLAN_ACTIVE');
    // The follow-up can be begun, and is not called without a consent.
    await story.press('followUp.call');
    expect(await story.fill('time', { date: on.toString() })).toContain('Samtycket har gått ut den dagen.');
  });

  test('where no plan is followed up no answer is kept, whatever an old card sends', async () => {
    await backToToday(sandbox);
    const story = await caseIn(sandbox, 'sent');
    for (const verb of ['consentBefore.stands', 'consentBefore.notExtended', 'consentBefore.renewed'])
      expect(await story.pressUnshown(verb)).toContain('Det här kortet hade hunnit bli gammalt.');
    // On paper only nothing is asked from here.
    const onPaper = await start();
    const { id } = onPaper.file.case;
    await sandbox.stored().prisma.case.update({ where: { id }, data: { safety: 'RESTRICTED' } });
    expect(await onPaper.pressUnshown('consentBefore.notExtended')).toContain('hade hunnit bli gammalt');
    expect(await answer(onPaper)).toEqual([null, false]);
  });

  test('asked while the follow-up is called too, and the card comes down for it once a day', async () => {
    const story = await called();
    const { meetings } = await fileOf(sandbox, story);
    const startAt = meetings.at(-1)?.startAt;
    const on = startAt?.toZonedDateTimeISO('Europe/Stockholm').toPlainDate() as Temporal.PlainDate;
    const [old, before] = [story.message, sandbox.sink.messages.length];
    await sandbox.moveClock(`${reminderDays(on)[0]}T09:00:00Z`);
    await sandbox.sink.until(() => textOf(old.card).includes('står nu i ett annat meddelande'), 'the line');
    const card = await story.untilNewest(/Gäller samtycket fortfarande\?/);
    expect(sandbox.sink.messages.indexOf(story.message)).toBeGreaterThanOrEqual(before);
    expect(card).toContain('Korta samtal inför uppföljningen');
    expect(await story.press('consentBefore.stands')).not.toContain('Gäller samtycket fortfarande?');
    await openStory(sandbox, story);
  });
});
