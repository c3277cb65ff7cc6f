/** Pictures, words as people spell them, quotations, messages that are changed afterwards. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeAtRest, comeToRest, storedRows } from '../../support/at-rest.ts';
import { buttonsOf, textOf } from '../../support/card-json.ts';
import { KARIN, openSandbox, type TestSandbox } from '../../support/sandbox.ts';
import type { SinkMessage } from '../../support/teams-sink.ts';

/** Published by the Swedish Tax Agency for tests. */
const PERSONNUMMER = '19121212-1212';
const GUIDE = 'start.save';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => closeAtRest(sandbox));

/** Everything that comes of it. */
async function answersTo(more: Record<string, unknown>): Promise<SinkMessage[]> {
  await comeToRest(sandbox);
  const before = sandbox.sink.messages.length;
  const karin = sandbox.as(KARIN);
  await karin.send(karin.activity({ type: 'message', ...more }));
  await comeToRest(sandbox);
  return sandbox.sink.messages.slice(before);
}
const verbsOf = (message: SinkMessage | undefined) => buttonsOf(message?.card ?? {}).map(({ verb }) => verb);
const textIn = (message: SinkMessage | undefined) => textOf(message?.card ?? {});
const edited = (id: string, text: string) => ({
  type: 'messageUpdate',
  id,
  text,
  channelData: { tenant: { id: KARIN.tenantId }, eventType: 'editMessage' },
});

describe('a picture or a file', () => {
  const FILES = [
    { contentType: 'image/*', contentUrl: 'https://x.example/a', name: 'Kalle.jpg' },
    { contentType: 'image/png', contentUrl: 'https://x.example/a' },
    { contentType: 'application/vnd.microsoft.teams.file.download.info', name: 'Utredning Kalle.pdf', content: {} },
    { contentType: 'audio/mp4' },
  ];
  test.each(FILES)('$contentType: asked to be taken away, with buttons, and nothing of it is kept', async (file) => {
    const [answer, ...more] = await answersTo({ attachments: [file] });
    expect(textIn(answer)).toContain('Ta bort den ur chatten');
    expect(verbsOf(answer)).toEqual(['case.new', 'case.list']);
    expect(more).toEqual([]);
    const rows = (await storedRows(sandbox)).map(({ text }) => text).join();
    expect(rows + (await sandbox.log())).not.toMatch(/Kalle|x\.example/);
  });

  test('beside words too, and then the words start nothing', async () => {
    const [answer, ...more] = await answersTo({ text: 'nytt Västbus', attachments: FILES.slice(0, 1) });
    expect(textIn(answer)).toContain('Ta bort den ur chatten');
    expect(more).toEqual([]);
  });

  test('the markup that Teams sends beside every text is none', async () => {
    const [answer] = await answersTo({
      text: 'mina ärenden',
      attachments: [{ contentType: 'text/html', content: '<p>mina ärenden</p>' }],
    });
    expect(textIn(answer)).toContain('Mina ärenden');
  });
});

test('a personnummer: the sentence, and buttons to go on with', async () => {
  const [answer] = await answersTo({ text: `nytt Västbus för ${PERSONNUMMER}` });
  expect(textIn(answer)).toContain('Det ser ut som ett personnummer.');
  expect(verbsOf(answer)).toEqual(['case.new', 'case.list']);
});

describe('as people write it', () => {
  test.each([
    'nytt väst bus',
    'nytt väst-bus',
    'nytt mote',
    'Nytt västbus',
    'ny sip!',
    'nytt vastbusmöte',
    'nytt väst bus möte',
    'Nytt SIP-möte.',
    '”nytt Västbus”',
    '"nytt Västbus".',
    '<at>Västbus</at> nytt Västbus',
    '<at>Västbus</at>, nytt Västbus',
    '@Västbus nytt Västbus',
    'new vast bus',
    '<blockquote itemtype="http://schema.skype.com/Reply"><p>Vad vill du göra?</p></blockquote><p>nytt Västbus</p>',
    '> Vad vill du göra?\nnytt Västbus',
    `<blockquote>${'İbrahim frågar. '.repeat(200)}</blockquote ><p>nytt Västbus</p>`,
  ])('"%s" starts a case', async (text) => {
    const [guide] = await answersTo({ text });
    expect(verbsOf(guide)).toContain(GUIDE);
  });

  test.each([
    'Mina ärenden.',
    'mina ärende',
    'mina arenden!',
    'mitt ärende',
    'ärenden',
    'Visa mina ärenden',
    'my case',
  ])('"%s" shows the list', async (text) => {
    const [list] = await answersTo({ text });
    expect(textIn(list)).toMatch(/^(Mina ärenden|My cases)/);
  });

  test.each([
    '<blockquote>nytt Västbus</blockquote><p>vad betyder det?</p>',
    `<blockquote>nytt Västbus ${'och mer '.repeat(400)}</blockquote><p>vad betyder det?</p>`,
    `<blockquote>nytt Västbus ${'och mer '.repeat(4_000)}`,
    '  > nytt Västbus\nvad betyder det?',
  ])('what was quoted starts nothing (%#)', async (text) => {
    const [answer] = await answersTo({ text });
    expect(textIn(answer)).toContain('Det förstod jag inte.');
  });
});

describe('a message that is changed afterwards', () => {
  test('counts as new words where it was not understood, until it is', async () => {
    const id = randomUUID();
    expect(textIn((await answersTo({ id, text: 'nytt vädstbus' }))[0])).toContain('Det förstod jag inte.');
    expect(textIn((await answersTo(edited(id, 'nytt vättbus')))[0])).toContain('Det förstod jag inte.');
    expect(verbsOf((await answersTo(edited(id, 'nytt Västbus')))[0])).toContain(GUIDE);
    expect(await answersTo(edited(id, 'nytt Västbus, tack'))).toEqual([]);
  });

  test('counts where a personnummer was taken out of it', async () => {
    const id = randomUUID();
    expect(textIn((await answersTo({ id, text: `nytt Västbus ${PERSONNUMMER}` }))[0])).toContain('personnummer');
    expect(verbsOf((await answersTo(edited(id, 'nytt Västbus')))[0])).toContain(GUIDE);
  });

  test('does nothing where it was', async () => {
    const id = randomUUID();
    await answersTo({ id, text: 'nytt Västbus' });
    for (const text of ['nytt Västbusmöte', 'mina ärenden', 'hoppsan'])
      expect(await answersTo(edited(id, text))).toEqual([]);
  });

  test('counts where its first words never came', async () => {
    expect(verbsOf((await answersTo(edited(randomUUID(), 'nytt Västbus')))[0])).toContain(GUIDE);
  });

  test('taken back and put there again, it is not changed', async () => {
    const again = { ...edited(randomUUID(), 'nytt Västbus'), channelData: { eventType: 'undeleteMessage' } };
    expect(await answersTo(again)).toEqual([]);
  });
});
