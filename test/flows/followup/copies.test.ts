/**
 * The plan is handed over: a copy of that version in the chat of who was called, neutral as it stands, read by nobody
 * else, and gone at once when the consent is.
 */
import { Temporal } from 'temporal-polyfill';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { REGISTER_VERSION } from '../../../prisma/settings.ts';
import register from '../../../sandbox/register.json' with { type: 'json' };
import { backToToday, closeAtRest, comeToRest } from '../../support/at-rest.ts';
import { buttonsOf, type CardJson, inputNamed, textOf } from '../../support/card-json.ts';
import { caseIn, fileOf, type PreparedStory } from '../../support/prepared.ts';
import { KARIN, LENA, openSandbox, SAMIRA, type TestSandbox } from '../../support/sandbox.ts';
import { closeStory, openStory, type Story } from '../../support/story.ts';
import type { Someone } from '../../support/teams-client.ts';
import type { SinkMessage } from '../../support/teams-sink.ts';
import { dayFromNow, WORDS } from '../../support/trip.ts';

const named = (name: string) => {
  const person = register.people.find((one) => one.name === name);
  if (!person) throw new Error(name);
  return person;
};
const PETRA = named('Petra Ask');
const JONAS = named('Jonas Alm');
const OSKAR = named('Oskar Gran');
const NILS = register.people.find(({ unitId }) => unitId === 'habiliteringen') as Someone & { name: string };
const ALL_WORDS = [WORDS.childGoal, WORDS.need, WORDS.goal, ...WORDS.measures];
const [LENAS = '', KARINS = ''] = WORDS.measures;
const GONE = 'Planen kan inte läsas här längre.';
const BUP = 'give_bup-dalsland';
const SOCIAL = 'give_individ-och-familj';
const HAB = 'give_habiliteringen';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
  for (const person of [LENA, PETRA, JONAS, OSKAR]) await sandbox.as(person).type('hej');
});
// Meant: what Teams refused.
afterAll(() => closeAtRest(sandbox, { dead: ['card teams403'] }));

/** A locked plan, from today's time: the clock has been moved by the one before. */
async function locked(): Promise<PreparedStory> {
  await backToToday(sandbox);
  return caseIn(sandbox, 'locked');
}

const chatOf = ({ id }: Pick<Someone, 'id'>, { code }: Story): SinkMessage[] =>
  sandbox.sink.messages.filter(
    ({ conversationId, card }) => conversationId === `chat-${id}` && textOf(card).includes(code),
  );
const verbsOf = (card: CardJson) => buttonsOf(card).map(({ verb }) => verb);
const copiesOf = (person: Pick<Someone, 'id'>, story: Story) =>
  chatOf(person, story).filter(({ card }) => verbsOf(card).includes('copy.show'));
const copyOf = (person: Pick<Someone, 'id'>, story: Story): Promise<SinkMessage> =>
  sandbox.sink.until(() => copiesOf(person, story).at(-1), 'the copy in the chat');

/** The case's card, from whichever page it is at. */
async function goHome(story: Story): Promise<void> {
  if (story.verbs().includes('guide.open')) await story.press('guide.open');
  else story.look();
}
async function openHand(story: Story): Promise<string> {
  await goHome(story);
  if (!story.verbs().includes('hand.open')) await story.press('more.open');
  return story.press('hand.open');
}
async function handOver(story: Story, ways: Record<string, string> = {}): Promise<string> {
  await openHand(story);
  return story.press('hand.save', ways);
}
const opened = async (person: Someone, card: CardJson, verb = 'copy.show') =>
  textOf(await sandbox.as(person).press(card, verb));

/** A button that the card does not show, of the turn that it is at. */
async function pressUnshown(person: Someone, card: CardJson, verb: string, filled: Record<string, string> = {}) {
  const [shown] = buttonsOf(card);
  const client = sandbox.as(person);
  const { body } = await client.send(client.pressed({ verb, data: { ...shown?.data, verb } } as never, filled));
  return textOf(body?.value ?? {});
}

async function withdraw(story: Story, filled: Record<string, string> = {}): Promise<string> {
  await goHome(story);
  await story.press('more.open');
  await story.press('withdraw.open');
  return story.withdraw({ givenBy: 'GUARDIAN_2', ...filled });
}

