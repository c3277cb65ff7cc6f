/**
 * Who has not signed can say stop too, at any time; a topic that is taken back is told.
 */
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { backToToday, closeAtRest } from '../../support/at-rest.ts';
import { inputsOf } from '../../support/card-json.ts';
import { caseIn } from '../../support/prepared.ts';
import { KARIN, LENA, openSandbox, SAMIRA, type TestSandbox } from '../../support/sandbox.ts';
import type { Story } from '../../support/story.ts';
import { dayFromNow, WORDS } from '../../support/trip.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
beforeEach(() => backToToday(sandbox));
afterAll(() => closeAtRest(sandbox));

const live = async (story: Story, person: { id: string }) =>
  (await story.events(person)).filter((event) => !(event as { isCancelled?: boolean }).isCancelled);
const more = async (story: Story): Promise<string> => {
  if (!story.verbs().includes('more.open')) await story.press('guide.open');
  return story.press('more.open');
};
const withdraw = async (story: Story, filled: Record<string, string>): Promise<string> => {
  await more(story);
  await story.press('withdraw.open');
  return story.withdraw(filled);
};

/** The father cannot be reached, and a manager has decided that he is not waited for. */
const sentWithoutFather = (): Promise<Story> =>
  caseIn(sandbox, 'sent', {
    case: {
      excusedGuardian: 'GUARDIAN_2',
      excusedRole: 'HEAD_TEACHER',
      excusedOn: Temporal.PlainDate.from(dayFromNow(-1)),
      excusedRef: 'dnr 2026/12',
    },
  });

describe('a guardian who was not waited for', () => {
  test('T25, 2.3: says stop after the kallelse: it is off at once, and after that their consent is needed', async () => {
    const story = await sentWithoutFather();
    expect(await withdraw(story, { givenBy: 'GUARDIAN_2' })).toContain('Samtycket är återkallat. Jag delar inget mer.');
    await expect.poll(() => live(story, SAMIRA), { timeout: 20_000 }).toEqual([]);
    await story.press('case.resume');
    expect(await story.press('preview.open')).toContain('Underskrift från pappa');
  });

  test('2.3: is reached after the kallelse: nothing more is shared until their consent is there', async () => {
    const story = await sentWithoutFather();
    await more(story);
    expect(await story.press('guardian2.undoExcuse')).toContain('Inget mer delas förrän det finns.');
    expect(story.text()).toContain('En underskrift saknas.');
    await more(story);
    expect(await story.press('told.open')).toContain('Ingen får veta vem det gäller före mötet.');
    await story.press('told.back');
    await more(story);
    await story.fill('consent2');
    expect(story.text()).not.toContain('En underskrift saknas.');
    expect(await live(story, SAMIRA)).toHaveLength(1);
  });
});

describe('what may be spoken about', () => {
  test('T11, 5: two consents without a topic in common are none', async () => {
    const story = await caseIn(sandbox, 'prepared', {
      consentOf: { GUARDIAN_1: { topics: ['SCHOOL'] }, GUARDIAN_2: { topics: ['SCHOOL', 'HEALTH'] } },
    });
    expect(await story.press('preview.open')).toContain('Samverkansmöte');
    await story.press('guide.open');
    expect(await story.press('check.open')).toContain('Det ni får prata om: Skola och förskola.');
    await story.press('guide.open');
    await story.fill('consent2', { topics: 'HEALTH' });
    expect(await story.press('preview.open')).toContain('Ett ämne som alla har sagt ja till');
  });

  test('T25: a topic is taken back after the kallelse: those who must be told are the next step, until they have confirmed it', async () => {
    const story = await caseIn(sandbox, 'sent');
    await more(story);
    expect(await story.press('told.open')).toContain(
      'Det ni får prata om: Skola och förskola, Psykisk hälsa, Socialt stöd.',
    );
    await story.press('told.save', { checked: 'individ-och-familj,bup-dalsland' });
    await withdraw(story, { givenBy: 'GUARDIAN_1', what: 'TOPIC:SOCIAL' });
    expect(story.text()).toMatch(/Ett ämne är borttaget. Berätta för: .*Individ- och familjeomsorgen/);
    expect(story.text()).toMatch(/Berätta för: .*BUP Dalsland/);
    await more(story);
    expect(await story.press('told.open')).toContain('Det ni får prata om: Skola och förskola, Psykisk hälsa.');
    await story.press('told.save', { checked: 'individ-och-familj,bup-dalsland' });
    expect(story.text()).not.toContain('Ett ämne är borttaget.');
  });
});

