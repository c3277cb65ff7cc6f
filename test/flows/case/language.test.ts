/** Which language somebody's cards are in: the word that started it, what they have chosen, the tenant's default. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeAtRest } from '../../support/at-rest.ts';
import { textOf } from '../../support/card-json.ts';
import { caseIn } from '../../support/prepared.ts';
import { ANNA, KARIN, LENA, openSandbox, type TestSandbox } from '../../support/sandbox.ts';
import { beginStory } from '../../support/story.ts';
import type { Someone } from '../../support/teams-client.ts';
import type { SinkMessage } from '../../support/teams-sink.ts';

const CHANNEL = { conversationId: '19:sip-elevhalsan@thread.tacv2;messageid=1', conversationType: 'channel' } as const;

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => closeAtRest(sandbox));

async function said(someone: Someone, words: string, place?: typeof CHANNEL): Promise<SinkMessage> {
  const before = sandbox.sink.messages.length;
  await sandbox.as(someone, place).type(words);
  const here = place?.conversationId ?? `chat-${someone.id}`;
  const isHere = ({ conversationId }: SinkMessage) => conversationId.startsWith(here);
  return sandbox.sink.until(() => sandbox.sink.messages.slice(before).find(isHere), `an answer to "${words}"`);
}

test.each([
  ['språk', 'sv', 'språk engelska'],
  ['language', 'en', 'language swedish'],
])('"%s" alone says which it is, and how to change', async (words, lang, how) => {
  const { card } = await said(ANNA, words);
  expect(card.lang).toBe(lang);
  expect(textOf(card)).toContain(how);
});

test.each([
  ['språk engelska', 'en'],
  ['Språk svenska', 'sv'],
  ['language english', 'en'],
  ['language Swedish', 'sv'],
  ['english', 'en'],
  ['svenska', 'sv'],
])('"%s": that word and everything after it, whatever word comes then', async (words, lang) => {
  expect((await said(LENA, words)).card.lang).toBe(lang);
  expect((await said(LENA, 'hej')).card.lang).toBe(lang);
  expect((await said(LENA, 'mina ärenden')).card.lang).toBe(lang);
  expect((await said(LENA, 'nytt Västbus')).card.lang).toBe(lang);
});

test('nobody else’s language is touched, and it stands after a restart', async () => {
  await said(LENA, 'english');
  expect((await said(ANNA, 'hej')).card.lang).toBe('sv');
  await sandbox.restart();
  expect((await said(LENA, 'hej')).card.lang).toBe('en');
});

test('open cards follow at once; a page with inputs when it is answered, with what was typed', async () => {
  const story = await caseIn(sandbox, 'started');
  await story.until(/Samtal med mamma/);
  const other = await caseIn(sandbox, 'started');
  await other.press('child.open');
  const updates = other.message.updates;
  await said(KARIN, 'språk engelska');
  try {
    await story.until(/Talk with mother/);
    expect(story.message.card.lang).toBe('en');
    expect(other.message.updates).toBe(updates);
    expect(await other.press('child.save', { words: 'Jag vill sova.', heldOn: 'x' })).toContain('Correct: ');
    expect(other.input('words')?.value).toBe('Jag vill sova.');
    expect((await beginStory(sandbox)).card().lang).toBe('en');
  } finally {
    await said(KARIN, 'svenska');
  }
  await story.until(/Samtal med mamma/);
});

test('typed in a channel it is the own chat that changes; the channel keeps the language of the tenant', async () => {
  await said(KARIN, 'hej');
  try {
    expect(textOf((await said(KARIN, 'english', CHANNEL)).card)).toContain('From now on I answer in English.');
    expect((await said(KARIN, 'vad kan du?', CHANNEL)).card.lang).toBe('sv');
    const before = sandbox.sink.messages.length;
    await sandbox.as(KARIN, CHANNEL).type('nytt Västbus');
    const guide = await sandbox.sink.until(
      () => sandbox.sink.messages.slice(before).find(({ conversationId }) => conversationId === `chat-${KARIN.id}`),
      'the guide in the own chat',
    );
    expect(guide.card.lang).toBe('en');
  } finally {
    await said(KARIN, 'svenska');
  }
});

test('whoever has no chat of their own is told to open one; a stranger is not in the register', async () => {
  const nils = { ...KARIN, id: 'aaaaaaaa-0000-4000-8000-000000000002', name: 'Jonas Alm' };
  expect(textOf((await said(nils, 'english', CHANNEL)).card)).toMatch(/Öppna en egen chatt|Open a chat/);
  const stranger = { ...KARIN, id: 'cccccccc-0000-4000-8000-000000000099', name: 'Ingen Alls' };
  expect(textOf((await said(stranger, 'english')).card)).toMatch(/inte i registret|not in the register/);
});