describe('PDL 5:4, after the lock', () => {
  let story: Story;
  let copy: SinkMessage;
  beforeAll(async () => {
    story = await locked();
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
    expect(copiesOf(LENA, story)).toEqual([]);
  });

  test('handed over: a neutral card comes in the chat, without a word that anybody typed', async () => {
    expect(await story.press('hand.save')).toContain('Planen är lämnad.');
    copy = await copyOf(LENA, story);
    expect(textOf(copy.card)).toContain('En plan är lämnad till dig. Tryck Visa för att läsa.');
    expect(textOf(copy.card)).toContain('Hela planen, som den såg ut när den låstes');
    expect(verbsOf(copy.card)).toEqual(['copy.show']);
    for (const words of ALL_WORDS) expect(JSON.stringify(copy.card)).not.toContain(words);
    expect(story.text()).not.toContain('Lämna planen.');
    expect(story.text()).toContain('återstår. Uppföljning');
  });

  test('whoever has not opened the bot gets it when they write to it, and the convener sees that it waits', async () => {
    expect(await openHand(story)).toContain('Kommer i chatten när personen skriver till mig.');
    await comeToRest(sandbox);
    expect(copiesOf(SAMIRA, story)).toEqual([]);
    await sandbox.as(SAMIRA).type('hej');
    expect(textOf((await copyOf(SAMIRA, story)).card)).toContain('En plan är lämnad till dig.');
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
    expect(await opened(LENA, copy.card)).toMatch(new RegExp(`${LENAS}\\n.*Pågår`));
  });

  test('nobody else reads it: not a colleague, not another unit, not who works in the case', async () => {
    for (const someone of [PETRA, SAMIRA, OSKAR, KARIN]) {
      const refused = await opened(someone, copy.card);
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
    expect(await opened(LENA, page, 'copy.show')).toContain(WORDS.goal);
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
    await pressUnshown(LENA, filed, 'copy.filed');
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
    const theirs = await copyOf(PETRA, story);
    const read = await sandbox.as(PETRA).press(theirs.card, 'copy.show');
    expect(textOf(read)).toContain(WORDS.goal);
    expect(verbsOf(read)).not.toContain('copy.colleague');
    for (const verb of ['copy.colleague', 'copy.letIn', 'copy.letOut'])
      expect(await pressUnshown(PETRA, read, verb, { colleague: LENA.id })).toContain('Du har inte behörighet');
    const letIn = (await fileOf(sandbox, story)).planRecipients.map(({ letInId }) => letInId);
    expect(letIn.filter((id) => id !== null)).toEqual([PETRA.id]);
    expect(await openHand(story)).toContain('En kollega läser också.');

    const out = await lena.press(copy.card, 'copy.show').then((card) => lena.press(card, 'copy.colleague'));
    const standing = theirs.card;
    expect(textOf(await lena.press(out, 'copy.letOut'))).toContain('Din kollega kan inte läsa planen längre.');
    await sandbox.sink.until(() => textOf(theirs.card).includes('läses inte här längre'), 'the line');
    expect(buttonsOf(theirs.card)).toEqual([]);
    const refused = await opened(PETRA, standing);
    expect(refused).toContain('läses inte här längre');
    expect(refused).not.toContain(WORDS.goal);
    expect(await opened(LENA, copy.card)).toContain(WORDS.goal);
  });

  test('without the consent to copies the whole closes, and the unit’s own stays', async () => {
    expect(await withdraw(story, { what: 'SCOPE:PLAN_COPY' })).toContain('En del av samtycket är återkallad.');
    await sandbox.sink.until(
      () => textOf(copy.card).includes('Samtycket till kopior gäller inte längre.'),
      'it says what is left',
    );
    const own = await opened(LENA, copy.card);
    expect(own).toContain(LENAS);
    expect(own).toContain('Era åtgärder');
    for (const words of [WORDS.childGoal, WORDS.need, WORDS.goal, KARINS]) expect(own).not.toContain(words);
  });

  test('taken out, it is all gone at once; another unit’s stays', async () => {
    const old = copy.card;
    const theirs = await copyOf(SAMIRA, story);
    await withdraw(story, { what: 'PARTY:bup-dalsland' });
    await sandbox.sink.until(() => textOf(copy.card).includes(GONE), 'it is gone');
    expect(buttonsOf(copy.card)).toEqual([]);
    const refused = await opened(LENA, old);
    expect(refused).toContain(GONE);
    expect(refused).not.toContain(LENAS);
    expect(verbsOf(theirs.card)).toContain('copy.show');
  });

  test('withdrawn, nothing of it can be read anywhere', async () => {
    const theirs = await copyOf(SAMIRA, story);
    const old = theirs.card;
    await withdraw(story);
    await sandbox.sink.until(() => textOf(theirs.card).includes(GONE), 'it is gone');
    expect(await opened(SAMIRA, old)).toContain(GONE);
  });
});

describe('a new version', () => {
  /** These pages, as a colleague of the team has them open and leaves them. */
  async function withColleague(story: Story, verbs: readonly string[]): Promise<CardJson[]> {
    await story.press('more.open');
    await story.press('team.open');
    await story.press('team.save', { colleagues: JONAS.id });
    story.look();
    const { card } = await sandbox.sink.until(() => chatOf(JONAS, story)[0], 'the card of a colleague');
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
    const story = await locked();
    await handOver(story, { [SOCIAL]: 'PAPER' });
    const first = await copyOf(LENA, story);
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
    expect(await opened(LENA, first.card)).toContain('Planen, version 1');
    await story.until(/Lämnad till 0 av 2 verksamheter/);
    await handOver(story, { [SOCIAL]: 'SECURE_POST' });
    const second = await sandbox.sink.until(
      () => copiesOf(LENA, story).find(({ id }) => id !== first.id),
      'the new version',
    );
    expect(textOf(second.card)).toContain('Planen, version 2');
    expect(textOf(second.card)).toContain('En av era åtgärder har nytt datum.');
    await sandbox.sink.until(() => textOf(first.card).includes('står nu i ett annat meddelande'), 'the line');
    expect(await opened(LENA, second.card)).toContain('Planen, version 2');
    expect(copiesOf(SAMIRA, story)).toEqual([]);
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
    story = await locked();
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
    copy = await copyOf(NILS, story);
    expect(textOf(copy.card)).toContain('Ni kom med efter att planen låstes. Tryck Visa för att läsa var vi är.');
    for (const words of ALL_WORDS) expect(JSON.stringify(copy.card)).not.toContain(words);
  });

  test('reads on one card how far it has come and whom to ring, and the plan below; the others read no such thing', async () => {
    const shown = await opened(NILS, copy.card);
    expect(shown).toContain('Var vi är');
    expect(shown).toMatch(/2 löften: 0 hållna, 2 på väg, 0 inte\. Så stod det /);
    expect(shown).toContain('Ni har inget att göra i planen än.');
    expect(shown).toMatch(/Håller i ärendet: .*Karin Ek.*\d/);
    expect(shown).toContain(WORDS.goal);
    expect(shown.indexOf('Var vi är')).toBeLessThan(shown.indexOf(WORDS.goal));
    expect(shown).toMatch(/Nästa möte enligt planen: \S+ \d+ \S+\./);
    expect(await opened(LENA, (await copyOf(LENA, story)).card)).not.toContain('Var vi är');
  });

  test('without the consent to copies it has nothing of the others’, not even how they have kept it', async () => {
    await withdraw(story, { what: 'SCOPE:PLAN_COPY' });
    await sandbox.sink.until(() => textOf(copy.card).includes('Samtycket till kopior'), 'it says what is left');
    const own = await opened(NILS, copy.card);
    expect(own).toContain('Var vi är');
    expect(own).not.toContain('löften');
    for (const words of ALL_WORDS) expect(own).not.toContain(words);
  });
});

