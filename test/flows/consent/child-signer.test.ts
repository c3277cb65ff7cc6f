/**
 * The child as signer, pressed: judged, its own form, its no, what is taken back, and the day it is of age. Every row of
 * the table stands in `domain/child-signer.test.ts`.
 */
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { backToToday, closeAtRest } from '../../support/at-rest.ts';
import { caseIn, fileOf } from '../../support/prepared.ts';
import { LENA, openSandbox, SAMIRA, type TestSandbox } from '../../support/sandbox.ts';
import type { Story } from '../../support/story.ts';
import { dayFromNow } from '../../support/trip.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
beforeEach(() => backToToday(sandbox));
afterAll(() => closeAtRest(sandbox));

const RESTS = 'Alla underskrifter finns inte. Mötet blir inte av nu.';
const NOT_JUDGED = { childAble: null, childAbleAt: null, childAbleRole: null, childAbleSecond: null };
const child12 = (set = {}) => ({ case: { ageBand: 'A12_14' as const, ...set } });
const judgedAt15 = (childAble: 'YES' | 'NO') => ({ ageBand: 'A15_17' as const, childAble });

const live = async (story: Story, person: { id: string }) =>
  (await story.events(person)).filter((event) => !(event as { isCancelled?: boolean }).isCancelled);
const more = async (story: Story): Promise<string> => {
  if (!story.verbs().includes('more.open')) await story.press('guide.open');
  return story.press('more.open');
};
const saysStop = async (story: Story, givenBy: string): Promise<string> => {
  await more(story);
  await story.press('withdraw.open');
  return story.withdraw({ givenBy });
};
const answersOnPaper = async (story: Story, filled: Record<string, string>): Promise<string> => {
  if (!story.verbs().includes('child.open')) await story.press('guide.open');
  await story.press('child.open');
  await story.press('child.save');
  return story.press('childMore.save', { informed: 'true', ...filled });
};

describe('OSL 12:3: whether the child can decide', () => {
  test('nobody has judged it: a gap at the kallelse, no preset; then the child signs, and it can be sent', async () => {
    const story = await caseIn(sandbox, 'prepared', child12(NOT_JUDGED));
    expect(await story.press('preview.open')).toContain('Om barnet självt kan ta ställning');
    expect(await story.press('childAble.open')).toContain('Oftast nej. Barnet ska alltid höras.');
    expect(story.input('able')?.value).toBe('');
    expect(await story.press('childAble.save')).toContain('Rätta: Välj ja, tveksamt eller nej.');
    await story.press('childAble.save', { able: 'UNSURE' });
    expect(story.text()).toContain('Underskrift från barnet');
    await story.press('guide.open');
    expect(story.text()).toContain('Barnets egen underskrift saknas.');
    await story.fill('consentYouth');
    await story.press('preview.open');
    await story.press('kallelse.send');
    await story.until(/Kallelsen är skickad/);
    expect((await fileOf(sandbox, story)).case).toMatchObject({
      childAble: 'UNSURE',
      childAbleRole: expect.stringContaining('kurator'),
      childAbleSecond: null,
      childAbleBand: 'A12_14',
    });
  });

  test('whoever is judged able below 12 is then asked what the guardians are not to know', async () => {
    const story = await caseIn(sandbox, 'prepared', { case: NOT_JUDGED });
    await story.press('child.open');
    await story.press('child.save');
    expect(story.input('mayTell')).toBeUndefined();
    await story.press('childMore.able');
    expect(await story.press('childAble.save', { able: 'YES' })).toContain('En fråga till, till barnet ensamt.');
    expect(story.input('mayTell')?.choices).toMatchObject([{ title: 'Ja' }, { title: 'Nej' }]);
    expect(await story.press('childMore.save', { mayTell: 'NO' })).toContain('Det här ärendet sköts på papper.');
  });

  test('at 15–17 a no is for two to say, and the page asks what is usual', async () => {
    const turns18On = Temporal.PlainDate.from(dayFromNow(500));
    const story = await caseIn(sandbox, 'prepared', { case: { ageBand: 'A15_17', turns18On, ...NOT_JUDGED } });
    await story.press('preview.open');
    expect(await story.press('childAble.open')).toContain('Oftast ja.');
    expect(await story.press('childAble.save', { able: 'NO' })).toContain(
      'Vid 15–17 år behöver en till bedöma ett nej.',
    );
    await story.press('childAble.save', { able: 'NO', ableSecond: 'PSYCHOLOGIST' });
    expect(await story.press('preview.open')).toContain('Läs igenom kallelsen');
  });

  test('at 6–11 it stands further in, and a no of the child asks for it', async () => {
    const story = await caseIn(sandbox, 'prepared');
    expect(await story.press('preview.open')).toContain('Läs igenom kallelsen');
    expect(await answersOnPaper(story, { shares: 'NO' })).toContain('Kan barnet självt ta ställning?');
    await story.press('childAble.save', { able: 'NO' });
    expect(await story.press('preview.open')).toContain('Vad ni gör när barnet har sagt nej');
  });

  test('what the child leaves out is out, silently', async () => {
    const story = await caseIn(sandbox, 'signed', {
      ...child12({ childAble: 'YES' }),
      consentOf: { YOUTH: { parties: ['elevhalsan', 'individ-och-familj'], scopes: ['MEETING'] } },
    });
    await story.press('invite.open');
    expect(JSON.stringify(story.card())).not.toContain(LENA.id);
    expect(JSON.stringify(story.card())).toContain(SAMIRA.id);
  });

  test('under two units in common the case rests', async () => {
    const story = await caseIn(sandbox, 'signed', { ...child12({ childAble: 'YES' }) });
    expect(await story.fill('consentYouth', { parties: 'elevhalsan,habiliteringen' })).toContain(RESTS);
    expect((await fileOf(sandbox, story)).case.restReason).toBe('TOO_LITTLE');
  });
});

