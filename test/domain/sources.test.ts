/** Where the rules come from: each names a source that is in force, and comments name paragraphs that stand there. */
import { readdirSync, readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { GATES } from '../../domain/gates.ts';
import { REQUIREMENTS, WARNINGS } from '../../domain/plan.ts';
import { isAgreementConfirmed, SOURCES, sourcesInForce } from '../../domain/sources.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const RENEWED = { holdsUntil: '2027-12-31', confirmedBy: 'utvecklingschefen', confirmedOn: '2026-09-01' };
const inForce = sourcesInForce(day('2027-03-01'), RENEWED);

test('every gate of the kallelse names a source that is in force', () => {
  for (const { gate, source } of GATES) expect(inForce, gate).toContain(source);
});

test.each([
  ...REQUIREMENTS.map(({ gap, source }) => ({ rule: gap as string, source })),
  ...WARNINGS.map(({ key, source }) => ({ rule: key as string, source })),
])('the rule of the plan $rule names a source that is in force', ({ source }) => {
  expect(inForce).toContain(source);
});

test('the guidelines of 2012 are in force no more: the agreement took their place the day after', () => {
  const last = day(SOURCES.GUIDELINES.inForceTo);
  expect(sourcesInForce(last)).toContain('GUIDELINES');
  expect(sourcesInForce(last)).not.toContain('AGREEMENT');
  expect(sourcesInForce(last.add({ days: 1 }))).toContain('AGREEMENT');
  expect(sourcesInForce(last.add({ days: 1 }))).not.toContain('GUIDELINES');
});

test('the agreement has run out on the last day of 2025, but where somebody has confirmed it for longer', () => {
  const last = day('2025-12-31');
  const next = last.add({ days: 1 });
  expect(isAgreementConfirmed({}, last)).toBe(true);
  expect(isAgreementConfirmed({}, next)).toBe(false);
  expect(sourcesInForce(next)).not.toContain('AGREEMENT');
  expect(isAgreementConfirmed({ agreement: RENEWED }, next)).toBe(true);
  expect(isAgreementConfirmed({ agreement: RENEWED }, day(RENEWED.holdsUntil))).toBe(true);
  expect(isAgreementConfirmed({ agreement: RENEWED }, day('2028-01-01'))).toBe(false);
});

test('FB: of chapter 6 stands the day of its wording, not that of the code', () => {
  expect(SOURCES.CUSTODY.paragraphs['6:13']).toBe('1983-07-01');
});

const LAWS = Object.values(SOURCES).flatMap((source) =>
  'short' in source ? [{ ...source, paragraphs: source.paragraphs as Readonly<Record<string, string | null>> }] : [],
);

test.each(LAWS)('$short: a paragraph holds from the day of its law or later', ({ paragraphs, inForceFrom }) => {
  for (const [paragraph, from] of Object.entries(paragraphs)) {
    if (from === null) continue;
    expect(day(from).toString(), paragraph).toBe(from);
    expect(from >= inForceFrom, paragraph).toBe(true);
  }
});

test.each([
  ['SOCIAL_SERVICES', '10:8'],
  ['SOCIAL_SERVICES', '19:1'],
  ['SOCIAL_SERVICES', '21:1'],
  ['SOCIAL_SERVICES', '3:4'],
  ['SOCIAL_SERVICES', '16:2 a'],
  ['HEALTH_CARE', '16:4'],
  ['SECRECY', '10:15 a'],
  ['SECRECY', '10:27'],
  ['SECRECY', '10:28'],
  ['SECRECY', '12:3'],
  ['SECRECY', '25:12'],
  ['SECRECY', '26:9'],
  ['SECRECY', '40:7 g'],
  ['CUSTODY', '6:11'],
  ['CUSTODY', '6:13'],
  ['CUSTODY', '6:13 a'],
  ['CARE_ORDER', '11'],
  ['PERSONAL_DATA', '13'],
  ['PERSONAL_DATA', '14'],
  ['PERSONAL_DATA', '35'],
  ['PATIENT_DATA', '5:4'],
] as const)('%s %s stands there with its day', (tag, paragraph) => {
  expect(SOURCES[tag].paragraphs).toHaveProperty([paragraph]);
});

/** "OSL 10:1 and 12:2": the law's short name, and each paragraph after it. */
const PARAGRAPH = String.raw`\d+(?::\d+)?(?: [a-z](?![a-z]))?`;
const NAMED = new RegExp(
  String.raw`\b(${LAWS.map(({ short }) => short).join('|')}) (${PARAGRAPH}(?:(?:, | and )${PARAGRAPH})*)`,
  'g',
);
const FOLDERS = ['domain', 'bot', 'cards', 'documents', 'graph', 'prisma'];
const files = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`),
);
/** Over the line breaks of a comment. */
const flat = (code: string): string => code.replace(/\s*\n\s*\*?\s*/g, ' ');
const named = files.flatMap((file) =>
  [...flat(readFileSync(file, 'utf8')).matchAll(NAMED)].map(([, law = '', list = '']) => ({ file, law, list })),
);

describe('a paragraph that a rule or a comment names', () => {
  test('is found', () => {
    expect(named.map(({ law }) => law)).toEqual(expect.arrayContaining(['OSL', 'FB', 'SoL', 'HSL', 'GDPR']));
  });

  test.each(named)('$file: $law $list', ({ law, list }) => {
    const { paragraphs } = LAWS.find(({ short }) => short === law) ?? { paragraphs: {} };
    for (const paragraph of list.split(/, | and /)) expect(paragraphs).toHaveProperty([paragraph]);
  });
});
