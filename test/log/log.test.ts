import { Writable } from 'node:stream';
import { beforeEach, describe, expect, test } from 'vitest';
import { createLog, PLACES } from '../../bot/log/log.ts';
import { createRefusals } from '../../bot/log/refusals.ts';
import { steps } from '../../bot/steps.ts';

let lines: string[] = [];
const destination = new Writable({
  write(chunk, _encoding, done) {
    lines.push(String(chunk));
    done();
  },
});
const log = createLog({ key: 'a key', level: 'debug', destination });
beforeEach(() => {
  lines = [];
});
const last = () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown>;

describe('what may stand in the log', () => {
  test('events, codes, ids and small numbers', () => {
    const fields = {
      act: 'consent.save',
      outcome: 'ok',
      caseId: '0193f1d0-1234-7000-8000-123456789012',
      ms: 12,
      again: false,
      cause: null,
    };
    log.info('act.done', fields);
    expect(last()).toEqual({ level: 30, time: expect.stringMatching(/^\d{4}-.*Z$/), event: 'act.done', ...fields });
  });

  test.each([
    'Anna Andersson',
    'Mår dåligt',
    'mår',
    '20111111-1111',
    '111111-1111',
    '201111111111',
    '0521-271234',
    'anna@skola.example',
    'a b',
    'rad\nrad',
    'x'.repeat(81),
    'Bearer eyJhbGciOiJSUzI1NiJ9',
  ])('%j never', (words) => {
    log.info('act.done', { outcome: words });
    expect(lines.join()).not.toContain(JSON.stringify(words).slice(1, -1));
    expect(last()).toHaveProperty('outcome', '[removed]');
  });

  test('numbers as long as a personnummer, and anything that is no code, never', () => {
    log.info('x', {
      n: 201_111_111_111,
      deep: { words: 'Anna' } as unknown as string,
      list: ['Anna'] as unknown as string,
    });
    expect(last()).toMatchObject({ n: '[removed]', deep: '[removed]', list: '[removed]' });
  });

  test.each(['name', 'words', 'mail', 'token', 'authorization', 'code'])(
    'not even a single word in a field called %s',
    (field) => {
      log.info('x', { [field]: 'Anna' });
      expect(lines.join()).not.toContain('Anna');
    },
  );
});

describe('an unexpected error', () => {
  test('is told by class, code and place, never by its message', () => {
    const error = Object.assign(new TypeError('Anna 20111111-1111\n    at secret (/srv/Anna.ts:1:1)'), {
      code: 'P2002',
    });
    log.surprise('act', error, 'consent.save');
    expect(last()).toMatchObject({
      event: 'surprise',
      where: 'act',
      of: 'consent.save',
      error: 'TypeError',
      errorCode: 'P2002',
    });
    expect(last()).toHaveProperty('at', expect.stringMatching(/^test\/log\/log\.test\.ts:\d+$/));
    expect(lines.join()).not.toMatch(/Anna|1111/);
  });

  test('may be anything', () => {
    for (const thrown of [
      'Anna',
      null,
      undefined,
      { message: 'Anna' },
      Object.assign(new Error('Anna'), { stack: 'Anna' }),
    ])
      log.surprise('act', thrown);
    expect(lines).toHaveLength(5);
    expect(lines.join()).not.toContain('Anna');
  });

  test('is told with its place, wherever that is, and whatever step was on its way', () => {
    const names = [...Object.keys(steps.verb), ...Object.keys(steps.due), ...Object.keys(steps.result)];
    for (const place of PLACES) log.surprise(place, new Error());
    for (const name of names) log.surprise('answer', new Error(), name);
    expect(lines.length).toBe(PLACES.length + names.length);
    expect(lines.join()).not.toContain('[removed]');
  });

  test('of an attempt outside is told with how it ended', () => {
    log.effect('book-meeting', 'DEAD', 'ErrorAccessDenied', 3, new Error('Anna'), 'K7M-3XQ');
    expect(last()).toMatchObject({
      level: 50,
      kind: 'book-meeting',
      state: 'DEAD',
      cause: 'ErrorAccessDenied',
      attempts: 3,
      error: 'Error',
      case: log.hashCode('K7M-3XQ'),
    });
    expect(lines.join()).not.toMatch(/Anna|K7M-3XQ/);
  });
});

test('a case code stands as the same letters each time, others under another key', () => {
  const hashed = log.hashCode('K7M-3XQ');
  expect(hashed).toMatch(/^[a-p]{12}$/);
  expect(log.hashCode('K7M-3XQ')).toBe(hashed);
  expect(log.hashCode('K7M-3XR')).not.toBe(hashed);
  expect(createLog({ key: 'another', destination }).hashCode('K7M-3XQ')).not.toBe(hashed);
});

describe('what is refused at the door', () => {
  const refusal = { status: 401, reason: 'no-token', route: '/api/messages', address: '192.0.2.1' };
  const all = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);

  test('stands there at once, with its address as letters; what comes again in the same minute is counted', () => {
    const refusals = createRefusals(log);
    for (let n = 0; n < 1_000; n++) refusals.note(refusal);
    refusals.note({ ...refusal, address: '192.0.2.2' });
    expect(all().map(({ reason, more }) => [reason, more])).toEqual([
      ['no-token', undefined],
      ['no-token', undefined],
    ]);
    expect(all()[0]?.from).toBe(log.hashAddress('192.0.2.1'));
    expect(new Set(all().map(({ from }) => from)).size).toBe(2);
    refusals.flush();
    expect(all().slice(2)).toEqual([expect.objectContaining({ reason: 'no-token', more: 999 })]);
    expect(lines.join()).not.toContain('192.0.2');
    refusals.note(refusal);
    expect(all()).toHaveLength(4);
    refusals.flush();
    expect(all()).toHaveLength(4);
  });

  test('from ever new addresses fills neither the log nor the memory', () => {
    const refusals = createRefusals(log);
    for (let n = 0; n < 20_000; n++) refusals.note({ ...refusal, address: `192.0.2.${n}` });
    refusals.flush();
    expect(all().length).toBeLessThan(600);
    expect(all().at(-1)).toMatchObject({ reason: 'others', more: expect.any(Number) });
  });
});
