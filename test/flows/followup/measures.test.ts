import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayOf } from '../../../domain/days.ts';
import { closeAtRest } from '../../support/at-rest.ts';
import { buttonsOf, type CardJson, textOf } from '../../support/card-json.ts';
import { caseIn, fileOf } from '../../support/prepared.ts';
import { ANNA, KARIN, LENA, openSandbox, SAMIRA, type TestSandbox } from '../../support/sandbox.ts';
import { handOnPaper, type Story } from '../../support/story.ts';
import type { Someone } from '../../support/teams-client.ts';
import type { SinkMessage } from '../../support/teams-sink.ts';
import { WORDS } from '../../support/trip.ts';

const CONTENT = WORDS.measures[0] ?? '';
const STRANGER = { id: 'cccccccc-0000-4000-8000-000000000099', tenantId: KARIN.tenantId, name: 'Ingen Alls' };

let sandbox: TestSandbox;
let story: Story;
let first: SinkMessage;
let second: SinkMessage;
/** The id of the first measure's card, while it has buttons. */
let measurePosting: string;
beforeAll(async () => {
  sandbox = await openSandbox();
  story = await caseIn(sandbox, 'locked');
  await handOnPaper(story);
  await tellAtHome();
  const inChannel = (n: number) =>
    sandbox.sink.until(
      () => sandbox.sink.messages.find(({ card }) => textOf(card).startsWith(`Åtgärd ${n} · ${story.code}`)),
      `measure ${n} in the channel`,
    );
  first = await inChannel(1);
  second = await inChannel(2);
  measurePosting = buttonsOf(first.card)[0]?.data.posting ?? '';
});
afterAll(() => closeAtRest(sandbox));

/** The homes have the plan and the child is told: the card is about the measures from then on. */
async function tellAtHome(): Promise<void> {
  const startAt = (await fileOf(sandbox, story)).meetings[0]?.startAt;
  const day = startAt ? dayOf(startAt).toString() : '';
  await story.press('homes.open');
  const paper = { how_GUARDIAN_1: 'PAPER', how_GUARDIAN_2: 'PAPER' };
  await story.press('homes.save', { ...paper, givenOn_GUARDIAN_1: day, givenOn_GUARDIAN_2: day });
  expect(story.text()).toContain('Berätta för barnet vad ni har bestämt, senast');
  await story.press('tellChild.open');
  await story.press('tellChild.save', { toldBy: 'CONVENER', toldOn: day, understood: 'SEEMED_TO' });
}

const inChannel = (someone: Someone) =>
  sandbox.as(someone, { conversationId: first.conversationId, conversationType: 'channel' });
const verbsOf = (card: CardJson) => buttonsOf(card).map(({ verb }) => verb);

test('each measure stands in the channel as a neutral card of its own', () => {
  expect(first.conversationId).toMatch(/^19:sip-elevhalsan@thread\.tacv2;messageid=/);
  expect(first.conversationId).not.toBe(second.conversationId);
  expect(textOf(first.card)).toMatch(/Barn- och ungdomspsykiatri[\s\S]*senast \S+ \d+ \S+[\s\S]*Pågår/);
  expect(textOf(second.card)).toContain('Elevhälsa');
  expect(verbsOf(first.card)).toEqual(['measure.show', 'measure.done']);
  for (const words of ['BUP Dalsland', LENA.name, ...WORDS.measures, WORDS.goal])
    expect(JSON.stringify(first.card)).not.toContain(words);
});

test('Visa is for the responsible person and the convener, in the answer to the one who presses', async () => {
  const updates = first.updates;
  for (const someone of [LENA, KARIN]) {
    const shown = await inChannel(someone).press(first.card, 'measure.show');
    for (const words of [CONTENT, WORDS.goal, 'Bara du ser texten här.']) expect(textOf(shown)).toContain(words);
    expect(textOf(await inChannel(someone).press(shown, 'measure.close'))).not.toContain(CONTENT);
  }
  for (const someone of [ANNA, SAMIRA]) {
    const refused = await inChannel(someone).press(first.card, 'measure.show');
    expect(textOf(refused)).toContain('Du har inte behörighet till det här. Fråga den som håller i ärendet.');
    expect(JSON.stringify(refused)).not.toContain(CONTENT);
  }
  const stranger = await inChannel(STRANGER).press(first.card, 'measure.show');
  expect(textOf(stranger)).toContain('Du finns inte i registret än.');
  expect(JSON.stringify(stranger)).not.toContain(CONTENT);
  expect(first.updates).toBe(updates);
});

