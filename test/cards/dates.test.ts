import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { sayDay, sayDayShort, sayMeetingTime, sayMeetingTimeShort } from '../../cards/texts/dates.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Stockholm').toInstant();

describe('days and times as people say them', () => {
  it('in Swedish', () => {
    expect(sayDay('sv', day('2026-03-03'))).toBe('tisdag 3 mars');
    expect(sayDayShort('sv', day('2026-02-27'))).toBe('fre 27 feb');
    expect(sayMeetingTime('sv', at('2026-03-03T13:00'), at('2026-03-03T14:00'))).toBe(
      'tisdag 3 mars kl. 13.00–14.00 (v. 10)',
    );
    expect(sayMeetingTimeShort('sv', at('2026-03-03T13:00'), at('2026-03-03T14:00'))).toBe('tis 3 mars 13.00–14.00');
  });

  it('in English', () => {
    expect(sayDay('en', day('2026-03-03'))).toBe('Tuesday 3 March');
    expect(sayMeetingTime('en', at('2026-03-03T13:00'), at('2026-03-03T14:00'))).toBe(
      'Tuesday 3 March at 13:00–14:00 (week 10)',
    );
  });

  it('on the Swedish wall clock, before and after summer time begins', () => {
    const utc = (text: string) => Temporal.Instant.from(text);
    expect(sayMeetingTimeShort('sv', utc('2026-03-27T12:00Z'), utc('2026-03-27T13:00Z'))).toBe(
      'fre 27 mars 13.00–14.00',
    );
    expect(sayMeetingTimeShort('sv', utc('2026-03-30T12:00Z'), utc('2026-03-30T13:00Z'))).toBe(
      'mån 30 mars 14.00–15.00',
    );
  });

  it('over midnight with both days, in another year with the year, and whole days without a time', () => {
    const today = day('2026-12-01');
    expect(sayMeetingTime('sv', at('2026-12-31T23:00'), at('2027-01-01T01:00'), { today })).toBe(
      'torsdag 31 december kl. 23.00 – fredag 1 januari 2027 kl. 01.00 (v. 53)',
    );
    expect(sayMeetingTime('sv', at('2026-12-03T23:00'), at('2026-12-04T00:00'))).toBe(
      'torsdag 3 december kl. 23.00–00.00 (v. 49)',
    );
    const whole = { today, allDay: true };
    expect(sayMeetingTime('sv', at('2027-03-03T00:00'), at('2027-03-04T00:00'), whole)).toBe(
      'onsdag 3 mars 2027, hela dagen (v. 9)',
    );
    expect(sayMeetingTime('en', at('2026-12-03T00:00'), at('2026-12-05T00:00'), whole)).toBe(
      'Thursday 3 December–Friday 4 December, the whole day (week 49)',
    );
  });

  it('with the week that the year begins in', () => {
    expect(sayMeetingTime('sv', at('2027-01-01T09:00'), at('2027-01-01T10:00'))).toContain('(v. 53)');
  });

  it('every month without a full stop', () => {
    for (let month = 1; month <= 12; month++)
      expect(sayDayShort('sv', Temporal.PlainDate.from({ year: 2026, month, day: 15 }))).not.toContain('.');
  });
});
