/**
 * OSL 40:7 g: whoever made a report of concern keeps everything about it secret. So nothing here can hold that one was
 * made or thought of: no column, no code, no text but the general ones, and no trace of the word in the chat.
 */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import sv from '../../cards/texts/sv.json' with { type: 'json' };
import * as codes from '../../domain/codes.ts';
import { closeAtRest, comeToRest } from '../support/at-rest.ts';
import { textOf } from '../support/card-json.ts';
import { caseIn, fileOf } from '../support/prepared.ts';
import { KARIN, openSandbox, type TestSandbox } from '../support/sandbox.ts';

const ABOUT_REPORTS = /orosanm|anmäl(a|an|ning|er|t)\b|concern|report(ed|s)?\b|worr(y|ied)|suspic/i;

/** The duty and whom to ring, said to everybody alike; none of them is an answer that somebody gave. */
const GENERAL = [
  ...['start.worry', 'start.worry.youth', 'line.worry', 'refuse.concern', 'refuse.concern.youth'],
  ...['error.notHere', 'error.notHere.youth'],
];

test('OSL 40:7: no column', () => {
  const schema = readFileSync('prisma/schema.prisma', 'utf8');
  const columns = [...schema.matchAll(/^ {2}(\w+) +\w/gm)].map(([, name = '']) => name);
  expect(columns.length).toBeGreaterThan(200);
  expect(columns.filter((name) => ABOUT_REPORTS.test(name))).toEqual([]);
});

test('OSL 40:7: no code', () => {
  const all = Object.values(codes).flatMap((set) => (Array.isArray(set) ? set : []));
  expect(all.length).toBeGreaterThan(200);
  expect(all.filter((code) => /CONCERN|REPORT|WORR|SUSPIC/.test(code))).toEqual([]);
});

test('OSL 40:7: no text of a card but the general sentences', () => {
  const about = Object.entries(sv).flatMap(([key, text]) => (/orosanm/i.test(text) ? [key] : []));
  expect(about.sort()).toEqual([...GENERAL].sort());
});

/** What is kept of everything that was pressed and typed. */
async function keptOfActs(): Promise<string> {
  const { prisma } = sandbox.stored();
  return JSON.stringify(
    [
      await prisma.posting.findMany(),
      await prisma.audit.findMany(),
      await prisma.effect.findMany(),
      await prisma.seenAct.findMany(),
    ],
    (_key, value) => (typeof value === 'bigint' ? String(value) : value),
  );
}

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => closeAtRest(sandbox));

test('OSL 40:7: who types the word gets the general sentence, and nothing says that it was typed or answered', async () => {
  await sandbox.as(KARIN).type('Jag är orolig, barnet far illa. Orosanmälan?');
  await sandbox.sink.until(
    () => sandbox.sink.messages.find(({ card }) => textOf(card).includes('Gör genast en orosanmälan.')),
    'the general sentence',
  );
  await comeToRest(sandbox);
  const kept = await keptOfActs();
  expect(kept.length).toBeGreaterThan(100);
  expect(kept).not.toMatch(/worry|concern|oros|orolig|illa/i);
});

test('OSL 40:7 g: in the child’s words it is refused however often it is pressed, and nothing tells that it stood there', async () => {
  const story = await caseIn(sandbox, 'started');
  await story.press('child.open');
  const words = 'Det är gjort en orosanmälan om mig.';
  for (const _ of ['first', 'second'])
    expect(await story.press('child.save', { words })).toContain(
      'Orosanmälningar och polisanmälningar får inte stå här.',
    );
  expect(story.input('words')?.value, 'it stands there to be changed').toBe(words);
  expect((await fileOf(sandbox, story)).talks).toEqual([]);
  expect(await keptOfActs()).not.toMatch(/worry|concern|report|anmäl|oros|orolig/i);
  await story.press('child.save', { words: 'Jag vill sova mer.' });
  expect((await fileOf(sandbox, story)).talks).toMatchObject([{ words: 'Jag vill sova mer.' }]);
});
