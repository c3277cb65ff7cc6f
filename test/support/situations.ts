/** Phases of a case, and what can befall it in each: for what must hold of every pair. At `NOW` of `case-views.ts`. */
import { Temporal } from 'temporal-polyfill';
import { v7 as uuid } from 'uuid';
import type { Moment } from '../../domain/moment.ts';
import type { CaseRow } from '../../domain/rows/case.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Meeting } from '../../domain/rows/meeting.ts';
import { type MeetingMove, newMove } from '../../domain/rows/move.ts';
import type { Participant } from '../../domain/rows/participant.ts';
import { talkRow, withdrawalRow } from './case-rows.ts';
import { fullFile, NOW } from './case-views.ts';

const TODAY = Temporal.PlainDate.from('2027-03-01');
const inHours = (hours: number) => NOW.add({ minutes: hours * 60 });
const inDays = (days: number) => ({ startAt: inHours(24 * days), endAt: inHours(24 * days + 1) });

const full = fullFile({}, ['GUARDIAN_1', 'GUARDIAN_2']);
const [meeting] = full.meetings;
const [plan] = full.plans;
if (!meeting || !plan) throw new Error('a full file has a meeting and a plan');

const GIVEN = { invitedOn: TODAY, reachedOn: TODAY };
/** Everything that a kallelse needs, and nothing of a plan. */
const READY: CaseFile = {
  ...full,
  case: { ...full.case, siblingCode: null, siblingId: null },
  talks: [
    talkRow(full.case.id, { with: 'CHILD', ...GIVEN, participation: 'WHOLE' }),
    talkRow(full.case.id, { with: 'GUARDIAN_1', ...GIVEN, present: ['GUARDIAN_1', 'GUARDIAN_2'] }),
    talkRow(full.case.id, { with: 'GUARDIAN_2', ...GIVEN, heldOn: null, informed: false, present: [] }),
  ],
  meetings: [{ ...meeting, ...inDays(10), familyAgreed: true }],
  participants: full.participants.map((row) => ({
    ...row,
    answer: 'ACCEPTED',
    toldOn: TODAY,
    toldHow: 'PHONE',
    consentCheckedOn: TODAY,
  })),
  ...{ plans: [], needs: [], goals: [], measures: [], openPoints: [] },
};

type Change = (file: CaseFile) => CaseFile;
const row =
  (set: Partial<CaseRow>): Change =>
  (file) => ({ ...file, case: { ...file.case, ...set } });
const ofMeeting =
  (set: Partial<Meeting>): Change =>
  (file) => ({ ...file, meetings: file.meetings.map((one) => ({ ...one, ...set })) });
const ofPeople =
  (set: Partial<Participant>): Change =>
  (file) => ({ ...file, participants: file.participants.map((one) => ({ ...one, ...set })) });
const moved =
  (set: Partial<MeetingMove>): Change =>
  (file) => ({
    ...file,
    meetingMoves: file.meetings.map(({ id: meetingId, caseId }) => ({
      ...newMove({ id: uuid(), caseId, meetingId }),
      ...set,
    })),
  });
const consents =
  (change: (one: CaseFile['consents'][number], n: number) => Partial<CaseFile['consents'][number]>): Change =>
  (file) => ({ ...file, consents: file.consents.map((one, n) => ({ ...one, ...change(one, n) })) });
const both =
  (...changes: Change[]): Change =>
  (file) =>
    changes.reduce((last, change) => change(last), file);

const called = both(row({ status: 'INVITED' }), ofMeeting({ status: 'SENT', sentAt: inHours(-48) }));
const withPlan = (file: CaseFile): CaseFile => ({
  ...file,
  plans: [{ ...plan, childGoal: 'Sova.', lockedAt: inHours(-24) }],
  needs: full.needs,
  goals: full.goals,
  measures: full.measures,
});

export const PHASES: Record<string, CaseFile> = {
  'before the talks': { ...READY, talks: [], consents: [], meetings: [], participants: [] },
  'before the signatures': { ...READY, consents: [], meetings: [], participants: [] },
  'before the choices': { ...READY, meetings: [], participants: [] },
  'before the family is asked': ofMeeting({ familyAgreed: false })(READY),
  'ready to send': READY,
  'being sent': both(row({ status: 'INVITED' }), ofMeeting({ status: 'SENDING' }))(READY),
  'not sent': both(row({ status: 'INVITED' }), ofMeeting({ status: 'FAILED' }))(READY),
  called: called(READY),
  'called, on the day': both(called, ofMeeting({ startAt: inHours(0.1), endAt: inHours(1.1) }))(READY),
  'called, the day after': both(called, ofMeeting(inDays(-2)))(READY),
  'at the table': both(
    called,
    row({ status: 'MEETING' }),
    ofMeeting({ startAt: inHours(-0.1), endAt: inHours(1) }),
  )(withPlan(READY)),
  'with a plan': both(
    called,
    row({ status: 'PLAN_ACTIVE' }),
    ofMeeting({ status: 'HELD', ...inDays(-9) }),
  )(withPlan(READY)),
  'a follow-up, ready to send': both(ofMeeting(inDays(10)))(withPlan(READY)),
  resting: both(row({ status: 'STOPPED', restReason: 'NOT_SIGNED' }), ofMeeting({ status: 'CANCELLED' }))(READY),
  stopped: both(row({ status: 'STOPPED', restReason: 'WITHDRAWN' }), ofMeeting({ status: 'CANCELLED' }))(READY),
  closed: both(row({ status: 'CLOSED', closeReason: 'NO_NEED' }), ofMeeting({ status: 'CANCELLED' }))(READY),
};

