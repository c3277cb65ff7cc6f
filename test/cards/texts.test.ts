/** Every word people read: both languages complete, every message sound, every code named. */
import { readdirSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import en from '../../cards/texts/en.json' with { type: 'json' };
import { say, textKey } from '../../cards/texts/say.ts';
import sv from '../../cards/texts/sv.json' with { type: 'json' };
import * as codes from '../../domain/codes.ts';
import { SECRET_PLACE } from '../../domain/safety.ts';

/** Everything that may say a text. */
const SPEAKERS = ['bot', 'cards', 'domain']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`))
  .filter(
    (file) => /\.(ts|json)$/.test(file) && !file.startsWith('cards/texts/sv') && !file.startsWith('cards/texts/en'),
  );

const TEXTS: Record<codes.Language, Record<string, string>> = { sv, en };

/** The text that `x.youth` stands for. */
const plainOf = (key: string): string => (key.replace(/\.youth$/, '') in sv ? key.replace(/\.youth$/, '') : key);

/** One of each value that a message can take. */
const VALUES = {
  erased: 'YES',
  code: 'K',
  n: 2,
  m: 2,
  on: 'i dag',
  wishes: '',
  concern: '',
  board: 'NONE',
  inspectorate: 'NONE',
  count: 2,
  remind: 'no',
  to: '',
  units: '',
  from: '',
  ends: '',
  topics: '',
  clock: '',
  unit: '',
  meeting: 'CALLED',
  plan: 'YES',
  same: 'YES',
  when: '',
  yes: 'no',
};

/** The names of the values that a message takes. */
function valuesOf(text: string): string[] {
  const names = new Set<string>();
  JSON.stringify(new IntlMessageFormat(text, 'sv', undefined, { ignoreTag: true }).getAst(), (_, node) => {
    // 0 is literal text, 7 the number sign of a plural; all others name a value
    if (node?.value && typeof node.type === 'number' && node.type !== 0 && node.type !== 7) names.add(node.value);
    return node;
  });
  return [...names].sort();
}

const formatted = (text: string): string =>
  String(new IntlMessageFormat(text, 'sv-SE', undefined, { ignoreTag: true }).format(VALUES));

it('both languages have the same keys', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(sv).sort());
});

it.each(Object.keys(sv))('%s says the same thing with the same values in both languages', (key) => {
  const [swedish = '', english = ''] = [TEXTS.sv[key], TEXTS.en[key]];
  expect(swedish.trim()).not.toBe('');
  expect(english.trim()).not.toBe('');
  expect(valuesOf(english)).toEqual(valuesOf(swedish));
});

it('what is said of somebody who is of age stands beside what is said of a child', () => {
  const variants = Object.keys(sv).filter((key) => plainOf(key) !== key);
  expect(variants.length).toBeGreaterThan(40);
  for (const key of variants) {
    const plain = plainOf(key);
    expect(valuesOf(TEXTS.sv[key] ?? ''), key).toEqual(valuesOf(TEXTS.sv[plain] ?? ''));
    const own = say('sv-youth', textKey(plain), VALUES);
    expect(own).toBe(formatted(TEXTS.sv[key] ?? ''));
    expect(own).not.toBe(say('sv', textKey(plain), VALUES));
    expect(() => textKey(key)).toThrow(key);
  }
});

/** These are about coming of age, or for an age band: not another way to say what is said of a child. */
const ABOUT_AGE = ['next.youthConsent', 'error.youthException', 'talk.youth.parents'];
it('and in no other way: the voice chooses the words', () => {
  const others = Object.keys(sv).filter((key) => /[yY]outh/.test(key) && plainOf(key) === key);
  expect(others).toEqual(ABOUT_AGE);
});

it('SoL 10:8, the agreement: who is called in Swedish is called in English too, and not invited', () => {
  const called = Object.keys(sv).filter((key) => {
    const text = TEXTS.sv[key] ?? '';
    return /kalla|kallelse/i.test(text) && !/inbju|bjuda in/i.test(text);
  });
  expect(called.length).toBeGreaterThan(80);
  expect(called.filter((key) => /invit/i.test(TEXTS.en[key] ?? ''))).toEqual([]);
});

it('the word for the meeting is a setting: no text has one of its own', () => {
  for (const text of [...Object.values(sv), ...Object.values(en)]) expect(text).not.toMatch(/västbus|SIP-möte/i);
});

it('every text is said somewhere', () => {
  const source = SPEAKERS.map((file) => readFileSync(file, 'utf8')).join('\n');
  // `unitKind.${kind}` says all texts that begin so; "@each:WISHES:wish" too.
  const beginnings = [
    ...[...source.matchAll(/`([a-zA-Z]+\.(?:[a-zA-Z]+\.)*)\$\{/g)].map(([, beginning]) => beginning ?? ''),
    ...[...source.matchAll(/"@each:\w+:([\w.]+)"/g)].map(([, prefix]) => `${prefix}.`),
  ];
  const keys = Object.keys(sv).map(plainOf);
  const silent = keys.filter(
    (key) => !source.includes(key) && !beginnings.some((beginning) => key.startsWith(beginning)),
  );
  expect(silent).toEqual([]);
});

