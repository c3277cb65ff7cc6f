import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { buttonsOf, textOf } from '../support/card-json.ts';
import { dumpDatabase } from '../support/dump-database.ts';
import { KARIN, LENA, openSandbox, SAMIRA, type TestSandbox } from '../support/sandbox.ts';
import { beginStory, lockStory, prepareStory, type Story, sendStory } from '../support/story.ts';
import { measureMessage, WORDS } from '../support/trip.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox?.close());

const ON_PAPER = 'Då gör vi det här på papper. Jag skickar ingenting.';

/** The two questions, once the kallelse has been sent. */
async function answerSafety(story: Story, answers: Record<string, string>, verb = 'protection.save'): Promise<string> {
  await story.press('more.open');
  await story.press('protection.open');
  return story.press(verb, answers);
}

type Event = { subject: string; isCancelled: boolean };
const live = async (story: Story, owner: { id: string }): Promise<Event[]> => {
  const { body } = await sandbox.graph('GET', `/users/${owner.id}/events`);
  return (body.value as Event[]).filter(({ subject, isCancelled }) => subject.includes(story.code) && !isCancelled);
};

/** The cancelling comes after the commit: seen in the calendars. */
async function cancelled(story: Story): Promise<void> {
  const isOver = async () => (await live(story, SAMIRA)).length === 0 && (await live(story, KARIN)).length === 0;
  for (let tries = 0; tries < 200 && !(await isOver()); tries += 1) await story.client.type('hjälp');
  expect(await isOver()).toBe(true);
}

/** What was asked of Graph about an event after it was cancelled, and what the cancelling said. */
async function afterCancelling(eventId: string) {
  const asked = (await sandbox.outbound()).filter(({ to, url }) => to === 'graph' && decodeURIComponent(url).includes(eventId));
  const at = asked.findIndex(({ url }) => url.endsWith('/cancel'));
  return { said: Object.values((asked[at]?.body ?? {}) as object), asked: asked.slice(at + 1) };
}

describe('before the kallelse', () => {
  test.each([
    ['B3', { protectedIdentity: 'UNKNOWN', secretPlace: 'NO' }],
    ['B4', { protectedIdentity: 'NO', secretPlace: 'UNKNOWN' }],
  ])('%s: "vet inte" is fine until the kallelse, and stops it', async (_row, answers) => {
    const story = await prepareStory(sandbox, { protection: answers });
    expect(await story.press('preview.open')).toContain('Det här saknas:\nSvar om skyddade uppgifter');
    expect(story.verbs()).not.toContain('kallelse.send');
    await story.fill('protection');
    expect(await story.press('preview.open')).not.toContain('Det här saknas:');
  });

  test('T27: on paper only, the card says so, printing is the main thing, and an answer of two no opens it again', async () => {
    const begun = await beginStory(sandbox);
    await begun.fill('start');
    expect(await begun.fill('protection', { protectedIdentity: 'YES' })).toContain(ON_PAPER);
    const story = await prepareStory(sandbox);
    await story.fill('protection', { secretPlace: 'THREAT' });
    expect((await story.until(/på papper/)).split('\n')[1]).toContain(ON_PAPER);
    const main = (story.card().actions as { style?: string; verb: string }[]).filter(({ style }) => style === 'positive');
    expect(main.map(({ verb }) => verb)).toEqual(['print.open']);
    await story.press('protection.open');
    expect([story.input('protectedIdentity')?.value, story.input('secretPlace')?.value]).toEqual(['', '']);
    expect(await story.press('protection.save', {})).toContain(ON_PAPER);
    expect(await story.fill('protection')).not.toContain(ON_PAPER);
    expect(await story.press('preview.open')).not.toContain('Det här saknas:');
  });
});

