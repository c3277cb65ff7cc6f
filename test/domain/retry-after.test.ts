import { describe, expect, test } from 'vitest';
import { retryAfterSeconds } from '../../domain/retry-after.ts';

const AT = Date.parse('2026-11-20T10:00:00Z');
const asked = (headers: Record<string, string>) => retryAfterSeconds(new Headers(headers), AT);

describe('how long the other side wants to be left alone', () => {
  test('is told in seconds, or as a date by its own clock', () => {
    expect(asked({ 'retry-after': '7' })).toBe(7);
    expect(asked({ 'retry-after': '1.2' })).toBe(2);
    // Its clock is an hour behind ours.
    const theirs = { date: 'Fri, 20 Nov 2026 09:00:00 GMT', 'retry-after': 'Fri, 20 Nov 2026 09:00:30 GMT' };
    expect(asked(theirs)).toBe(30);
  });

  test('a date from somebody who does not tell the time is by ours', () => {
    expect(asked({ 'retry-after': 'Fri, 20 Nov 2026 10:02:00 GMT' })).toBe(120);
  });

  test.each(['', 'soon', '-3', '0', 'Fri, 20 Nov 2026 09:59:00 GMT'])('"%s" asks for nothing', (value) => {
    expect(asked({ 'retry-after': value })).toBeUndefined();
  });

  test('never more than a day', () => {
    expect(asked({ 'retry-after': '9'.repeat(300) })).toBe(86_400);
    expect(asked({ 'retry-after': 'Fri, 20 Nov 2099 10:00:00 GMT' })).toBe(86_400);
  });
});
