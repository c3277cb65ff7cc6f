/**
 * A meeting that people work on in Outlook, with words about somebody wherever they can write there. The bot reads the
 * event: none of those words comes onto a message in Teams, into the log, in clear into the database, or into another
 * calendar than they stood in.
 */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import register from '../../sandbox/register.json' with { type: 'json' };
import { comeToRest, expectAtRest } from '../support/at-rest.ts';
import { inputsOf } from '../support/card-json.ts';
import { type DumpedRow, dumpDatabase } from '../support/dump-database.ts';
import { inOutlook } from '../support/in-outlook.ts';
import { caseIn } from '../support/prepared.ts';
import { KARIN, LENA, openSandbox, SAMIRA, type TestSandbox } from '../support/sandbox.ts';
import { giveAliases } from '../support/settle.ts';
import type { Story } from '../support/story.ts';
import { dayFromNow } from '../support/trip.ts';

/** Letters only, so that no escaping changes it on its way. */
const canary = () =>
  `kanarie${randomBytes(12)
    .toString('hex')
    .replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)))}`;
const WORDS = {
  subject: canary(),
  place: canary(),
  body: canary(),
  guestName: canary(),
  guestMail: canary(),
  path: canary(),
  comment: canary(),
};
const PETRA = register.people.find(({ name }) => name === 'Petra Ask')?.mail ?? '';
const found = (text: string): string[] =>
  Object.entries(WORDS).flatMap(([what, word]) => (text.includes(word) ? [what] : []));

let sandbox: TestSandbox;
let rows: DumpedRow[];
let log: string;
let sent: { to: string; method: string; url: string; body: unknown }[];
let answered = '';
/** What is Teams' own of the link that one joins by. */
let link = '';

beforeAll(async () => {
  sandbox = await openSandbox({ databaseUrl: null });
  const outlook = inOutlook(sandbox);
  await giveAliases(sandbox, SAMIRA.id, [`/o=x/cn=Recipients/cn=${WORDS.path}`]);
  const story = await caseIn(sandbox, 'sent', { meeting: { how: 'HYBRID', fromAfar: ['GUARDIAN_1'] } });
  const { onlineMeeting } = await outlook.read(await outlook.pathOf(story));
  const { joinUrl } = onlineMeeting as { joinUrl: string };
  link = /meeting_([\w-]{20,})/.exec(joinUrl)?.[1] ?? '';
  const open = async (verb: string): Promise<string> => {
    story.look();
    if (!story.verbs().includes(verb)) await story.press('more.open');
    return story.press(verb);
  };
  const choice = (of: Story, input: string, pattern: RegExp) =>
    of.input(input)?.choices.find(({ title }) => pattern.test(title))?.value ?? '';

  // Everything that can be written in the event, and moved past the last day.
  await outlook.change(story, {
    subject: `Möte ${story.code} om ${WORDS.subject}`,
    body: { contentType: 'text', content: `Om ${WORDS.body}. ${joinUrl}` },
    location: { displayName: `Hemma hos ${WORDS.place}` },
  });
  await story.until(/ändrad i Outlook/);
  await outlook.add(
    story,
    { address: `${WORDS.guestMail}@hemma.example`, name: `Mamma till ${WORDS.guestName}` },
    { address: `/o=x/cn=Recipients/cn=${canary()}${WORDS.path}`, name: WORDS.guestName },
  );
  await story.until(/fler i kalendern/);
  await outlook.move(story, `${dayFromNow(40)}T09:00:00`, `${dayFromNow(40)}T10:00:00`);
  await story.until(/flyttat i Outlook/);
  await open('moved.open');
  await story.press('moved.save', { familyAgreed: 'true', lateReason: 'FAMILY_WISH' });

  // An answer from an address that is nobody's, with a comment; placed by hand.
  await sandbox.control('faults', { addresses: 'x500' });
  const path = `${await outlook.pathOf(story, LENA)}/decline`;
  await sandbox.graph('POST', path, { sendResponse: true, comment: `Det gäller ${WORDS.comment}` });
  await story.until(/känns igen/);
  answered = await open('answers.open');
  const lines = story.text().split('\n');
  const addresses = lines.filter((line) => /: (Ej svarat|Nej)$/.test(line) && /@|cn=/.test(line));
  const row = inputsOf(story.card()).filter(({ id }) => id.startsWith('g_'))[
    addresses.findIndex((line) => line.endsWith(': Nej'))
  ];
  await story.press('answers.save', { [row?.id ?? '']: choice(story, row?.id ?? '', /Lena/) });
  await story.until(/BUP Dalsland\nNej/);
  await sandbox.control('faults', { addresses: null });

  // A stand-in, another time by the card, and called off.
  await open('answers.open');
  const who = choice(story, 'who', /Lena/);
  await story.press('answers.save', { who, answer: 'STAND_IN', standIn: PETRA, reason: 'ILL' });
  await comeToRest(sandbox);
  await open('move.open');
  const why = { reason: 'PARTY', askedBy: 'PARTY' };
  if ((await story.press('move.save', why)).includes('redan flyttats')) await story.press('move.save', why);
  await story.fill('time', { date: dayFromNow(12), clock: '09:00' });
  await story.press('move.send', { familyAgreed: 'true' });
  await story.until(/Mötet är flyttat\./);
  await open('move.open');
  await story.press('cancel.open');
  await story.press('cancel.send');

  await expectAtRest(sandbox);
  sent = await sandbox.outbound();
  await sandbox.kill();
  log = await sandbox.log();
  rows = await dumpDatabase(sandbox.dataDir);
}, 120_000);
afterAll(() => sandbox?.close());

