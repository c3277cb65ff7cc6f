/**
 * Two of the team write in the same plan at once: nothing is lost, and whoever was second sees it and keeps what they
 * wrote.
 */
import { expect, test } from 'vitest';
import register from '../../../sandbox/register.json' with { type: 'json' };
import { urlOf } from '../../faults/look-into.ts';
import { expectAtRest } from '../../support/at-rest.ts';
import { buttonsOf, type CardJson, inputsOf, textOf } from '../../support/card-json.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { caseIn } from '../../support/prepared.ts';
import { KARIN, openSandbox, type TestSandbox } from '../../support/sandbox.ts';
import { openStory } from '../../support/story.ts';
import { dayFromNow, WORDS } from '../../support/trip.ts';

const JONAS = register.people.find(
  ({ unitId, id, mayCall }) => unitId === 'elevhalsan' && id !== KARIN.id && mayCall,
) as typeof KARIN;
const STALE = 'Någon annan hann ändra. Här är det senaste. Det du skrev finns kvar.';
const GONE = 'Någon annan har tagit bort den. Det du skrev finns kvar.';

type Client = ReturnType<TestSandbox['as']>;
/** One of them, with the page as it stands before them. */
function writer(client: Client, first: CardJson) {
  let card = first;
  return {
    text: () => textOf(card),
    field: (id: string) => inputsOf(card).find((one) => one.id === id)?.value,
    verbs: () => buttonsOf(card).map(({ verb }) => verb),
    /** As Teams sends it, as often as it likes, also a button that no card has any more. */
    async sendAgain(verb: string, filled: Record<string, string>, times: number): Promise<string> {
      const [button] = buttonsOf(card);
      if (!button) throw new Error('no button');
      const pressed = () => client.pressed({ verb, data: { ...button.data, verb } }, filled);
      let said = '';
      for (let n = 0; n < times; n += 1) said = textOf((await client.send(pressed())).body?.value ?? {});
      return said;
    },
    async press(verb: string, filled: Record<string, string> = {}): Promise<string> {
      card = await client.press(card, verb, filled);
      return textOf(card);
    },
  };
}
type Writer = ReturnType<typeof writer>;

/** A meeting that both have before them, at the page of the needs. */
async function meetTogether(sandbox: TestSandbox): Promise<{ karin: Writer; jonas: Writer; due: string }> {
  await sandbox.as(JONAS).type('hej');
  const story = await caseIn(sandbox, 'sent');
  const from = sandbox.sink.messages.length;
  await story.press('more.open');
  await story.press('team.open');
  await story.press('team.save', { colleagues: JONAS.id });
  await story.press('guide.open');
  const theirs = await sandbox.sink.until(
    () => sandbox.sink.messages.slice(from).find(({ conversationId }) => conversationId === `chat-${JONAS.id}`),
    'the card of the colleague',
  );
  const startMs = await openStory(sandbox, story);
  await story.press('attendance.save', { p_0: 'IN_ROOM', p_1: 'IN_ROOM' });
  await sandbox.sink.until(() => buttonsOf(theirs.card).some(({ verb }) => verb === 'meeting.open'), 'the meeting');
  const jonas = writer(sandbox.as(JONAS), theirs.card);
  await jonas.press('meeting.open');
  const karin = writer(sandbox.as(KARIN), story.card());
  for (const one of [jonas, karin])
    for (let n = 0; !one.verbs().includes('need.add') && n < 3; n += 1) await one.press('childGoal.save');
  return { karin, jonas, due: dayFromNow(20, startMs) };
}

