import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { REGISTER_VERSION } from '../../../prisma/settings.ts';
import { closeAtRest, comeToRest } from '../../support/at-rest.ts';
import { buttonsOf, textOf } from '../../support/card-json.ts';
import {
  BUP,
  chatOf,
  copiesOf,
  copyOf,
  handOver,
  JONAS,
  locked,
  OSKAR,
  opened,
  openHand,
  PETRA,
  pressUnshown,
  SOCIAL,
  withdraw,
} from '../../support/copies.ts';
import { fileOf } from '../../support/prepared.ts';
import { KARIN, LENA, openSandbox, SAMIRA, type TestSandbox } from '../../support/sandbox.ts';
import type { Story } from '../../support/story.ts';
import type { Someone } from '../../support/teams-client.ts';
import { WORDS } from '../../support/trip.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
  for (const person of [LENA, SAMIRA, PETRA, JONAS, OSKAR]) await sandbox.as(person).type('hej');
});
// Meant: what Teams refused.
afterAll(() => closeAtRest(sandbox, { dead: ['card teams403'] }));

/** Somebody is taken out of the register by the next import, or is there again. */
async function isInRegister({ id }: Someone, active: boolean): Promise<void> {
  const { prisma } = sandbox.stored();
  await prisma.person.update({ where: { id }, data: { active } });
  await prisma.setting.update({ where: { key: REGISTER_VERSION }, data: { value: uuid() } });
}

test('pressed twice at once: one card, and one row', async () => {
  const story = await locked(sandbox);
  await openHand(story);
  const card = story.card();
  const answers = await Promise.all([1, 2].map(() => sandbox.as(KARIN).press(card, 'hand.save')));
  for (const answer of answers) expect(textOf(answer)).toContain('Planen är lämnad.');
  await copyOf(sandbox, LENA, story);
  await comeToRest(sandbox);
  expect(copiesOf(sandbox, LENA, story)).toHaveLength(1);
  expect((await fileOf(sandbox, story)).planRecipients).toHaveLength(2);
  expect(await openHand(story)).toContain('Planen är lämnad till alla.');
  expect(await story.press('hand.save')).toMatch(/Inget är ändrat\.$/m);
});

test('nothing is chosen: it says so, and the page stays', async () => {
  const story = await locked(sandbox);
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
  const story = await locked(sandbox);
  await handOver(story, { [SOCIAL]: 'PAPER' });
  await copyOf(sandbox, LENA, story);
  await openHand(story);
  expect(await sendHand(story, { [`hand.${SOCIAL}`]: 'SECURE_POST' })).toContain('Planen är lämnad.');
  const { planRecipients } = await fileOf(sandbox, story);
  expect(planRecipients.map(({ how, givenOn }) => [how, givenOn !== null]).sort()).toEqual([
    ['SECURE_POST', true],
    ['TEAMS', true],
  ]);
  expect(await opened(sandbox, LENA, (await copyOf(sandbox, LENA, story)).card)).toContain(WORDS.goal);
});

test.each([
  ['a person of another unit', `TEAMS:${OSKAR.id}`, 'Personen finns inte kvar där.'],
  ['nobody', 'TEAMS:', 'Personen finns inte kvar där.'],
  ['what is no way', '__proto__', 'Valet finns inte längre.'],
  ['a list', ['PAPER'], 'Valet finns inte längre.'],
  ['an object that is no text', { toString: 1, valueOf: 1 }, 'Valet finns inte längre.'],
  ['a quarter of a megabyte', 'å'.repeat(120_000), 'Valet finns inte längre.'],
])('%s in the place of a way: a sentence at the field, and nothing is handed', async (_, value, sentence) => {
  const story = await locked(sandbox);
  await openHand(story);
  expect(await sendHand(story, { [`hand.${BUP}`]: value, [`hand.${SOCIAL}`]: 'PAPER' })).toContain(sentence);
  expect((await fileOf(sandbox, story)).planRecipients).toEqual([]);
});

test('a person who has left between the page and the press: nothing is handed, and the choices stay', async () => {
  const story = await locked(sandbox);
  await openHand(story);
  await isInRegister(LENA, false);
  const asked = await story.press('hand.save', { [SOCIAL]: 'PAPER' });
  expect(asked).toContain('Personen finns inte kvar där. Välj någon annan, eller papper.');
  expect(story.input(SOCIAL)?.value).toBe('PAPER');
  expect((await fileOf(sandbox, story)).planRecipients).toEqual([]);
  expect(await story.press('hand.save', { [BUP]: `TEAMS:${PETRA.id}` })).toContain('Planen är lämnad.');
  await copyOf(sandbox, PETRA, story);
  await isInRegister(LENA, true);
  expect(copiesOf(sandbox, LENA, story)).toEqual([]);
});