describe('the no', () => {
  test('OSL 12:3: of a child that is able rests the case; nothing is erased, and the child is asked anew when it goes on', async () => {
    const story = await caseIn(sandbox, 'prepared', child12({ childAble: 'YES' }));
    expect(await answersOnPaper(story, { shares: 'NO' })).toContain(RESTS);
    expect(story.text()).not.toMatch(/barn/i);
    const rests = await fileOf(sandbox, story);
    expect(rests.case).toMatchObject({ status: 'STOPPED', restReason: 'NOT_SIGNED' });
    expect([rests.consents.length, rests.talks.length]).toEqual([3, 2]);
    await story.press('case.resume');
    const again = await fileOf(sandbox, story);
    expect(again.case.restReason).toBeNull();
    expect(again.talks.find((talk) => talk.with === 'CHILD')?.shares).toBeNull();
  });

  test('OSL 12:3: a no before the judgement waits for it', async () => {
    const story = await caseIn(sandbox, 'prepared', child12(NOT_JUDGED));
    expect(await answersOnPaper(story, { shares: 'NO' })).toContain('Kan barnet självt ta ställning?');
    expect(await story.press('childAble.save', { able: 'YES' })).toContain(RESTS);
  });

  test('OSL 12:3: with the same force after the kallelse', async () => {
    const story = await caseIn(sandbox, 'sent', child12({ childAble: 'YES' }));
    expect(await saysStop(story, 'YOUTH')).toContain('Samtycket är återkallat. Jag delar inget mer.');
    await expect.poll(() => live(story, SAMIRA), { timeout: 20_000 }).toEqual([]);
    await story.press('case.resume');
    expect(await story.press('preview.open')).toContain('Underskrift från barnet');
  });

  test('barnkonventionen 12: of one that does not sign is answered: waiting, changed, or told by whom and when', async () => {
    const story = await caseIn(sandbox, 'sent', child12());
    expect(await saysStop(story, 'CHILD')).toContain('Fråga inte varför.');
    expect(story.text()).toContain('Någon har sagt nej. Öppna Mer');
    expect(await live(story, SAMIRA)).toHaveLength(1);
    await more(story);
    await story.press('goOn.open');
    await story.press('goOn.save', { childNoAnswer: 'WAIT' });
    expect(story.text()).toContain('Någon har sagt nej.');
    await more(story);
    await story.press('goOn.open');
    expect(await story.press('goOn.save', { childNoAnswer: 'TOLD' })).toContain('Rätta: Välj vem som har berättat');
    expect(
      await story.press('goOn.save', { childNoAnswer: 'TOLD', childNoRole: 'CONVENER', childNoOn: dayFromNow(2) }),
    ).toContain('Rätta: Dagen har inte varit än.');
    await story.press('goOn.save', { childNoAnswer: 'TOLD', childNoRole: 'CONVENER', childNoOn: dayFromNow(0) });
    expect(story.text()).not.toContain('Någon har sagt nej.');
  });

  test('OSL 12:3: of one that nobody has judged: what is sent stands, and it is judged first', async () => {
    for (const [able, isOver] of [
      ['NO', false],
      ['YES', true],
    ] as const) {
      const story = await caseIn(sandbox, 'sent', child12(NOT_JUDGED));
      await saysStop(story, 'CHILD');
      expect(await live(story, SAMIRA)).toHaveLength(1);
      await more(story);
      expect(story.verbs()).not.toContain('goOn.open');
      await story.press('childAble.open');
      const said = await story.press('childAble.save', { able });
      expect(said.includes(RESTS)).toBe(isOver);
      if (isOver) await expect.poll(() => live(story, SAMIRA), { timeout: 20_000 }).toEqual([]);
      else {
        await more(story);
        expect(story.verbs()).toContain('goOn.open');
      }
    }
  });

  test('SoL 21:1: staff read from 12 on that social services can sometimes help, also where one guardian signs; not before', async () => {
    const help = 'Från 12 år kan socialtjänsten ibland besluta om hjälp med barnets eget samtycke.';
    for (const [known, isSaid] of [
      [child12({ childAble: 'YES' }), true],
      [child12(), true],
      [{}, false],
      [{ ...child12(), oneGuardian: true }, true],
      [{ oneGuardian: true }, false],
    ] as const) {
      const story = await caseIn(sandbox, 'signed', known);
      await more(story);
      expect((await story.press('refuse.open')).includes(help)).toBe(isSaid);
    }
  });
});

