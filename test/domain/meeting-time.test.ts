import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { lacksPlace } from '../../domain/from-afar.ts';
import { timeFault } from '../../domain/meeting-time.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { newMove } from '../../domain/rows/move.ts';
import { caseFile, caseRow, consentRow, meetingRow } from '../support/case-rows.ts';
import { momentAt } from '../support/moment-at.ts';

const NOW = Temporal.Instant.from('2027-03-01T09:00:00Z');
const row = caseRow();
const consents = [consentRow(row.id), consentRow(row.id, { givenBy: 'GUARDIAN_2' })];
const file = caseFile(row, { consents });

const chosen = (start: string) => {
  const startAt = Temporal.Instant.from(start);
  return { startAt, endAt: startAt.add({ hours: 1 }), place: 'room', how: 'IN_ROOM' as const, lateReason: null };
};
const good = chosen('2027-03-09T12:00:00Z');
const fault = (time: Parameters<typeof timeFault>[1], of: CaseFile = file) => timeFault(momentAt(of, NOW), time);

test('a time ahead, within the consent and the three weeks, with a place', () => {
  expect(fault(good)).toBeNull();
  expect(fault({ ...good, startAt: NOW })).toBe('PAST');
  expect(fault(chosen('2027-08-26T12:00:00Z'))).toBe('AFTER_CONSENT');
  expect(fault({ ...good, place: null })).toBe('NO_PLACE');
  expect(fault({ ...good, place: null, how: 'HYBRID' })).toBe('NO_PLACE');
  expect(fault({ ...good, place: null, how: 'ONLINE' })).toBeNull();
});

test('what is late is asked for a reason and never blocked', () => {
  const late = chosen('2027-03-19T12:00:00Z');
  expect(fault(late)).toBe('LATE');
  expect(fault({ ...late, lateReason: 'FAMILY_WISH' })).toBeNull();
});

test('a meeting that is moved comes somewhere else, or at another time', () => {
  const meeting = meetingRow(row.id, { status: 'SENT', startAt: good.startAt, endAt: good.endAt, placeId: 'room' });
  const move = newMove({ id: 'move-1', caseId: row.id, meetingId: meeting.id });
  const moved = caseFile({ ...row, status: 'INVITED' }, { consents, meetings: [meeting], meetingMoves: [move] });
  expect(fault(good, moved)).toBe('SAME');
  expect(fault({ ...good, place: 'other' }, moved)).toBeNull();
  expect(fault(chosen('2027-03-10T12:00:00Z'), moved)).toBeNull();
});

test('a place that must not be known is not chosen', () => {
  expect(lacksPlace(file, null, 'IN_ROOM')).toBe(true);
  expect(lacksPlace(caseFile(caseRow({ safety: 'PLACE_ORALLY' })), null, 'IN_ROOM')).toBe(false);
});
