import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { withChanges } from '../../domain/changes.ts';
import { lastMeetingDay } from '../../domain/deadlines.ts';
import { childPartAfter, firstStartAt, missingBeforeMove, movedChanges, movesOf } from '../../domain/moves.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Meeting } from '../../domain/rows/meeting.ts';
import type { MeetingMove } from '../../domain/rows/move.ts';
import { newMove } from '../../domain/rows/move.ts';
import { caseFile, caseRow, consentRow, meetingRow, participantRow, talkRow } from '../support/case-rows.ts';
import { momentAt } from '../support/moment-at.ts';

const NOW = Temporal.Instant.from('2027-03-01T09:00:00Z');
const at = (text: string) => Temporal.Instant.from(text);
const hour = (startAt: Temporal.Instant) => ({ startAt, endAt: startAt.add({ hours: 1 }) });
const FIRST = at('2027-03-09T12:00:00Z');

function calledFile(
  row = caseRow(),
  move: Partial<MeetingMove> = {},
): CaseFile & { meeting: Meeting; move: MeetingMove } {
  const meeting = meetingRow(row.id, { status: 'SENT', ...hour(FIRST), placeId: 'room', familyAgreed: true });
  const open = newMove({
    id: 'move-1',
    caseId: row.id,
    meetingId: meeting.id,
    placeId: 'room',
    familyAgreed: true,
    ...move,
  });
  const file = caseFile(row, {
    talks: [
      talkRow(row.id, { with: 'CHILD', invitedOn: Temporal.PlainDate.from('2027-02-27') }),
      talkRow(row.id, { with: 'GUARDIAN_1', outcome: null, present: ['GUARDIAN_1', 'GUARDIAN_2'] }),
    ],
    consents: [consentRow(row.id), consentRow(row.id, { givenBy: 'GUARDIAN_2' })],
    meetings: [meeting],
    participants: [
      participantRow(meeting.id, { answer: 'DECLINED', answeredAt: NOW, declineReason: 'ILL', standIn: true }),
    ],
    meetingMoves: [open],
  });
  return { ...file, meeting, move: open };
}

const missing = (file: CaseFile) =>
  missingBeforeMove(momentAt(file, NOW)).map(({ gate, who }) => (who ? `${gate} ${who}` : gate));

describe('T16: the gates of the kallelse hold for the new day', () => {
  const adult = caseRow({ ageBand: 'A15_17', turns18On: Temporal.PlainDate.from('2027-03-12') });
  test.each<[string, CaseFile, string[]]>([
    ['inside the consent', calledFile(undefined, hour(at('2027-03-16T12:00:00Z'))), []],
    [
      'after the consent',
      calledFile(undefined, hour(at('2027-09-01T12:00:00Z'))),
      ['signature GUARDIAN_1', 'signature GUARDIAN_2', 'consentedOnly', 'lateReason'],
    ],
    [
      'in the month of the 18th birthday',
      calledFile(adult, hour(at('2027-03-16T12:00:00Z'))),
      ['signature YOUTH', 'consentedOnly'],
    ],
    ['before that month', calledFile(adult, hour(at('2027-03-11T12:00:00Z'))), []],
    ['already over', calledFile(undefined, hour(at('2027-02-26T12:00:00Z'))), ['timeAhead']],
    ['late without a reason', calledFile(undefined, hour(at('2027-04-09T12:00:00Z'))), ['lateReason']],
    ['late with one', calledFile(undefined, { ...hour(at('2027-04-09T12:00:00Z')), lateReason: 'HOLIDAY' }), []],
    [
      'the family has not said yes',
      calledFile(undefined, { ...hour(at('2027-03-16T12:00:00Z')), familyAgreed: false }),
      ['familyTime'],
    ],
    ['no time yet', calledFile(), ['time']],
  ])('%s', (_what, file, expected) => {
    expect(missing(file)).toEqual(expected);
  });
});

describe('T16: once the calendar has the new time', () => {
  test('scenario 15: moved twice: the first date and both moves can be read, and the deadline is as it was', () => {
    const { meeting, move, ...file } = calledFile(undefined, {
      ...hour(at('2027-03-16T12:00:00Z')),
      fromStartAt: FIRST,
    });
    const today = Temporal.PlainDate.from('2027-03-01');
    const once = withChanges(file, movedChanges(file, meeting, move, NOW));
    const second = newMove({ ...move, id: 'move-2', ...hour(at('2027-03-18T12:00:00Z')), fromStartAt: move.startAt });
    const [moved] = once.meetings;
    if (!moved) throw new Error('no meeting');
    const twice = withChanges(once, movedChanges(once, moved, second, NOW.add({ hours: 1 })));
    expect(movesOf(twice, meeting).map(({ startAt }) => String(startAt))).toEqual([
      '2027-03-16T12:00:00Z',
      '2027-03-18T12:00:00Z',
    ]);
    expect(String(firstStartAt(twice, twice.meetings[0] as Meeting))).toBe(String(FIRST));
    expect(String(lastMeetingDay(momentAt(twice, today)))).toBe(String(lastMeetingDay(momentAt(file, today))));
  });

  test('everybody is asked again, the family gets a new paper, and a stand-in stays one', () => {
    const { meeting, move, ...file } = calledFile(undefined, hour(at('2027-03-16T12:00:00Z')));
    const after = withChanges(file, movedChanges(file, meeting, move, NOW));
    expect(after.participants[0]).toMatchObject({
      answer: 'NONE',
      answeredAt: null,
      standIn: true,
      declineReason: 'ILL',
    });
    expect(after.talks.map(({ invitedOn }) => invitedOn)).toEqual([null, null]);
  });

  test('another room at the same time: answers stay', () => {
    const { meeting, move, ...file } = calledFile(undefined, { ...hour(FIRST), placeId: 'other' });
    const after = withChanges(file, movedChanges(file, meeting, move, NOW));
    expect(after.participants[0]).toMatchObject({ answer: 'DECLINED', declineReason: 'ILL' });
    expect(after.meetings[0]).toMatchObject({ placeId: 'other' });
  });
});

describe("T16: the child's part goes along", () => {
  const meeting = meetingRow('case', { ...hour(FIRST), childFrom: '13:10', childTo: '13:30' });
  test.each([
    ['another day', hour(at('2027-03-16T12:00:00Z')), ['13:10', '13:30']],
    ['over the change to summer time', hour(at('2027-04-06T12:00:00Z')), ['14:10', '14:30']],
    ['in the morning', hour(at('2027-03-16T08:30:00Z')), ['09:40', '10:00']],
    ['too short for it', { startAt: FIRST, endAt: FIRST.add({ minutes: 20 }) }, [null, null]],
  ])('%s', (_what, to, expected) => {
    const { childFrom, childTo } = childPartAfter(meeting, to);
    expect([childFrom, childTo]).toEqual(expected);
  });
});