/** On a page of rows that both have open, with nothing on it yet. */
async function bothWrite(
  karin: Writer,
  jonas: Writer,
  page: string,
  row: string,
  field: string,
  more = {},
): Promise<void> {
  const add = `${row}.add`;
  // Both add, from the same page: no conflict.
  await karin.press(add, { ...more, [field]: 'Det första.' });
  const both = await jonas.press(add, { ...more, [field]: 'Det andra.' });
  expect(both).toContain('Det första.');
  expect(both).toContain('Det andra.');
  expect(both).not.toContain(STALE);

  // Both change the same one: the second sees it, keeps the words, and saves with another press.
  await karin.press(`${row}.change:1`);
  await jonas.press(`${row}.change:1`);
  expect(karin.field(field)).toBe('Det första.');
  await jonas.press(add, { [field]: 'Så här i stället.' });
  const second = await karin.press(add, { [field]: 'Helt annat.' });
  expect(second).toContain(STALE);
  expect(second).toContain('Så här i stället.');
  expect(karin.field(field)).toBe('Helt annat.');
  const saved = await karin.press(add);
  expect(saved).toContain('Helt annat.');
  expect(saved).not.toContain('Så här i stället.');
  expect(saved).toContain('Det andra.');

  // One takes away what the other is changing, and writes another with its number: said, and the words stay to be added.
  await jonas.press(`${row}.change:2`);
  await karin.press(`${row}.remove:2`);
  await karin.press(add, { ...more, [field]: 'I dess ställe.' });
  const gone = await jonas.press(add, { [field]: 'Ändå med.' });
  expect(gone).toContain(GONE);
  expect(gone).not.toContain('Det andra.');
  expect(gone).toContain('I dess ställe.');
  expect(jonas.field(field)).toBe('Ändå med.');
  expect(await jonas.press(add)).toContain('Ändå med.');

  // "Ändra" at the row that is being changed saves it first, and is not old because of that.
  await jonas.press(`${row}.change:1`);
  await jonas.press(`${row}.change:1`, { [field]: 'En gång till.' });
  expect(jonas.field(field)).toBe('En gång till.');
  expect(await jonas.press(add, { [field]: 'Till sist.' })).not.toContain(STALE);
  expect(await jonas.press(`${page}.next`)).not.toContain('Rätta:');
  await karin.press(`${page}.next`);
}

forEachDatabase((create) => {
  test('needs, goals and measures of two who write at once; a button that comes twice; a card from before', {
    timeout: 240_000,
  }, async () => {
    const database = await create();
    const sandbox = await openSandbox({ databaseUrl: urlOf(database) });
    try {
      const { karin, jonas, due } = await meetTogether(sandbox);
      await bothWrite(karin, jonas, 'needs', 'need', 'need');
      // Both write the last one that there is room for: neither is lost.
      await karin.press('goals.back');
      await karin.press('need.remove:3');
      await jonas.press('goals.back');
      await karin.press('need.add', { need: 'Den tredje.' });
      const last = await jonas.press('need.add', { need: 'Samtidigt.' });
      expect(last).toContain('Den tredje.');
      expect(last).toContain('Samtidigt.');
      for (const one of [karin, jonas]) await one.press('needs.next');
      await bothWrite(karin, jonas, 'goals', 'goal', 'goal');
      await bothWrite(karin, jonas, 'measures', 'measure', 'what', { who: 'bup-dalsland', dueOn: due });
      await jonas.press('responsibility.back');

      // More of a measure: Karin takes it away meanwhile.
      await jonas.press('measure.change:1');
      const more = await jonas.press('measure.more', { what: 'Med mer.' });
      expect(more).toContain('Mer om åtgärd 1.');
      expect(more).toContain('Med mer.');
      expect(await jonas.press('measureMore.save', { startOn: dayFromNow(90) })).toContain(
        'Rätta: Åtgärden ska vara klar',
      );
      await jonas.press('measureMore.back', { often: 'Varje vecka.', startOn: '' });
      expect(jonas.field('what')).toBe('Med mer.');
      await jonas.press('measure.more');
      expect(jonas.field('often')).toBe('Varje vecka.');
      for (let n = 0; !karin.verbs().includes('measure.add') && n < 3; n += 1) await karin.press('responsibility.back');
      await karin.press('measure.remove:1');
      expect(await jonas.press('measureMore.save', { sign: 'Orkar mer.' })).toContain(
        'Någon annan har tagit bort åtgärden',
      );
      expect(jonas.field('sign')).toBe('Orkar mer.');
      expect(await jonas.press('measureMore.back')).not.toContain('Med mer.');

      const twice = { what: 'Bara en gång.', who: 'bup-dalsland', dueOn: due };
      expect((await jonas.sendAgain('measure.add', twice, 3)).split('Bara en gång.')).toHaveLength(2);
      // The button of a card from before: "Ta bort den sista".
      await karin.press('measures.back');
      await karin.press('goals.next');
      expect(await karin.sendAgain('measure.remove', {}, 1)).toContain('Bara en gång.');
      // It names a person, too. The card that is pressed is older than the answer above.
      await karin.press('measures.back');
      expect(await karin.press('measure.add', { what: WORDS.measures[0] ?? '', who: KARIN.id, dueOn: due })).toContain(
        'Elevhälsan · Karin Ek',
      );
      await expectAtRest(sandbox);
    } finally {
      await sandbox.close();
      await database.remove();
    }
  });
});
