import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeAtRest, storedRows } from '../../support/at-rest.ts';
import { buttonsOf, type CardJson, inputsOf, textOf } from '../../support/card-json.ts';
import { caseIn } from '../../support/prepared.ts';
import { ANNA, KARIN, openSandbox, SAMIRA, type TestSandbox } from '../../support/sandbox.ts';
import { beginStory } from '../../support/story.ts';
import type { Someone } from '../../support/teams-client.ts';
import type { SinkMessage } from '../../support/teams-sink.ts';
import { dayFromNow, WORDS } from '../../support/trip.ts';

/** Published by the Swedish Tax Agency for tests. */
const PERSONNUMMER = '19121212-1212';
const CHANNEL = { conversationId: '19:sip-elevhalsan@thread.tacv2;messageid=1', conversationType: 'channel' } as const;
const STRANGER = { id: 'cccccccc-0000-4000-8000-000000000099', tenantId: KARIN.tenantId, name: 'Ingen Alls' };

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => closeAtRest(sandbox));

/** What comes after somebody has typed this, and where. */
async function answersTo(someone: Someone, words: string, count = 1, place?: typeof CHANNEL): Promise<SinkMessage[]> {
  const before = sandbox.sink.messages.length;
  await sandbox.as(someone, place).type(words);
  await sandbox.sink.until(() => sandbox.sink.messages.length >= before + count, `${count} answers to "${words}"`);
  return sandbox.sink.messages.slice(before);
}
const verbsOf = (card: CardJson) => buttonsOf(card).map(({ verb }) => verb);

describe('the word that starts a case', () => {
  test.each(['nytt Västbus', 'NYTT VASTBUS', 'ny SIP', 'nytt Va\u0308stbusmöte', '  Starta   västbus '])(
    '"%s"',
    async (words) => {
      const [guide] = await answersTo(KARIN, words);
      expect(guide?.conversationId).toBe(`chat-${KARIN.id}`);
      expect(textOf(guide?.card ?? {})).toMatch(
        /^Västbusmöte [A-Z0-9]{3}-[A-Z0-9]{3} · Start, sida 1 av 2\nSvara på det du vet/,
      );
      expect(textOf(guide?.card ?? {})).toMatch(/112[\s\S]*orosanmälan|orosanmälan[\s\S]*112/);
    },
  );

  test('"new Västbus" gives English cards, and they stay English', async () => {
    const story = await beginStory(sandbox, 'new Västbus');
    expect(story.card().lang).toBe('en');
    expect(
      story
        .input('ageBand')
        ?.choices.map(({ title }) => title)
        .join(),
    ).toMatch(/years/);
    expect(await story.fill('start')).toMatch(/Talk with mother/);
    expect(story.text()).not.toMatch(/Fyll i|Ändra|Samtal/);
  });

  test('each case gets its own random code', async () => {
    const codes = [(await beginStory(sandbox)).code, (await beginStory(sandbox)).code];
    expect(new Set(codes).size).toBe(2);
    for (const code of codes) expect(code).toMatch(/^[ACDEFGHJKMNPQRTWXY34679]{3}-[ACDEFGHJKMNPQRTWXY34679]{3}$/);
  });

  test('in a channel: one neutral line there, the guide in the own chat', async () => {
    const answers = await answersTo(KARIN, '<at>Västbus</at> nytt Västbus', 2, CHANNEL);
    const line = answers.find(({ conversationId }) => conversationId === CHANNEL.conversationId);
    const guide = answers.find(({ conversationId }) => conversationId === `chat-${KARIN.id}`);
    expect(textOf(line?.card ?? {})).toBe('Västbusmöte\nJag har öppnat guiden i din egen chatt med mig.');
    expect(verbsOf(line?.card ?? {})).toEqual([]);
    expect(verbsOf(guide?.card ?? {})).toContain('start.save');
    expect(answers).toHaveLength(2);
  });

  test('in a channel, by somebody the bot has no chat with: a line that says what to do', async () => {
    const jonas = { ...KARIN, id: 'aaaaaaaa-0000-4000-8000-000000000002', name: 'Jonas Alm' };
    const [line] = await answersTo(jonas, 'nytt Västbus', 1, CHANNEL);
    expect(textOf(line?.card ?? {})).toContain('Öppna en egen chatt med mig');
  });

  test('not for those who are not in the register', async () => {
    const [line] = await answersTo(STRANGER, 'nytt Västbus');
    expect(textOf(line?.card ?? {})).toContain('Du finns inte i registret än.');
  });

  test('T1: who may not call can only propose, to somebody who may; nothing about a child is asked', async () => {
    const [card] = await answersTo(SAMIRA, 'nytt Västbus');
    expect(textOf(card?.card ?? {})).toContain('Föreslå ett Västbusmöte för någon som kan kalla.');
    expect(inputsOf(card?.card ?? {}).map(({ id }) => id)).toEqual(['to']);
    const before = sandbox.sink.messages.length;
    const answer = await sandbox.as(SAMIRA).press(card?.card ?? {}, 'propose.send', { to: KARIN.id });
    expect(textOf(answer)).toContain(
      'Förslaget är skickat till Elevhälsan · Karin Ek, skolkurator, 070-174 06 05. Ring',
    );
    const line = await sandbox.sink.until(
      () => sandbox.sink.messages.slice(before).find(({ card }) => textOf(card).includes('föreslår ett möte')),
      'the proposal',
    );
    expect(textOf(line.card)).toContain(`${SAMIRA.name}, socialsekreterare, 070-174 06 10 föreslår ett möte. Ring`);
    // In the database stands who it is, by id; the name and the number are the register's.
    const rows = (await storedRows(sandbox)).filter(({ table }) => table !== 'Person');
    expect(rows.filter(({ text }) => text.includes(SAMIRA.name)).map(({ table }) => table)).toEqual([]);
    expect(verbsOf(line.card)).toContain('case.new');
  });

  test('a guest has another id than in the own tenant, and is somebody else', async () => {
    const [line] = await answersTo({ ...KARIN, id: 'cccccccc-0000-4000-8000-000000000077' }, 'nytt Västbus');
    expect(textOf(line?.card ?? {})).toContain('Du finns inte i registret än.');
  });
});