describe('what the codes are called', () => {
  const sets: Record<string, readonly string[]> = {
    ageBand: codes.AGE_BANDS,
    guardian: codes.GUARDIAN_TWO,
    yesNo: codes.YES_NO_UNKNOWN,
    secretPlace: SECRET_PLACE,
    signer: codes.SIGNERS,
    present: codes.PRESENT_ROLES,
    wish: codes.WISHES,
    outcome: codes.CHILD_TALK_OUTCOMES,
    participation: codes.PARTICIPATIONS,
    validMonths: codes.VALID_MONTHS,
    unitKind: codes.UNIT_KINDS,
    principal: codes.PRINCIPALS,
    answer: codes.ANSWERS,
    declineReason: codes.DECLINE_REASONS,
    attendance: codes.ATTENDANCE,
    lateReason: codes.LATE_REASONS,
    goalMissing: codes.GOAL_MISSING,
    actor: codes.MEASURE_ACTORS,
    review: codes.REVIEWS,
    dev: codes.DEVIATION_CODES,
    'dev.settled': codes.DEVIATION_OUTCOMES,
    consequence: codes.CONSEQUENCES,
    caseStatus: codes.CASE_STATUSES,
    meetingStatus: codes.MEETING_STATUSES,
  };
  it.each(Object.entries(sets))('%s', (prefix, set) => {
    for (const code of set) expect(say('sv', textKey(`${prefix}.${code}`))).not.toBe('');
  });

  it('each scope is explained in a line', () => {
    for (const scope of codes.SCOPES) expect(say('sv', `scopeWhy.${scope}`)).not.toBe('');
  });
});

it('every text that a template names is there, and takes no values', () => {
  const folder = new URL('../../cards/', import.meta.url);
  const named = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => readFileSync(new URL(file, folder), 'utf8').match(/"@(?!each:)[^"]+"/g) ?? [])
    .map((quoted) => quoted.slice(2, -1));
  expect(named.length).toBeGreaterThan(100);
  for (const key of new Set(named))
    for (const language of codes.LANGUAGES) expect(say(language, textKey(key)), key).not.toBe('');
});

it('no text carries a name of the field or a code by mistake', () => {
  for (const text of [...Object.values(sv), ...Object.values(en)])
    expect(text).not.toMatch(/undefined|null|TODO|[A-Z]+_[A-Z]+/);
});

it('a key that is not there, or a value that is missing, is a fault and not an empty line', () => {
  expect(() => textKey('no.such.key')).toThrow('no.such.key');
  expect(() => say('sv', 'time.limit', { day: 'tisdag' })).toThrow();
});