describe('bad input', () => {
  /** Somebody is taken out of the register by the next import, or is there again. */
  async function isInRegister({ id }: Someone, active: boolean): Promise<void> {
    const { prisma } = sandbox.stored();
    await prisma.person.update({ where: { id }, data: { active } });
    await prisma.setting.update({ where: { key: REGISTER_VERSION }, data: { value: uuid() } });
  }

  test('pressed twice at once: one card, and one row', async () => {
    const story = await locked();
    await openHand(story);
    const card = story.card();
    const answers = await Promise.all([1, 2].map(() => sandbox.as(KARIN).press(card, 'hand.save')));
    for (const answer of answers) expect(textOf(answer)).toContain('Planen är lämnad.');
    await copyOf(LENA, story);
    await comeToRest(sandbox);
    expect(copiesOf(LENA, story)).toHaveLength(1);
    expect((await fileOf(sandbox, story)).planRecipients).toHaveLength(2);
    expect(await openHand(story)).toContain('Planen är lämnad till alla.');
    expect(await story.press('hand.save')).toMatch(/Inget är ändrat\.$/m);
  });

  test('nothing is chosen: it says so, and the page stays', async () => {
    const story = await locked();
    expect(await handOver(story, { [BUP]: '', [SOCIAL]: '' })).toContain('Inget är ändrat. Välj hur minst en');
    expect(story.verbs()).toContain('hand.save');
  });

  /** "Lämna planen" with nothing in its fields but this, as an older page, or something that is no Teams, sends it. */
  async function sendHand(story: Story, inputs: Record<string, unknown>): Promise<string> {
    const [own] = buttonsOf(story.card());
    const button = { verb: 'hand.save', data: { ...own?.data, verb: 'hand.save' } };
    const { body } = await story.client.send(story.client.pressed(button as never, inputs as Record<string, string>));
    return body ? textOf(body.value) : '';
  }

  test('a unit that did not stand on the page when it was opened keeps what it has', async () => {
    const story = await locked();
    await handOver(story, { [SOCIAL]: 'PAPER' });
    await copyOf(LENA, story);
    await openHand(story);
    expect(await sendHand(story, { [`hand.${SOCIAL}`]: 'SECURE_POST' })).toContain('Planen är lämnad.');
    const { planRecipients } = await fileOf(sandbox, story);
    expect(planRecipients.map(({ how, givenOn }) => [how, givenOn !== null]).sort()).toEqual([
      ['SECURE_POST', true],
      ['TEAMS', true],
    ]);
    expect(await opened(LENA, (await copyOf(LENA, story)).card)).toContain(WORDS.goal);
  });

  test.each([
    ['a person of another unit', `TEAMS:${OSKAR.id}`, 'Personen finns inte kvar där.'],
    ['nobody', 'TEAMS:', 'Personen finns inte kvar där.'],
    ['what is no way', '__proto__', 'Valet finns inte längre.'],
    ['a list', ['PAPER'], 'Valet finns inte längre.'],
    ['an object that is no text', { toString: 1, valueOf: 1 }, 'Valet finns inte längre.'],
    ['a quarter of a megabyte', 'å'.repeat(120_000), 'Valet finns inte längre.'],
  ])('%s in the place of a way: a sentence at the field, and nothing is handed', async (_, value, sentence) => {
    const story = await locked();
    await openHand(story);
    expect(await sendHand(story, { [`hand.${BUP}`]: value, [`hand.${SOCIAL}`]: 'PAPER' })).toContain(sentence);
    expect((await fileOf(sandbox, story)).planRecipients).toEqual([]);
  });

  test('a person who has left between the page and the press: nothing is handed, and the choices stay', async () => {
    const story = await locked();
    await openHand(story);
    await isInRegister(LENA, false);
    const asked = await story.press('hand.save', { [SOCIAL]: 'PAPER' });
    expect(asked).toContain('Personen finns inte kvar där. Välj någon annan, eller papper.');
    expect(story.input(SOCIAL)?.value).toBe('PAPER');
    expect((await fileOf(sandbox, story)).planRecipients).toEqual([]);
    expect(await story.press('hand.save', { [BUP]: `TEAMS:${PETRA.id}` })).toContain('Planen är lämnad.');
    await copyOf(PETRA, story);
    await isInRegister(LENA, true);
    expect(copiesOf(LENA, story)).toEqual([]);
  });

  test('a person who has left before it was opened: the row is there again, and a colleague has it instead', async () => {
    const story = await locked();
    await handOver(story, { [SOCIAL]: 'PAPER' });
    const old = (await copyOf(LENA, story)).card;
    await isInRegister(LENA, false);
    expect(await opened(LENA, old)).toContain('Du finns inte i registret');
    expect(await openHand(story)).toContain('Personen finns inte kvar där. Välj någon annan.');
    await story.press('hand.save', { [BUP]: `TEAMS:${PETRA.id}` });
    expect(await opened(PETRA, (await copyOf(PETRA, story)).card)).toContain(WORDS.goal);
    await isInRegister(LENA, true);
    expect(await opened(LENA, old)).not.toContain(WORDS.goal);
  });

  test('a colleague who has left is not let in', async () => {
    const story = await locked();
    await handOver(story, { [SOCIAL]: 'PAPER' });
    const shown = await sandbox.as(LENA).press((await copyOf(LENA, story)).card, 'copy.show');
    await isInRegister(PETRA, false);
    expect(await pressUnshown(LENA, shown, 'copy.letIn', { colleague: PETRA.id })).toContain(
      'Personen finns inte i din verksamhet.',
    );
    await isInRegister(PETRA, true);
    expect(copiesOf(PETRA, story)).toEqual([]);
  });

  test('a unit that was struck out between the page and the press gets nothing, and the others theirs', async () => {
    const story = await locked();
    await story.press('more.open');
    await story.press('team.open');
    await story.press('team.save', { colleagues: JONAS.id });
    const theirs = await sandbox.sink.until(() => chatOf(JONAS, story)[0], 'the card of a colleague');
    story.look();
    await openHand(story);
    const jonas = sandbox.as(JONAS);
    const page = await jonas.press(await jonas.press(theirs.card, 'more.open'), 'withdraw.open');
    const asked = await jonas.press(page, 'withdraw.save', { givenBy: 'GUARDIAN_1', what: 'PARTY:bup-dalsland' });
    await jonas.press(asked, 'withdraw.save');
    // Chosen for that one alone: it is said, and nothing is handed.
    expect(await story.press('hand.save', { [SOCIAL]: '' })).toContain('omfattas inte längre av samtycket');
    expect((await fileOf(sandbox, story)).planRecipients).toEqual([]);
    const said = await story.press('hand.save', { [BUP]: `TEAMS:${LENA.id}`, [SOCIAL]: `TEAMS:${SAMIRA.id}` });
    expect(said).toContain('Planen är lämnad. En verksamhet omfattas inte längre av samtycket och har inte fått den.');
    expect(story.input(BUP)).toBeUndefined();
    await copyOf(SAMIRA, story);
    await comeToRest(sandbox);
    expect(copiesOf(LENA, story)).toEqual([]);
  });

  test('the consent was taken back while the page was open: nothing is handed', async () => {
    const story = await locked();
    await openHand(story);
    const { id } = (await fileOf(sandbox, story)).case;
    const page = story.card();
    await sandbox.stored().prisma.case.update({ where: { id }, data: { status: 'STOPPED', restReason: 'WITHDRAWN' } });
    const answer = textOf(await sandbox.as(KARIN).press(page, 'hand.save'));
    expect(answer).toContain('Samtycket är återkallat.');
    await comeToRest(sandbox);
    expect(copiesOf(LENA, story)).toEqual([]);
    expect((await fileOf(sandbox, story)).planRecipients).toEqual([]);
  });

  test('a copy that waits for its person does not come after a withdrawal', async () => {
    const story = await locked();
    const { prisma } = sandbox.stored();
    await prisma.chat.deleteMany({ where: { personId: LENA.id } });
    await handOver(story, { [SOCIAL]: 'PAPER' });
    await withdraw(story);
    await sandbox.as(LENA).type('hej');
    const looked = () =>
      prisma.dueItem.count({ where: { kind: 'card.waits', caseId: story.file.case.id, doneAt: null } });
    await expect.poll(looked, { timeout: 20_000 }).toBe(0);
    await comeToRest(sandbox);
    expect(chatOf(LENA, story)).toEqual([]);
  });

  test('in another chat with the bot, or with the bot installed anew, the copy comes again', async () => {
    const story = await locked();
    await handOver(story, { [SOCIAL]: 'PAPER' });
    await copyOf(LENA, story);
    await comeToRest(sandbox);
    await sandbox.as(LENA).install();
    await sandbox.sink.until(() => copiesOf(LENA, story).length === 2, 'the copy, anew');
    await comeToRest(sandbox);
    // Whoever opens the bot for the first time reads the long welcome above, and not under, what waits for them.
    const cards = sandbox.sink.messages.filter(({ conversationId }) => conversationId === `chat-${LENA.id}`);
    const welcome = cards.findLastIndex(({ card }) => textOf(card).includes('Det här kan du skriva'));
    expect(cards.findLastIndex(({ card }) => textOf(card).includes(story.code))).toBeGreaterThan(welcome);
  });

  test('Teams refuses it, since the bot is shut out there: it comes when its person writes again', async () => {
    const story = await locked();
    await openHand(story);
    await comeToRest(sandbox);
    sandbox.sink.fail(403, 1_000_000);
    await story.press('hand.save', { [SOCIAL]: 'PAPER' });
    await comeToRest(sandbox);
    sandbox.sink.fail(0, 0);
    expect(copiesOf(LENA, story)).toEqual([]);
    await sandbox.as(LENA).type('hej');
    expect(await opened(LENA, (await copyOf(LENA, story)).card)).toContain(WORDS.goal);
  });
});