describe('after the kallelse', () => {
  afterEach(() => sandbox.control('faults', { failAfterDoing: false }));

  test('T27: called off neutrally, nothing more is asked of any calendar, and it can be called anew', async () => {
    const story = await sendStory(sandbox);
    const other = await sendStory(sandbox);
    const [event] = await story.events(KARIN);
    expect(await answerSafety(story, { protectedIdentity: 'YES' })).toContain(ON_PAPER);
    expect(story.verbs()).toContain('print.open');
    expect(await story.events(LENA)).toHaveLength(1);
    await cancelled(story);
    expect(await live(story, LENA)).toEqual([]);
    // The other case hears of its answer after this one has heard of its cancelled event.
    const [others] = await other.events(SAMIRA);
    await sandbox.graph('POST', `/users/${SAMIRA.id}/events/${others?.id}/accept`, { sendResponse: true });
    await other.until(/Socialtjänst\nJa/);
    await sandbox.moveClock(new Date(Date.now() + 30 * 60_000).toISOString());
    await sandbox.moveClock(new Date().toISOString());
    expect(await afterCancelling(event?.id ?? '')).toEqual({ said: ['Mötet är inställt.'], asked: [] });

    expect(await story.fill('protection')).not.toContain(ON_PAPER);
    await story.fill('invite');
    await story.fill('time');
    await story.fill('family');
    await story.press('preview.open');
    await story.press('kallelse.send');
    await story.until(/Kallelsen är skickad/);
    expect(await live(story, SAMIRA)).toHaveLength(1);
  });

  test('T27: while the kallelse is on its way: nothing of it is left in a calendar', async () => {
    const story = await prepareStory(sandbox);
    await story.press('preview.open');
    await sandbox.control('faults', { failAfterDoing: true });
    await story.press('kallelse.send');
    await story.until(/inte\*\* skickad/);
    expect(await answerSafety(story, { secretPlace: 'THREAT' })).toContain(ON_PAPER);
    await sandbox.control('faults', { failAfterDoing: false });
    await cancelled(story);
    expect(await live(story, LENA)).toEqual([]);
  });

  test('"Tillbaka" changes nothing: a meeting is called off with "Spara" only', async () => {
    const story = await sendStory(sandbox);
    expect(await answerSafety(story, { protectedIdentity: 'YES' }, 'protection.back')).toContain('Kallelsen är skickad');
    expect(story.text()).not.toContain(ON_PAPER);
  });

  test('the place is to be told by word of mouth: gone from the card, and the card says that the event keeps it', async () => {
    const story = await sendStory(sandbox);
    expect(story.text()).toContain('Stadshuset');
    const said = await answerSafety(story, { secretPlace: 'PLACE_ORALLY' });
    expect(said).toContain('Platsen står kvar i kallelsen som redan är skickad.');
    expect(said).toContain('Platsen lämnas muntligt');
    expect(said).not.toContain('Stadshuset');
  });
});

test('T27, scenario 9: with a plan, the cards in the channel are emptied and no new one comes; the trail says only that the mode changed', async () => {
  const story = await sendStory(sandbox);
  await lockStory(sandbox, story);
  const measure = await sandbox.sink.until(() => measureMessage(sandbox, 1), 'the measure in the channel');
  await sandbox.sink.until(() => measureMessage(sandbox, 2), 'and the second one');
  await story.until(/Planen gäller/);
  const inChannel = () => sandbox.sink.messages.filter(({ conversationId }) => conversationId.startsWith('19:')).length;
  const before = inChannel();
  expect(await answerSafety(story, { protectedIdentity: 'YES' })).toContain(ON_PAPER);
  expect(story.verbs()).toContain('print.open');
  await sandbox.sink.until(() => textOf(measure.card).includes('Följs inte längre här.'), 'the card in the channel is over');
  expect(buttonsOf(measure.card).map(({ verb }) => verb)).not.toContain('measure.done');
  const lena = sandbox.as(LENA, { conversationId: measure.conversationId, conversationType: 'channel' });
  expect(textOf(await lena.press(measure.card, 'measure.show'))).not.toContain(WORDS.measures[0]);
  expect(inChannel()).toBe(before);

  await sandbox.kill();
  const rows = await dumpDatabase(sandbox.dataDir);
  const caseId = rows.find(({ table, row }) => table === 'Case' && row.code === story.code)?.row.id;
  const trail = rows.filter(({ table, row }) => table === 'Audit' && row.caseId === caseId && row.act === 'protection.save');
  expect(trail.map(({ row }) => row.outcome)).toEqual(['modeChanged', 'modeChanged']);
  for (const { text } of rows) expect(text).not.toMatch(/protectedIdentity|secretPlace|THREAT/);
});
