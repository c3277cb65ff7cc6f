/** One made-up case, from the call to a stopped follow-up: what its papers say is made of it, so they agree. */
import { Temporal } from 'temporal-polyfill';
import type { CaseRow } from '../../domain/rows/case.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import {
  caseFile,
  caseRow,
  consentRow,
  meetingRow,
  participantRow,
  talkRow,
  withdrawalRow,
} from '../support/case-rows.ts';
import { PLAN_ROWS } from './sample-plan-rows.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const at = (text: string) => Temporal.Instant.from(`${text}:00+01:00`);

const ROW = caseRow({
  id: 'case',
  code: 'K7M-3XQ',
  convenerId: 'kurator',
  unitId: 'elevhalsan',
  ageBand: 'A6_11',
  childAble: null,
  childAbleSecond: null,
  childAbleAt: null,
  childAbleBand: null,
});

const EARLIER = meetingRow('case', { id: '1-earlier', status: 'HELD', startAt: at('2025-12-02T13:00') });
const MEETING = meetingRow('case', {
  id: '2-meeting',
  startAt: at('2026-03-03T13:00'),
  endAt: at('2026-03-03T14:00'),
  placeId: 'dalbo',
  childFrom: '13:00',
  childTo: '13:20',
  childFollower: 'SCHOOL_STAFF',
  familyAgreed: true,
});
const NEXT = meetingRow('case', {
  id: '3-next',
  startAt: Temporal.Instant.from('2026-05-07T11:00:00Z'),
  endAt: Temporal.Instant.from('2026-05-07T12:00:00Z'),
});

const CALLED = [
  participantRow(MEETING.id, { id: 'p-ifo', unitId: 'ifo', personId: 'socialsekreterare' }),
  participantRow(MEETING.id, { id: 'p-bup', unitId: 'bup', personId: 'psykolog' }),
  participantRow(MEETING.id, { id: 'p-vc', unitId: 'vardcentralen' }),
  participantRow(MEETING.id, { id: 'p-tand', unitId: 'tandvarden', kind: 'INVITED' }),
];

const SIGNED = {
  validFromOn: day('2026-02-02'),
  scopes: ['PREPARE', 'MEETING', 'PLAN_COPY', 'BETWEEN_MEETINGS'],
} as const;
const BOTH = ['elevhalsan', 'ifo', 'bup', 'vardcentralen', 'tandvarden'];

/** Before the meeting: two homes, that have said yes to nearly the same. */
export const PREPARED: CaseFile = caseFile(ROW, {
  talks: [
    talkRow('case', { with: 'CHILD', participation: 'PART', support: ['PICTURES', 'BREAKS'] }),
    talkRow('case', { with: 'GUARDIAN_1', interpreter: 'ar', interpreterBooking: '4711' }),
    talkRow('case', { with: 'GUARDIAN_2', interpreter: 'so' }),
  ],
  consents: [
    consentRow('case', {
      ...SIGNED,
      scopes: [...SIGNED.scopes],
      givenBy: 'GUARDIAN_1',
      signedOn: day('2026-02-02'),
      validToOn: day('2026-09-02'),
      recordedAt: at('2026-02-02T15:00'),
      parties: [...BOTH, 'habiliteringen'],
      topics: ['SCHOOL', 'MENTAL_HEALTH', 'FAMILY'],
    }),
    consentRow('case', {
      ...SIGNED,
      scopes: [...SIGNED.scopes],
      givenBy: 'GUARDIAN_2',
      signedOn: day('2026-02-04'),
      validToOn: day('2026-12-04'),
      recordedAt: at('2026-02-04T15:00'),
      parties: [...BOTH, 'ungdomsmottagningen'],
      topics: ['SCHOOL', 'HEALTH', 'MENTAL_HEALTH'],
    }),
  ],
  meetings: [MEETING],
  participants: CALLED,
});

const there = (who: 'CONVENER' | 'GUARDIAN_1' | 'GUARDIAN_2') =>
  ({ id: who, meetingId: MEETING.id, who, n: 1, attendance: 'IN_ROOM', revision: 0 }) as const;

/** After it: the second version of the plan. */
export const PLANNED: CaseFile = {
  ...PREPARED,
  case: { ...ROW, status: 'PLAN_ACTIVE' },
  meetings: [EARLIER, { ...MEETING, status: 'HELD', childAttendance: 'PART' }],
  participants: [
    participantRow(EARLIER.id, { id: 'p-bup-1', unitId: 'bup', attendance: 'IN_ROOM' }),
    ...CALLED.map((row) => ({
      ...row,
      attendance: row.unitId === 'vardcentralen' ? ('ABSENT' as const) : ('IN_ROOM' as const),
    })),
  ],
  attendees: [there('CONVENER'), there('GUARDIAN_1'), there('GUARDIAN_2')],
  ...PLAN_ROWS,
};

/** Before the follow-up somebody takes back a part. */
export const STOPPED: CaseFile = {
  ...PLANNED,
  case: { ...ROW, status: 'INVITED' },
  meetings: [...PLANNED.meetings, { ...NEXT, status: 'SENT' }],
  withdrawals: [
    withdrawalRow('case', {
      givenBy: 'GUARDIAN_1',
      scope: 'PARTY',
      unitId: 'bup',
      withdrawnOn: day('2026-04-21'),
      recordedAt: Temporal.Instant.from('2026-04-22T11:05:00Z'),
    }),
  ],
};

/** The same of somebody who is of age, and signs alone. */
export const ofYouth = (file: CaseFile): CaseFile => {
  const row: CaseRow = { ...file.case, ageBand: 'A18_20', guardianOne: null, guardianTwo: null };
  const [own] = file.consents;
  return {
    ...file,
    case: row,
    talks: file.talks.filter((talk) => talk.with === 'CHILD'),
    consents: own ? [{ ...own, givenBy: 'YOUTH' }] : [],
    attendees: file.attendees.filter(({ who }) => who === 'CONVENER'),
    measures: file.measures.map((one) =>
      one.actor === 'GUARDIAN' ? { ...one, actor: 'CHILD', what: 'Går hemifrån i god tid.' } : one,
    ),
    withdrawals: file.withdrawals.map((back) => ({ ...back, givenBy: 'YOUTH', scope: 'ALL', unitId: null })),
    meetings: file.meetings.map((meeting) =>
      meeting.id === NEXT.id ? { ...meeting, status: 'CANCELLED' } : { ...meeting, childFrom: null, childTo: null },
    ),
  };
};

/** The child signs too, and has taken part of it back. */
export const ofTwelve = (file: CaseFile): CaseFile => ({
  ...file,
  case: {
    ...file.case,
    ageBand: 'A12_14',
    childAble: 'YES',
    childAbleAt: at('2026-01-30T10:00'),
    childAbleBand: 'A12_14',
  },
  consents: [
    ...file.consents,
    ...file.consents.slice(0, 1).map((one) => ({ ...one, id: 'own', givenBy: 'YOUTH' as const })),
  ],
  withdrawals: file.withdrawals.map((back) => ({ ...back, givenBy: 'YOUTH' })),
});