test('a person who has left before it was opened: the row is there again, and a colleague has it instead', async () => {
  const story = await locked(sandbox);
  await handOver(story, { [SOCIAL]: 'PAPER' });
  const old = (await copyOf(sandbox, LENA, story)).card;
  await isInRegister(LENA, false);
  expect(await opened(sandbox, LENA, old)).toContain('Du finns inte i registret');
  expect(await openHand(story)).toContain('Personen finns inte kvar där. Välj någon annan.');
  await story.press('hand.save', { [BUP]: `TEAMS:${PETRA.id}` });
  expect(await opened(sandbox, PETRA, (await copyOf(sandbox, PETRA, story)).card)).toContain(WORDS.goal);
  await isInRegister(LENA, true);
  expect(await opened(sandbox, LENA, old)).not.toContain(WORDS.goal);
});

test('a colleague who has left is not let in', async () => {
  const story = await locked(sandbox);
  await handOver(story, { [SOCIAL]: 'PAPER' });
  const shown = await sandbox.as(LENA).press((await copyOf(sandbox, LENA, story)).card, 'copy.show');
  await isInRegister(PETRA, false);
  expect(await pressUnshown(sandbox, LENA, shown, 'copy.letIn', { colleague: PETRA.id })).toContain(
    'Personen finns inte i din verksamhet.',
  );
  await isInRegister(PETRA, true);
  expect(copiesOf(sandbox, PETRA, story)).toEqual([]);
});

test('a unit that was struck out between the page and the press gets nothing, and the others theirs', async () => {
  const story = await locked(sandbox);
  await story.press('more.open');
  await story.press('team.open');
  await story.press('team.save', { colleagues: JONAS.id });
  const theirs = await sandbox.sink.until(() => chatOf(sandbox, JONAS, story)[0], 'the card of a colleague');
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
  await copyOf(sandbox, SAMIRA, story);
  await comeToRest(sandbox);
  expect(copiesOf(sandbox, LENA, story)).toEqual([]);
});

test('the consent was taken back while the page was open: nothing is handed', async () => {
  const story = await locked(sandbox);
  await openHand(story);
  const { id } = (await fileOf(sandbox, story)).case;
  const page = story.card();
  await sandbox.stored().prisma.case.update({ where: { id }, data: { status: 'STOPPED', restReason: 'WITHDRAWN' } });
  const answer = textOf(await sandbox.as(KARIN).press(page, 'hand.save'));
  expect(answer).toContain('Samtycket är återkallat.');
  await comeToRest(sandbox);
  expect(copiesOf(sandbox, LENA, story)).toEqual([]);
  expect((await fileOf(sandbox, story)).planRecipients).toEqual([]);
});

test('on paper only since the page was opened: nothing is handed, and it is not the consent that is said to be why', async () => {
  const story = await locked(sandbox);
  await openHand(story);
  const { id } = (await fileOf(sandbox, story)).case;
  await sandbox.stored().prisma.case.update({ where: { id }, data: { safety: 'RESTRICTED' } });
  const answer = await story.press('hand.save');
  expect(answer).toContain('Det här kortet hade hunnit bli gammalt.');
  expect(answer).not.toMatch(/samtycke/i);
  expect((await fileOf(sandbox, story)).planRecipients).toEqual([]);
});

test('a copy that waits for its person does not come after a withdrawal', async () => {
  const story = await locked(sandbox);
  const { prisma } = sandbox.stored();
  await prisma.chat.deleteMany({ where: { personId: LENA.id } });
  await handOver(story, { [SOCIAL]: 'PAPER' });
  await withdraw(story);
  await sandbox.as(LENA).type('hej');
  const looked = () =>
    prisma.dueItem.count({ where: { kind: 'card.waits', caseId: story.file.case.id, doneAt: null } });
  await expect.poll(looked, { timeout: 20_000 }).toBe(0);
  await comeToRest(sandbox);
  expect(chatOf(sandbox, LENA, story)).toEqual([]);
});

test('in another chat with the bot, or with the bot installed anew, the copy comes again', async () => {
  const story = await locked(sandbox);
  await handOver(story, { [SOCIAL]: 'PAPER' });
  await copyOf(sandbox, LENA, story);
  await comeToRest(sandbox);
  await sandbox.as(LENA).install();
  await sandbox.sink.until(() => copiesOf(sandbox, LENA, story).length === 2, 'the copy, anew');
  await comeToRest(sandbox);
  // Whoever opens the bot for the first time reads the long welcome above, and not under, what waits for them.
  const cards = sandbox.sink.messages.filter(({ conversationId }) => conversationId === `chat-${LENA.id}`);
  const welcome = cards.findLastIndex(({ card }) => textOf(card).includes('Det här kan du skriva'));
  expect(cards.findLastIndex(({ card }) => textOf(card).includes(story.code))).toBeGreaterThan(welcome);
});

test('Teams refuses it, since the bot is shut out there: it comes when its person writes again', async () => {
  const story = await locked(sandbox);
  await openHand(story);
  await comeToRest(sandbox);
  sandbox.sink.fail(403, 1_000_000);
  await story.press('hand.save', { [SOCIAL]: 'PAPER' });
  await comeToRest(sandbox);
  sandbox.sink.fail(0, 0);
  expect(copiesOf(sandbox, LENA, story)).toEqual([]);
  await sandbox.as(LENA).type('hej');
  expect(await opened(sandbox, LENA, (await copyOf(sandbox, LENA, story)).card)).toContain(WORDS.goal);
});
