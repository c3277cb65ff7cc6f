import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { breakOffChanges, brokenOffMeeting } from '../../domain/break-off.ts';
import { withChanges } from '../../domain/changes.ts';
import { closingChanges, endingChanges } from '../../domain/closing.ts';
import { currentMeeting, isFollowUp, participantsOf } from '../../domain/current.ts';
import { draftableDeviations } from '../../domain/deviations.ts';
import { leaveFollowUpChanges, mayLeaveFollowUp } from '../../domain/follow-up.ts';
import { planToPrint } from '../../domain/papers.ts';
import { newGoal, newNeed, newPlan } from '../../domain/rows/plan.ts';
import { caseFile, caseRow, consentRow, meetingRow, participantRow } from '../support/case-rows.ts';
import { momentAt } from '../support/moment-at.ts';

const at = (text: string) => Temporal.Instant.from(text);
const day = (text: string) => Temporal.PlainDate.from(text);
const row = caseRow({ status: 'MEETING', convenerId: 'person-1', unitId: 'school-1' });
const meeting = meetingRow(row.id, {
  status: 'SENT',
  startAt: at('2027-03-10T12:00:00Z'),
  endAt: at('2027-03-10T13:00:00Z'),
  sentAt: at('2027-03-01T12:00:00Z'),
  consentOn: day('2027-02-25'),
  pausedAt: at('2027-03-10T12:20:00Z'),
  childAttendance: 'PART',
});
const draft = newPlan({
  id: 'plan',
  caseId: row.id,
  meetingId: meeting.id,
  version: 1,
  question: 'Hur?',
  works: 'Allt.',
});
const file = caseFile(row, {
  consents: [consentRow(row.id), consentRow(row.id, { givenBy: 'GUARDIAN_2' })],
  meetings: [meeting],
  participants: [participantRow(meeting.id, { unitId: 'social-1', toldOn: day('2027-03-02'), answer: 'ACCEPTED' })],
  attendees: [{ id: 'attendee', meetingId: meeting.id, who: 'GUARDIAN_1', n: 1, attendance: 'IN_ROOM', revision: 0 }],
  plans: [draft],
  needs: [newNeed({ id: 'need', planId: draft.id, ordinal: 1, text: 'Sova.' })],
  goals: [newGoal({ id: 'goal', planId: draft.id, ordinal: 1, text: 'Sova.', needId: 'need' })],
});
const inTheRoom = momentAt(file, at('2027-03-10T12:30:00Z'));
let n = 0;
const after = withChanges(
  file,
  breakOffChanges(inTheRoom, () => `zz-${++n}`),
);
const codes = (day: string) =>
  draftableDeviations(momentAt(after, Temporal.PlainDate.from(day))).map(({ code }) => code);

describe('a meeting that was broken off', () => {
  test('is begun and not held; the next one has the same people, who know what they knew and have answered nothing', () => {
    expect(after.case.status).toBe('PREPARING');
    expect(after.meetings.find(({ id }) => id === meeting.id)).toMatchObject({ status: 'HELD', pausedAt: null });
    expect(brokenOffMeeting(after)?.id).toBe(meeting.id);
    const next = currentMeeting(after);
    expect(next).toMatchObject({ status: 'DRAFT', startAt: null, familyAgreed: false });
    expect(participantsOf(after, next)).toMatchObject([
      { unitId: 'social-1', answer: 'NONE', toldOn: day('2027-03-02') },
    ]);
    expect([after.plans, after.needs, after.goals]).toEqual([file.plans, file.needs, file.goals]);
  });

  test('is no follow-up without a plan that is locked, and there is no plan to go back to', () => {
    expect(isFollowUp(after)).toBe(false);
    expect(mayLeaveFollowUp(momentAt(after, day('2027-03-11')))).toBe(false);
  });

  test('of a follow-up: what was written prints until it is left, and then what is in force', () => {
    const locked = { ...draft, lockedAt: at('2027-03-10T13:00:00Z') };
    const next = newPlan({ ...draft, id: 'next', version: 2 });
    const broken = { ...after, plans: [locked, next] };
    expect(planToPrint(broken)?.version).toBe(2);
    expect(planToPrint(withChanges(broken, leaveFollowUpChanges(broken)))?.version).toBe(1);
  });

  test('is not held in time, and no plan is missed by itself', () => {
    expect(codes('2027-03-18')).toEqual([]);
    expect(codes('2027-03-19')).toEqual(['NO_MEETING_IN_TIME']);
    expect(codes('2027-06-01')).toEqual(['NO_MEETING_IN_TIME']);
  });

  test('stays as it was where the case ends; a no from then on clears what was written', () => {
    const closed = withChanges(
      after,
      closingChanges(after, { reason: 'FAMILY_ENDS', familyInformed: true, on: day('2027-03-11') }),
    );
    expect(closed.meetings.map(({ status }) => status)).toEqual(['HELD', 'CANCELLED']);
    const said = { reason: 'NO_CONSENT', familyInformed: null, on: day('2027-03-11') } as const;
    const decided = momentAt(after, said.on, { weedingDecision: 'Dnr 2026-117' });
    const refused = withChanges(after, endingChanges(decided, said));
    expect([refused.needs, refused.goals, refused.attendees]).toEqual([[], [], []]);
    expect(refused.meetings.map(({ childAttendance }) => childAttendance)).toEqual([null, null]);
    expect(refused.plans).toMatchObject([{ question: null, works: null, version: 1 }]);
  });
});