describe('FB 6:2: of age', () => {
  const monthFrom = (days: number) => Temporal.PlainDate.from(`${dayFromNow(days).slice(0, 7)}-01`);

  test('the form for the time from 18 is signed sixty days before at the earliest, and counts from the birthday', async () => {
    const turns18On = monthFrom(50);
    const early = await caseIn(sandbox, 'signed', { case: { ...judgedAt15('NO'), turns18On: monthFrom(150) } });
    expect(early.verbs()).not.toContain('consentYouth.open');
    const meets = turns18On.add({ days: 20 }).toString();
    const later = await caseIn(sandbox, 'chosen', { case: { ...judgedAt15('NO'), turns18On } });
    await later.fill('time', { date: meets, lateReason: 'FAMILY_WISH' });
    if (later.verbs().includes('time.save')) await later.press('time.save', { lateReason: 'FAMILY_WISH' });
    await later.press('consentYouth.open');
    const old = turns18On.subtract({ days: 61 }).toString();
    expect(await later.press('consentYouth.save', { signedOn: old })).toContain('tidigast 60 dagar före den månaden');
    const today = { signedOn: dayFromNow(0), validMonths: '6' };
    expect(await later.press('consentYouth.save', { ...today, validFromOn: dayFromNow(0) })).toContain(
      'gäller från den månad då den unge fyller 18',
    );
    await later.fill('consentYouth', { ...today, validFromOn: '' });
    const { consents } = await fileOf(sandbox, later);
    expect(consents.find(({ givenBy }) => givenBy === 'YOUTH')?.validFromOn?.toString()).toBe(turns18On.toString());
  });

  test('an own earlier form is asked about before the next kallelse, and stands when the young person says so', async () => {
    const turns18On = monthFrom(50);
    const story = await caseIn(sandbox, 'prepared', {
      case: { ...judgedAt15('YES'), turns18On },
      consentOf: { YOUTH: { signedOn: Temporal.PlainDate.from(dayFromNow(-90)), validMonths: 12 } },
      consent: { validMonths: 12 },
    });
    expect(story.text()).toContain('Fråga om den egna blanketten från tidigare gäller också då.');
    await sandbox.moveClock(`${turns18On.toString()}T10:00:00Z`);
    await story.press('more.open');
    await story.press('guide.open');
    expect(await story.press('consentYouth.open')).toContain('Den unge skrev under själv');
    await story.press('ownForm.stands');
    expect((await fileOf(sandbox, story)).case.ownFormAskedOn?.toString()).toBe(turns18On.toString());
    expect(story.text()).not.toContain('Fråga om den egna blanketten');
  });

  test('the age is changed to 18–20: a form from when it was a child is asked about, also where the month was not known', async () => {
    const story = await caseIn(sandbox, 'prepared', {
      ...child12({ childAble: 'YES' }),
      consentOf: { YOUTH: { signedOn: Temporal.PlainDate.from(dayFromNow(-90)) } },
    });
    await story.press('start.open');
    await story.press('start.save', { ageBand: 'A18_20' });
    if (story.verbs().includes('startMore.save')) await story.press('startMore.save');
    expect(await story.press('preview.open')).toContain('gäller blanketten från före 18 år?');
    await story.press('consentYouth.open');
    await story.press('ownForm.stands');
    expect(await story.press('preview.open')).not.toContain('blanketten från före 18');
  });
});
