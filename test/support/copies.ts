/** Copies of a plan: how it is handed over, and what is in the chat of whoever was handed one. */
import register from '../../sandbox/register.json' with { type: 'json' };
import { backToToday } from './at-rest.ts';
import { buttonsOf, type CardJson, textOf } from './card-json.ts';
import { caseIn, type PreparedStory } from './prepared.ts';
import type { TestSandbox } from './sandbox.ts';
import type { Story } from './story.ts';
import type { Someone } from './teams-client.ts';
import type { SinkMessage } from './teams-sink.ts';
import { WORDS } from './trip.ts';

const named = (name: string) => {
  const person = register.people.find((one) => one.name === name);
  if (!person) throw new Error(name);
  return person;
};
export const PETRA = named('Petra Ask');
export const JONAS = named('Jonas Alm');
export const OSKAR = named('Oskar Gran');
export const NILS = register.people.find(({ unitId }) => unitId === 'habiliteringen') as Someone & { name: string };
export const ALL_WORDS = [WORDS.childGoal, WORDS.need, WORDS.goal, ...WORDS.measures];
export const [LENAS = '', KARINS = ''] = WORDS.measures;
export const GONE = 'Planen kan inte läsas här längre.';
export const BUP = 'give_bup-dalsland';
export const SOCIAL = 'give_individ-och-familj';
export const HAB = 'give_habiliteringen';

/** A locked plan, from today's time: the clock has been moved by the one before. */
export async function locked(sandbox: TestSandbox): Promise<PreparedStory> {
  await backToToday(sandbox);
  return caseIn(sandbox, 'locked');
}

export const chatOf = (sandbox: TestSandbox, { id }: Pick<Someone, 'id'>, { code }: Story): SinkMessage[] =>
  sandbox.sink.messages.filter(
    ({ conversationId, card }) => conversationId === `chat-${id}` && textOf(card).includes(code),
  );
export const verbsOf = (card: CardJson) => buttonsOf(card).map(({ verb }) => verb);
export const copiesOf = (sandbox: TestSandbox, person: Pick<Someone, 'id'>, story: Story) =>
  chatOf(sandbox, person, story).filter(({ card }) => verbsOf(card).includes('copy.show'));
export const copyOf = (sandbox: TestSandbox, person: Pick<Someone, 'id'>, story: Story): Promise<SinkMessage> =>
  sandbox.sink.until(() => copiesOf(sandbox, person, story).at(-1), 'the copy in the chat');

/** The case's card, from whichever page it is at. */
export async function goHome(story: Story): Promise<void> {
  if (story.verbs().includes('guide.open')) await story.press('guide.open');
  else story.look();
}
export async function openHand(story: Story): Promise<string> {
  await goHome(story);
  if (!story.verbs().includes('hand.open')) await story.press('more.open');
  return story.press('hand.open');
}
export async function handOver(story: Story, ways: Record<string, string> = {}): Promise<string> {
  await openHand(story);
  return story.press('hand.save', ways);
}
export const opened = async (sandbox: TestSandbox, person: Someone, card: CardJson, verb = 'copy.show') =>
  textOf(await sandbox.as(person).press(card, verb));

/** A button that the card does not show, of the turn that it is at. */
export async function pressUnshown(
  sandbox: TestSandbox,
  person: Someone,
  card: CardJson,
  verb: string,
  filled: Record<string, string> = {},
) {
  const [shown] = buttonsOf(card);
  const client = sandbox.as(person);
  const { body } = await client.send(client.pressed({ verb, data: { ...shown?.data, verb } } as never, filled));
  return textOf(body?.value ?? {});
}

export async function withdraw(story: Story, filled: Record<string, string> = {}): Promise<string> {
  await goHome(story);
  await story.press('more.open');
  await story.press('withdraw.open');
  return story.withdraw({ givenBy: 'GUARDIAN_2', ...filled });
}