describe('other words', () => {
  test.each(['hej', 'hjälp', 'nytt vädstbus', '42', '🙂'])(
    '"%s" gives the help card with buttons and the acute line',
    async (words) => {
      const [help] = await answersTo(KARIN, words);
      expect(verbsOf(help?.card ?? {})).toEqual(['case.new', 'case.list']);
      expect(textOf(help?.card ?? {})).toContain('112');
    },
  );

  test('"hjälp" and "help": words, numbers that somebody has checked, and who knows more; among others nobody is named', async () => {
    const [help] = await answersTo(KARIN, 'hjälp');
    const said = textOf(help?.card ?? {}).split('\n');
    for (const line of [
      '**mina ärenden**: dina öppna ärenden, och nästa steg i vart och ett',
      'Socialjouren, kvällar och helger: 08-465 004 01',
      'Elevhälsan · Maja Björk, skolsköterska, 070-174 06 07',
    ])
      expect(said).toContain(line);
    // Nobody has rung it.
    expect(said.join()).not.toMatch(/Akutmottagningen|08-465 004 06/);
    const [english] = await answersTo(SAMIRA, 'help');
    expect(textOf(english?.card ?? {})).toContain('**my cases**: your open cases, and the next step in each');
    const [there] = await answersTo(KARIN, 'hjälp', 1, CHANNEL);
    expect(textOf(there?.card ?? {})).toContain('**mina ärenden**');
    expect(textOf(there?.card ?? {})).not.toMatch(/Maja|Karin/);
  });

  test('the help card starts a case too', async () => {
    const [help] = await answersTo(KARIN, 'vad kan du?');
    const before = sandbox.sink.messages.length;
    await sandbox.as(KARIN).press(help?.card ?? {}, 'case.new');
    const guide = await sandbox.sink.until(() => sandbox.sink.messages[before], 'the guide');
    expect(verbsOf(guide.card)).toContain('start.save');
  });

  test('the help card in a channel says that the guide stands in the own chat', async () => {
    const [help] = await answersTo(KARIN, 'hej', 1, CHANNEL);
    const before = sandbox.sink.messages.length;
    expect(textOf(await sandbox.as(KARIN, CHANNEL).press(help?.card ?? {}, 'case.new'))).toContain(
      'Jag har öppnat guiden i din egen chatt',
    );
    const guide = await sandbox.sink.until(() => sandbox.sink.messages[before], 'the guide');
    expect(guide.conversationId).toBe(`chat-${KARIN.id}`);
  });

  test('a personnummer: the sentence, and it is not said again', async () => {
    const bodies = sandbox.sink.bodies.length;
    const [line] = await answersTo(KARIN, `nytt Västbus för ${PERSONNUMMER}`);
    expect(textOf(line?.card ?? {})).toContain('Det ser ut som ett personnummer. Jag har inte sparat det.');
    expect(sandbox.sink.bodies.slice(bodies).join()).not.toContain('1212');
  });

  test.each([
    'Jag är orolig för att barnet far illa hemma',
    'pappan slår barnet',
    'jag är orolig för en elev',
    'the child is being hit',
  ])('a worry, "%s": only the fixed answer', async (words) => {
    const [line, ...more] = await answersTo(KARIN, words);
    expect(textOf(line?.card ?? {})).toMatch(
      /Gör genast en orosanmälan.*08-465 004 05|Make a report of concern at once/,
    );
    expect(more).toEqual([]);
  });
});

