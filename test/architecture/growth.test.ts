/**
 * Four times the text, at most eight times the time: for every regular expression of the program, read from its
 * source, and for what looks at text from outside. One that grows with the square of its text answers nobody for half a
 * minute at 120 KB.
 */
import { describe, expect, test } from 'vitest';
import { findStep } from '../../bot/engine/find-step.ts';
import { actOf } from '../../bot/http/activity-act.ts';
import { isOurConnector } from '../../bot/http/guard.ts';
import { describeError } from '../../bot/log/describe-error.ts';
import { logField } from '../../bot/log/log-field.ts';
import { choices, clock, day, mail, words } from '../../cards/inputs.ts';
import { hasPersonnummerBefore, mayNameSomebody } from '../../domain/words/addresses.ts';
import { mayHoldName } from '../../domain/words/names.ts';
import { notInPlan } from '../../domain/words/not-in-plan.ts';
import { hasPersonnummer } from '../../domain/words/personnummer.ts';
import { namesReport } from '../../domain/words/reports.ts';
import { GraphInstant, GraphUtc } from '../../graph/date-time.ts';
import { SERVICE_URL, TENANT } from '../support/framework-tokens.ts';
import { growth, type Looks, MOST, repeated, slowOn } from '../support/growth.ts';
import { filesCalling, regularExpressions } from '../support/regular-expressions.ts';

const found = regularExpressions();

test('the regular expressions are found, also one that is put together', () => {
  expect(found.length).toBeGreaterThan(60);
  expect(found.map(({ file }) => file)).toEqual(expect.arrayContaining(['bot/steps.ts', 'graph/remote-error.ts']));
  expect(found.some(({ source }) => source.includes('(?<beforeLast>'))).toBe(true);
});

test.each([
  [/\s+$/, ' '],
  [/<[^>]*>/g, '<'],
  [/<at>.*?<\/at>/g, '<at>'],
  [/^(a+)+$/, 'a'],
  [/^x-\d+\d+$/, '0'],
])('%s is seen: the test can fail', ({ source, flags }, unit) => {
  expect(slowOn({ file: '', source, flags })).toContain(unit);
});

describe('fault 47: no regular expression grows with the square of what it looks at', () => {
  test.each(found.map((one) => [`${one.file}: /${one.source.slice(0, 60)}/${one.flags}`, one] as const))(
    '%s',
    (_name, one) => expect(slowOn(one)).toBeNull(),
  );
});

const typed = (text: string) => ({
  type: 'message',
  text,
  id: '1',
  channelId: 'msteams',
  serviceUrl: SERVICE_URL,
  from: { id: '29:x' },
  recipient: { id: '28:x' },
  conversation: { id: 'a:1', tenantId: TENANT },
});

const LOOKS: Record<string, Looks> = {
  'words typed in the chat': (text) => {
    const act = actOf(typed(text));
    return act && findStep(act);
  },
  'a personnummer in a field': hasPersonnummer,
  'a name in a field': mayHoldName,
  'what a plan never says': notInPlan,
  'a report of concern in a field': namesReport,
  'a field of words': (text) => words(1_000_000).safeParse(text),
  'a field of words that is too long': (text) => words(100).safeParse(text),
  'an address': (text) => mail().safeParse(text),
  'an address that may tell of somebody': (text) => [mayNameSomebody(text), hasPersonnummerBefore(text)],
  'a choice of several': (text) => choices(['A', 'B']).safeParse(text),
  'a day': (text) => day().safeParse(text),
  'a time of day': (text) => clock().safeParse(text),
  'a serviceUrl': (text) => isOurConnector(`https://${text}`, ['x']),
  'what is logged': logField,
  'an error that is logged': (text) => describeError(new Error(text)),
  'a point in time from Graph': (text) => GraphInstant.safeParse(text),
  'a date and time from Graph': (text) => GraphUtc.safeParse({ dateTime: text, timeZone: 'UTC' }),
};

const UNITS = [
  ...[
    '<',
    '<at>',
    '</at>',
    '&nbsp;',
    ' ',
    '\n',
    ',',
    '0',
    '-',
    'T',
    ':',
    '.',
    '@',
    'a',
    'Å',
    'a.',
    'a@',
    '\\',
    '"',
    '{',
  ],
  ...['\u0301', '\u0315\u0300', 'a\u0301', '\u200d', '\ud800', '\ufdfa', 'ﬃ'],
  ...["a'", "'", 'Aa ', 'Bo. ', 'Skolan Bo ', 'dr. ', '- ', '1912-12-12', '900101-9802 ', '1900101', '0701234567 '],
  ...['tel 0701234567 ', 'ring 0701010101 ', '070 ', '+46 ', '2026-03-02T10:00', 'nytt ', 'möte', 'oros', 'oros-'],
];

describe('fault 47: what looks at text from outside grows no faster than its text', () => {
  test.each(Object.entries(LOOKS))('%s', (_name, looks) => {
    for (const unit of UNITS)
      for (const end of ['', '\u0000', ' x'])
        expect(growth(looks, repeated(unit, end)), JSON.stringify(unit + end)).toBeLessThanOrEqual(MOST);
  });

  test('marks on letters are put in order in one place, which first takes away what is too many', () => {
    expect(filesCalling('normalize')).toEqual(['domain/words/characters.ts']);
  });
});