const offMeeting: Change = (file) => ({
  ...file,
  meetings: [
    ...file.meetings.map((one) => ({ ...one, id: `00000000${one.id.slice(8)}`, status: 'CANCELLED' as const })),
    ...file.meetings,
  ].map((one, n) => (n === 0 ? { ...one, sentAt: inHours(-96), stray: 'STANDS' as const } : one)),
});

export const EVENTS: Record<string, Change> = {
  'nothing else': (file) => file,
  'the consents have ended': consents(() => ({ validToOn: TODAY.subtract({ days: 1 }) })),
  'one consent has ended': consents((_, n) => (n === 0 ? { validToOn: TODAY.subtract({ days: 1 }) } : {})),
  'the consents end before the meeting': consents(() => ({ validToOn: TODAY.add({ days: 4 }) })),
  'the consents begin later': consents(() => ({ validFromOn: TODAY.add({ days: 2 }) })),
  'one signature is not there': (file) => ({ ...file, consents: file.consents.slice(1) }),
  'no topic in common': consents((_, n) => (n === 0 ? { topics: ['HEALTH'] } : {})),
  'a topic is taken back': (file) => ({
    ...both(
      consents(() => ({ topics: ['SCHOOL', 'SOCIAL'], recordedAt: inHours(-72) })),
      ofPeople({ consentCheckedOn: null }),
    )(file),
    withdrawals: [withdrawalRow(file.case.id, { scope: 'TOPIC', topic: 'SOCIAL' })],
  }),
  'a unit is not in the consent': consents(() => ({ parties: ['elevhalsan', 'bup-dalsland'] })),
  'the child says no': (file) => ({
    ...file,
    talks: file.talks.map((one) => (one.with === 'CHILD' ? { ...one, shares: 'NO' } : one)),
  }),
  "the child's part has no times": (file) => ({
    ...file,
    talks: file.talks.map((one) => (one.with === 'CHILD' ? { ...one, participation: 'PART' } : one)),
  }),
  'a talk is not held': (file) => ({ ...file, talks: file.talks.map((one) => ({ ...one, heldOn: null })) }),
  'protection is not asked': row({ safety: null }),
  // What is called is called off by it, and what is begun goes back.
  'on paper only': (file) =>
    both(
      row({ safety: 'RESTRICTED' }),
      ['INVITED', 'MEETING'].includes(file.case.status)
        ? both(row({ status: 'PREPARING' }), ofMeeting({ status: 'CANCELLED' }))
        : (same) => same,
    )(file),
  'an earlier meeting stands in a calendar': offMeeting,
  'gone from the calendar': ofMeeting({ eventState: 'GONE' }),
  'moved in Outlook': both(moved({ state: 'MOVED', movedAt: inHours(-1) }), ofMeeting({ familyAgreed: false })),
  'moved in Outlook past the consent': both(
    moved({ state: 'MOVED', movedAt: inHours(-1), startAt: inHours(240) }),
    consents(() => ({ validToOn: TODAY.add({ days: 4 }) })),
  ),
  'moved in Outlook to the past': moved({ state: 'MOVED', movedAt: inHours(-1), startAt: inHours(-5) }),
  'a whole day in Outlook': both(moved({ state: 'MOVED', movedAt: inHours(-1) }), ofMeeting({ allDay: true })),
  'a move is prepared': moved({ state: 'DRAFT', reason: 'PARTY', askedBy: 'FAMILY', ...inDays(12) }),
  'a move is prepared past the consent': both(
    moved({ state: 'DRAFT', reason: 'PARTY', askedBy: 'FAMILY', ...inDays(12) }),
    consents(() => ({ validToOn: TODAY.add({ days: 11 }) })),
  ),
  'a move is not taken': moved({ state: 'FAILED', reason: 'PARTY', askedBy: 'FAMILY', ...inDays(12) }),
  'nobody has answered': ofPeople({ answer: 'NONE' }),
  'one says no': (file) => ({
    ...file,
    participants: file.participants.map((one, n) =>
      n === 0 ? { ...one, answer: 'DECLINED', declineReason: 'ILL', reasonAsked: true } : one,
    ),
  }),
  'nobody knows whom it is about': ofPeople({ toldOn: null, toldHow: null }),
  'the family has no invitation': (file) => ({
    ...file,
    talks: file.talks.map((one) => ({ ...one, invitedOn: null })),
  }),
  'no link': ofMeeting({ how: 'ONLINE', noLink: 'REFUSED' }),
  paused: ofMeeting({ pausedAt: inHours(-0.05) }),
  'what is left is only asked for': (file) => ({
    ...file,
    measures: file.measures.map((one) => ({ ...one, unitId: 'habiliteringen', personId: null })),
  }),
  'the follow-up is near': (file) => ({
    ...file,
    plans: file.plans.map((one) => ({ ...one, followUpOn: TODAY.add({ days: 5 }) })),
  }),
};

export const momentIn = (file: CaseFile, register: Moment['register']): Moment => ({
  file,
  register,
  now: NOW,
  today: TODAY,
});