test('would be found: who may place an address is shown it, and the bot has read the rest', () => {
  expect(found(answered)).toEqual(['guestMail', 'path']);
  // What the calendar answered stands in the sandbox's own record.
  expect(found(JSON.stringify(sent))).toEqual(
    expect.arrayContaining(['subject', 'place', 'guestName', 'guestMail', 'path']),
  );
});

test('are on no message in Teams', () => {
  expect(sandbox.sink.bodies.length).toBeGreaterThan(3);
  expect(found(sandbox.sink.bodies.join())).toEqual([]);
  expect(found(JSON.stringify(sent.filter(({ to }) => to === 'teams').map(({ body }) => body)))).toEqual([]);
});

test('go to no calendar but as people who stand in this event already', () => {
  const toGraph = sent.filter(({ to }) => to === 'graph');
  const written = toGraph.filter(({ body }) => found(JSON.stringify(body) ?? '').length > 0);
  expect(written.map(({ method, body }) => `${method} ${Object.keys(body as object)}`)).toEqual(['PATCH attendees']);
  expect(written.every(({ url }) => decodeURIComponent(url).includes(KARIN.id))).toBe(true);
  expect(found(toGraph.map(({ url }) => url).join())).toEqual([]);
});

test('are not in the log, and stand in no table in clear but the register', () => {
  expect(found(log)).toEqual([]);
  const clear = rows.filter(({ text }) => found(text).length > 0).map(({ table }) => table);
  expect([...new Set(clear)]).toEqual(['Person']);
  const meetings = rows.filter(({ table }) => table === 'Meeting').map(({ row }) => row.inCalendarSealed);
  expect(meetings.some((sealed) => /^v2\.sandbox\./.test(String(sealed)))).toBe(true);
});

test('nor is where one joins it, which the bot has read, and of which nothing is kept once the meeting is off', () => {
  expect(link).not.toBe('');
  expect(JSON.stringify(sent)).toContain(link);
  expect(JSON.stringify(sent.map(({ body }) => body))).not.toContain(link);
  expect(sandbox.sink.bodies.join() + log).not.toContain(link);
  expect(rows.filter(({ text }) => text.includes(link))).toEqual([]);
  const meetings = rows.filter(({ table }) => table === 'Meeting').map(({ row }) => row.joinUrlSealed);
  expect(new Set(meetings)).toEqual(new Set([null]));
});