describe('a draft', () => {
  test('an unknown answer waits: nothing is required until the kallelse', async () => {
    const story = await beginStory(sandbox);
    await story.press('start.save', { ageBand: '', guardianOne: '', guardianTwo: '' });
    expect(await story.press('startMore.save')).toContain('Ålder och vårdnadshavare\nInte ifyllt');
  });

  test('Tillbaka keeps the answers', async () => {
    const story = await caseIn(sandbox, 'started');
    await story.press('child.open');
    await story.press('child.back', { words: WORDS.childWords, participation: 'LETTER' });
    expect(story.text()).toContain('Samtal med barnet\nPåbörjat');
    await story.press('child.open');
    expect(story.input('words')?.value).toBe(WORDS.childWords);
    expect(story.input('participation')?.value).toBe('LETTER');
    await story.press('child.back');
    await story.press('consent1.open');
    await story.press('consent1.save', { signedOn: dayFromNow(-1), validMonths: '3' });
    await story.press('consent1Scope.back', { originalLocation: WORDS.original });
    await story.press('consent1.back');
    expect(story.text()).toContain('Samtycke från mamma\nPåbörjat');
    await story.press('consent1.open');
    expect(story.input('validMonths')?.value).toBe('3');
    await story.press('consent1.save');
    expect(story.input('originalLocation')?.value).toBe(WORDS.original);
  });

  test('an error stands at its field, and the rest of the page is as it was', async () => {
    const story = await beginStory(sandbox);
    await story.press('start.save', { ageBand: 'A12_14', guardianOne: 'PARENT' });
    await story.press('startMore.save', { needNoticedOn: dayFromNow(3), existingSip: 'YES' });
    expect(story.text()).toContain('Rätta: Dagen har inte varit än.');
    expect(story.input('existingSip')?.value).toBe('YES');
    expect(story.input('needNoticedOn')?.value).toBe(dayFromNow(3));
    expect(await story.press('startMore.save', { needNoticedOn: dayFromNow(-1) })).toContain('12–14 år');
  });

  test('scenario 17: a personnummer in a field is refused at the field and in no log; corrected and pressed again it goes through', async () => {
    const story = await caseIn(sandbox, 'started');
    await story.press('child.open');
    expect(await story.press('child.save', { words: `Han heter ${PERSONNUMMER}` })).toContain(
      'Rätta: Det ser ut som ett personnummer.',
    );
    expect(await sandbox.log()).not.toContain(PERSONNUMMER);
    await story.press('child.save', { words: 'Jag vill sova.', outcome: 'DONE', heldOn: dayFromNow(-1) });
    await story.press('childMore.save', { informed: 'true' });
    expect(await story.press('protection.back')).toMatch(/Samtal med barnet\n.* ✓/);
  });

  test('scenario 18: a name or a telephone number in a text is asked about once, and the text is kept', async () => {
    const story = await caseIn(sandbox, 'started');
    await story.press('child.open');
    const words = 'Prata med Anna 070-123 45 67';
    expect(await story.press('child.save', { words })).toContain(
      'Det kan finnas ett namn eller telefonnummer i texten.',
    );
    expect(story.input('words')?.value).toBe(words);
    await story.press('child.save', { words, outcome: 'DONE', heldOn: dayFromNow(-1) });
    expect(story.verbs()).toContain('childMore.save');
  });

  test('the program ends and starts again: "mina ärenden", Öppna, and on', async () => {
    const story = await caseIn(sandbox, 'started');
    await story.press('child.open');
    await story.press('child.back', { words: WORDS.childWords });
    await sandbox.restart();
    const [list] = await answersTo(KARIN, 'Mina ärenden');
    if (!list) throw new Error('no list');
    const row = buttonsOf(list.card).find(
      ({ verb, data }) => verb === 'case.show' && data.posting === buttonsOf(story.card())[0]?.data.posting,
    );
    expect(textOf(list.card)).toContain(story.code);
    if (!row) throw new Error('the case is not in the list');
    const answer = await sandbox.as(KARIN).send(sandbox.as(KARIN).pressed(row, {}, list.id));
    const shown = answer.body?.value ?? {};
    expect(textOf(shown)).toContain(story.code);
    const page = await sandbox.as(KARIN).press(shown, 'child.open');
    expect(inputsOf(page).find(({ id }) => id === 'words')?.value).toBe(WORDS.childWords);

    const moved = await sandbox.sink.until(
      () => textOf(story.message.card).includes('står nu i ett annat meddelande') && textOf(story.message.card),
      'a line at its old place',
    );
    expect(moved).toContain(story.code);
    await sandbox.as(KARIN).press(page, 'child.save');
    await sandbox.sink.until(
      () => textOf(list.card).includes(`Västbusmöte ${story.code}`),
      "the list's message follows the case from now on",
    );
  });

  test('a list is for its owner, and only in the own chat', async () => {
    const answers = await answersTo(KARIN, 'mina ärenden', 2, CHANNEL);
    const list = answers.find(({ conversationId }) => conversationId === `chat-${KARIN.id}`);
    const line = answers.find(({ conversationId }) => conversationId === CHANNEL.conversationId);
    expect(verbsOf(line?.card ?? {})).toEqual([]);
    expect(textOf(list?.card ?? {})).toContain('Mina ärenden');
    expect(textOf(await sandbox.as(ANNA).press(list?.card ?? {}, 'case.show'))).toContain('Du har inte behörighet');
  });

  test('a list passed on to a channel: the case’s card stays in the own chat, and nothing is sent to the channel', async () => {
    const story = await caseIn(sandbox, 'started');
    const [list] = await answersTo(KARIN, 'Mina ärenden');
    const row = buttonsOf(list?.card ?? {}).find(
      ({ verb, data }) => verb === 'case.show' && data.posting === buttonsOf(story.card())[0]?.data.posting,
    );
    if (!row) throw new Error('the case is not in the list');
    const before = (await sandbox.outbound()).length;
    const there = sandbox.as(KARIN, CHANNEL);
    await there.send(there.pressed(row, {}, 'forwarded-message'));
    // Whatever changes in the case from now on is shown where its card stood.
    await story.press('child.open');
    await story.press('child.back', { words: WORDS.childWords });
    await story.until(/Samtal med barnet/);
    const sent = (await sandbox.outbound()).slice(before).filter(({ to }) => to === 'teams');
    expect(sent.filter(({ url }) => decodeURIComponent(url).includes(CHANNEL.conversationId))).toEqual([]);
  });

  test('the client has lost its chat: greeted, and the open cards stand anew', async () => {
    const story = await caseIn(sandbox, 'started');
    const before = sandbox.sink.messages.length;
    await sandbox.as(KARIN).install();
    const anew = await sandbox.sink.until(
      () =>
        sandbox.sink.messages.slice(before).find(({ card }) => textOf(card).startsWith(`Västbusmöte ${story.code}`)),
      'the case posted anew',
    );
    expect(verbsOf(anew.card)).toContain('child.open');
    const page = await sandbox.as(KARIN).press(anew.card, 'child.open');
    await sandbox.as(KARIN).press(page, 'child.back', { words: 'Hej.' });
    await sandbox.sink.until(
      () => textOf(anew.card).includes('Samtal med barnet\nPåbörjat'),
      'the new message follows the case',
    );
    expect(sandbox.sink.messages.slice(before).some(({ card }) => verbsOf(card).includes('case.new'))).toBe(true);
  });
});

test('nothing of what was refused or typed in the chat is stored or logged', async () => {
  const rows = await storedRows(sandbox);
  const everything = [...rows.map(({ text }) => text), await sandbox.log(), ...sandbox.sink.bodies].join('\n');
  expect(rows.filter(({ table }) => table === 'Case').length).toBeGreaterThan(5);
  for (const typed of [PERSONNUMMER, '121212', 'hemma', 'elev"', 'pappan', 'vädstbus', 'being hit'])
    expect(everything).not.toContain(typed);
});