test('"Du är: …" makes somebody else of the one at the keyboard, in the channel only', async () => {
  await sandbox.control('actor', { id: ANNA.id });
  expect(textOf(await inChannel(KARIN).press(first.card, 'measure.show'))).toContain('Du har inte behörighet');
  expect(await story.press('plan.show')).toContain(CONTENT);
  await story.press('guide.open');
  await sandbox.control('actor', { id: LENA.id });
  expect(textOf(await inChannel(KARIN).press(first.card, 'measure.show'))).toContain(CONTENT);
  await sandbox.control('actor', { id: KARIN.id });
});

test('Klar is not for somebody else', async () => {
  for (const someone of [ANNA, STRANGER, SAMIRA]) {
    const refused = await inChannel(someone).press(first.card, 'measure.done');
    expect(textOf(refused)).toMatch(/Du har inte behörighet|Du finns inte i registret/);
    expect(textOf(refused)).toContain('Pågår');
  }
});

test("what others press in vain does not make the responsible person's card old; then it is Klar for everybody", async () => {
  const old = first.card;
  const shown = await inChannel(LENA).press(first.card, 'measure.show');
  await inChannel(ANNA).press(first.card, 'measure.done');
  expect(textOf(await inChannel(LENA).press(shown, 'measure.done'))).toContain('Klar. Tack!');
  await sandbox.sink.until(() => /\*\*Klar\*\*|Klar \S+ \d+/.test(textOf(first.card)), 'done for everybody');
  expect(verbsOf(first.card)).not.toContain('measure.done');
  expect(await story.until(/Åtgärd 1 .*\*\*Klar\*\*/)).toMatch(/Åtgärd 2 .*\*\*Pågår\*\*/);
  expect(story.text()).toContain('En åtgärd återstår. Uppföljning');

  const late = await inChannel(KARIN).press(old, 'measure.done');
  expect(textOf(late)).toMatch(/Åtgärden är redan klar sedan|Det här kortet hade hunnit bli gammalt/);
  expect(textOf(late)).toContain('Åtgärden är klar.');
});

test('marked done in the plan while the card in the channel still says Klar: it is already done', async () => {
  sandbox.sink.fail(500, 100);
  story.look();
  await story.press('plan.show');
  await story.press('plan.measureDone', { measure: story.input('measure')?.choices[0]?.value ?? '' });
  const again = await inChannel(KARIN).press(second.card, 'measure.done');
  expect(textOf(again)).toMatch(/Åtgärden är redan klar sedan \S+ \d+ \S+\./);
  sandbox.sink.fail(500, 0);
  await sandbox.sink.until(() => !verbsOf(second.card).includes('measure.done'), 'the card follows when Teams is back');
});

test('"mina ärenden" says what is next', async () => {
  const before = sandbox.sink.messages.length;
  await story.client.type('mina ärenden');
  const list = await sandbox.sink.until(() => sandbox.sink.messages[before], 'the list');
  expect(textOf(list.card)).toContain('Alla åtgärder är klara. Uppföljning');
});

test("a verb of the case on a measure's card turns nothing: the channel stays neutral", async () => {
  for (const verb of ['plan.show', 'guide.open', 'case.show', 'meeting.open', 'kallelse.retry']) {
    const karin = inChannel(KARIN);
    const press = karin.pressed({ verb, data: { posting: measurePosting, turn: '', verb } }, {}, 'another-message');
    const answer = await karin.send(press);
    expect(textOf(answer.body?.value ?? {})).toContain(`Åtgärd 1 · ${story.code}`);
    expect(JSON.stringify(answer.body)).not.toContain(WORDS.goal);
  }
  expect(textOf(first.card)).toContain(`Åtgärd 1 · ${story.code}`);
});

test('no typed word has left for the channel', async () => {
  for (const words of [...WORDS.measures, WORDS.goal, WORDS.childGoal, WORDS.childWords]) {
    expect(sandbox.sink.bodies.some((body) => body.includes(words))).toBe(false);
  }
});

test('scenario 14: two press Klar on the same card at once: one wins, the other is told that it is done', async () => {
  const twice = await caseIn(sandbox, 'locked');
  const mine = await sandbox.sink.until(
    () => sandbox.sink.messages.find(({ card }) => textOf(card).startsWith(`Åtgärd 1 · ${twice.code}`)),
    'the measure in the channel',
  );
  const answers = await Promise.all([LENA, KARIN].map((one) => inChannel(one).press(mine.card, 'measure.done')));
  const said = answers.map((card) => textOf(card));
  expect(said.filter((text) => text.includes('Klar. Tack!'))).toHaveLength(1);
  expect(said.filter((text) => /redan klar sedan|hunnit bli gammalt/.test(text))).toHaveLength(1);
  const rows = await sandbox
    .stored()
    .prisma.audit.findMany({ where: { caseId: twice.file.case.id, act: 'measure.done' } });
  expect(rows.filter(({ outcome }) => outcome === 'ok')).toHaveLength(1);
});