describe('a new party', () => {
  const lena = (story: Story): Record<string, string> => {
    const input = inputsOf(story.card()).find(({ choices }) => choices.some(({ value }) => value === LENA.id));
    return { [input?.id ?? '']: LENA.id };
  };

  test('T30: after the kallelse it needs the family’s yes first; then it is called to the meeting that stands, and told', async () => {
    const parties = ['elevhalsan', 'individ-och-familj'];
    const story = await caseIn(sandbox, 'sent', { consent: { parties }, called: [SAMIRA] });
    await more(story);
    await story.press('invite.open');
    expect(JSON.stringify(story.card()), 'not before the family has said yes').not.toContain(LENA.id);
    await story.press('invite.back');
    for (const part of ['consent1', 'consent2'] as const) {
      await more(story);
      await story.fill(part);
    }
    await more(story);
    await story.press('invite.open');
    expect(JSON.stringify(story.card()), 'who is called stays').not.toContain(SAMIRA.id);
    expect(await story.press('invite.back', lena(story))).not.toContain('är kallad');
    await more(story);
    await story.press('invite.open');
    expect(await story.press('invite.save', lena(story))).toContain('En person till är kallad.');
    await expect.poll(async () => (await live(story, LENA)).length, { timeout: 20_000 }).toBe(1);
    expect(await live(story, SAMIRA)).toHaveLength(1);
    expect(await live(story, KARIN)).toHaveLength(1);
    await more(story);
    await story.press('told.open');
    expect(JSON.stringify(story.card()), 'and is to be told').toContain('BUP');
  });
});

describe('days', () => {
  test('T10, T29: a consent can begin later than it is signed; not before, and it does not count until then', async () => {
    const story = await caseIn(sandbox, 'started', { oneGuardian: true });
    await story.press('consent1.open');
    await story.press('consent1.save', { signedOn: dayFromNow(-1), validMonths: 'OWN' });
    expect(await story.press('consent1.save', { validMonths: '6', validFromOn: dayFromNow(-3) })).toContain(
      'kan inte börja gälla innan det är underskrivet',
    );
    expect(
      await story.press('consent1.save', { validFromOn: dayFromNow(9), validMonths: 'OWN', validToOn: dayFromNow(5) }),
    ).toContain('kan inte sluta innan det börjar');
    await story.press('consent1.back');
    await story.fill('consent1', { validMonths: 'OWN', validFromOn: dayFromNow(5), validToOn: dayFromNow(120) });
    expect(story.text()).toContain('Gäller från');
    expect(await story.press('invite.open')).toContain('Samtycket kommer först.');
    expect(await story.press('preview.open')).toContain('Underskrift från mamma');
  });

  test('T29: a consent that has ended while the case is prepared says so', async () => {
    const story = await caseIn(sandbox, 'started', { oneGuardian: true });
    await story.fill('consent1', { validMonths: 'OWN', validToOn: dayFromNow(3) });
    expect(story.text()).toContain('Samtycket går ut');
    await sandbox.moveClock(new Date(Date.now() + 5 * 86_400_000).toISOString());
    await story.press('more.open');
    await story.press('guide.open');
    expect(story.text()).toContain('Samtycket har gått ut.');
    expect(story.text()).toMatch(/Samtycke från mamma\nGick ut/);
    expect(story.text()).not.toContain('Samtycket går ut');
  });

  test('T26: where only the young person’s own consent is missing, that is what is said', async () => {
    const turns18On = Temporal.PlainDate.from(`${dayFromNow(40).slice(0, 7)}-01`);
    const story = await caseIn(sandbox, 'chosen', { case: { ageBand: 'A15_17', turns18On } });
    await story.fill('time', { date: dayFromNow(75), lateReason: 'FAMILY_WISH' });
    if (story.verbs().includes('time.save')) await story.press('time.save', { lateReason: 'FAMILY_WISH' });
    expect(story.text()).toContain('Då behövs den unges eget samtycke.');
    expect(story.text()).not.toContain('En vårdnadshavare har skrivit under.');
    // T13, T26: whom the young person does not name is not called to a meeting after the birthday.
    await story.fill('family');
    await story.fill('consentYouth', { parties: 'elevhalsan,individ-och-familj' });
    expect(await story.press('preview.open')).toContain('Alla som kallas ska stå i samtycket');
  });

  test('T8: of one guardian’s form only what belongs to the paper as such follows to the other’s: the day, and where it is kept', async () => {
    const story = await caseIn(sandbox, 'started');
    await story.fill('consent1', { signedOn: dayFromNow(-3), topics: 'FAMILY', scopes: 'MEETING' });
    await story.press('consent2.open');
    expect(story.input('signedOn')?.value).toBe(dayFromNow(-3));
    expect(story.input('validMonths')?.value).toBe('');
    await story.press('consent2.save', { validMonths: '3' });
    expect(['parties', 'topics', 'scopes'].map((id) => story.input(id)?.value)).toEqual(['', '', '']);
    expect(story.input('originalLocation')?.value).toBe(WORDS.original);
  });
});
