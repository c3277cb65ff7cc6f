/** Limits for people: the fastest honest day never meets one, and what goes on for ever does. */
import { expect, test } from 'vitest';
import { addedBy, emptied, hasRoom, type Limit, PERSON_LIMITS, type PersonLimit } from '../../domain/limits.ts';
import { newPosting } from '../../domain/posting.ts';
import { caseRow } from '../support/case-rows.ts';

/** The times of somebody's acts, in seconds; answers how many of them found no room. */
function refused(limit: Limit, times: number[]): number {
  let [level, at, count] = [0, 0, 0];
  for (const time of times) {
    level = emptied(level, limit, time - at);
    at = time;
    if (hasRoom(level, limit)) level += 1;
    else count += 1;
  }
  return count;
}
const every = (seconds: number, from: number, to: number): number[] =>
  Array.from({ length: Math.floor((to - from) / seconds) }, (_, n) => from + n * seconds);
const HOUR = 3_600;

/** Three times the largest honest use, as the table says it. */
const HONEST: [PersonLimit, string, number[]][] = [
  ['presses', '120 in a minute, then 1,800 an hour for a day', [...every(0.5, 0, 60), ...every(2, 300, 8 * HOUR)]],
  ['words', '30 in a minute, then 180 an hour', [...every(2, 0, 60), ...every(20, 1_000, 8 * HOUR)]],
  ['cases', '30 at once, 60 in a day', [...every(10, 0, 300), ...every(1_440, 12 * HOUR, 24 * HOUR)]],
  ['posts', 'three plans of 60 measures at once, 300 an hour', [...every(0.01, 0, 1.8), ...every(12, HOUR, 8 * HOUR)]],
];

test.each(HONEST)('%s: %s are let through', (name, _what, times) => {
  expect(refused(PERSON_LIMITS[name], times)).toBe(0);
});

test.each(HONEST)('%s: ten a second are held back', (name) => {
  const { atOnce, everySeconds } = PERSON_LIMITS[name];
  const times = every(0.1, 0, 1_000);
  expect(times.length - refused(PERSON_LIMITS[name], times)).toBeLessThanOrEqual(atOnce + 1_000 / everySeconds + 1);
});

test('a clock that is set back empties nothing, and fills nothing', () => {
  expect(emptied(7, PERSON_LIMITS.presses, -3_600)).toBe(7);
});

test('what an act does besides: the cases it begins, and the messages that come anew', () => {
  const at = { tenantId: 't', language: 'sv', createdAt: caseRow().createdAt, kind: 'CASE', page: 'start' } as const;
  const row = caseRow();
  expect(
    addedBy([
      { in: 'case', id: row.id, set: row },
      { in: 'case', id: 'other', set: { status: 'INVITED' } },
      newPosting('new', { ...at, conversationId: 'chat' }),
      newPosting('of somebody without a chat', at),
      newPosting('a line where a card stood', { ...at, conversationId: 'chat', activityId: 'm' }),
      { in: 'posting', id: 'opened further down', set: { activityId: null } },
      { in: 'posting', id: 'drawn anew where it stands', set: { wanted: 3 } },
    ]),
  ).toEqual({ cases: 1, posts: 2 });
});
