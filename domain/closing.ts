/**
 * A case that ends: nothing more is planned, sent or asked. It is never opened again; a new case points to its code.
 */
import type { Temporal } from 'temporal-polyfill';
import { NO_NOT_ANSWERED } from './child-answer.ts';
import type { CaseStatus, CloseReason, RequestRefusal } from './codes.ts';
import { NOBODY_EXCUSED } from './consent.ts';
import { currentMeeting, isFollowUp } from './current.ts';
import { ended } from './from-afar.ts';
import { isPaperOnly } from './gates.ts';
import type { Moment } from './moment.ts';
import { wasSomebodyThere } from './not-held.ts';
import type { CaseRow } from './rows/case.ts';
import type { CaseFile, Change } from './rows/case-file.ts';
import type { Meeting } from './rows/meeting.ts';
import { newPlan } from './rows/plan.ts';
import type { Register } from './rows/register.ts';

/** Which reasons can be chosen where. NO_CONSENT is a refusal's, and where a case rests that was never signed by all. */
const REASONS: Record<CaseStatus, readonly CloseReason[]> = {
  PREPARING: ['NO_NEED', 'REQUEST_REFUSED', 'FAMILY_ENDS', 'MOVED', 'MISTAKE'],
  INVITED: ['NO_NEED', 'FAMILY_ENDS', 'MOVED'],
  MEETING: ['NO_PLAN', 'FAMILY_ENDS', 'MOVED'],
  PLAN_ACTIVE: ['GOALS_MET', 'ADULT_CARE', 'FAMILY_ENDS', 'NO_NEED', 'MOVED'],
  STOPPED: ['WITHDRAWN', 'FAMILY_ENDS', 'MOVED'],
  CLOSED: [],
};

/** A follow-up has a plan behind it, so it ends as a plan does. */
export function reasonsToClose(file: CaseFile): readonly CloseReason[] {
  const { status, restReason } = file.case;
  const wasNeverSigned =
    status === 'STOPPED' && restReason !== null && restReason !== 'WITHDRAWN' && !isExtension(file);
  return wasNeverSigned ? ['NO_CONSENT', 'MOVED'] : REASONS[isFollowUp(file) ? 'PLAN_ACTIVE' : status];
}

type Closing = {
  reason: CloseReason;
  familyInformed: boolean | null;
  on: Temporal.PlainDate;
  requestRefusal?: RequestRefusal | null;
};

/**
 * Somebody who is asked again when a plan is there says no to an extension: what is agreed on stands until the consent
 * ends.
 */
export const isExtension = ({ case: { status }, plans }: CaseFile): boolean =>
  status === 'MEETING' || status === 'PLAN_ACTIVE' || plans.some(({ lockedAt }) => lockedAt !== null);

/** Nothing is left of whom it was about, and of who could not be reached. */
const FORGOTTEN = {
  existingSip: null,
  needsBoth: null,
  decides: null,
  placement: null,
  placedConsentBy: null,
  placedConfirmedOn: null,
  turns18On: null,
  childAble: null,
  childAbleRole: null,
  childAbleSecond: null,
  childAbleAt: null,
  childAbleBand: null,
  ...NO_NOT_ANSWERED,
  differReason: null,
  restReason: null,
  ownFormAskedOn: null,
  ...NOBODY_EXCUSED,
} satisfies Partial<CaseRow>;

const removed = (table: 'consent' | 'withdrawal', id: string): Change => ({ in: table, id, remove: true });

/**
 * Consent was not given (SKR: document and end): kept are the day and that it was not. What the child and the guardians
 * have said, what is begun and what anybody else has signed is cleared, because it was gathered for a meeting that will
 * not be.
 */
const refusalForgotten = (file: CaseFile): Change[] => [
  ...forgettingChanges(file),
  ...file.consents.filter(({ recordedAt }) => recordedAt !== null).map(({ id }) => removed('consent', id)),
  ...file.withdrawals.map(({ id }) => removed('withdrawal', id)),
];

/**
 * What is written here can be public records, and is erased by a decision on weeding only (tryckfrihetsförordningen,
 * arkivlagen, SoL 16:2 a). Until the register names one everything stands.
 */
export const mayErase = ({ settings }: Pick<Register, 'settings'>): boolean => settings.weedingDecision !== undefined;

/**
 * Where everything is on paper the same goes whatever the reason, because the papers are in the unit's own file: all but
 * a consent that is recorded, and that it was taken back.
 */
const isForgotten = (file: CaseFile): boolean => isPaperOnly(file) && !isExtension(file);

function forgettingChanges(file: CaseFile): Change[] {
  const cleared = (['talk', 'participant', 'attendee', 'printLink'] as const).flatMap((table) =>
    file[`${table}s`].map(({ id }): Change => ({ in: table, id, remove: true })),
  );
  const begun = file.consents.filter(({ recordedAt }) => recordedAt === null).map(({ id }) => removed('consent', id));
  return [
    { in: 'case', id: file.case.id, set: FORGOTTEN },
    ...cleared,
    ...begun,
    ...file.meetings.map(({ id }): Change => ({ in: 'meeting', id, set: UNPLANNED })),
    ...draftForgotten(file),
    // The page that somebody left open would tell whom it was about.
    ...file.postings
      .filter(({ kind, page }) => kind === 'CASE' && page !== 'case')
      .map(({ id }): Change => ({ in: 'posting', id, set: { page: 'case' } })),
  ];
}

/** What was written at a meeting that was broken off. */
function draftForgotten(file: CaseFile): Change[] {
  const drafts = file.plans.filter(({ lockedAt }) => lockedAt === null);
  const rows = (['measure', 'goal', 'need', 'openPoint'] as const).flatMap((table) =>
    file[`${table}s`]
      .filter(({ planId }) => drafts.some(({ id }) => id === planId))
      .map(({ id }): Change => ({ in: table, id, remove: true })),
  );
  return [
    ...rows,
    ...drafts.map(({ id, caseId, meetingId, version, revision }): Change => {
      return { in: 'plan', id, set: { ...newPlan({ id, caseId, meetingId, version }), revision } };
    }),
  ];
}

const UNPLANNED = {
  childAttendance: null,
  childFrom: null,
  childTo: null,
  childFollower: null,
  lateReason: null,
  proposals: null,
} satisfies Partial<Meeting>;

/** One that decided that no plan is needed was held, and so was one that somebody came to. */
function endOf(file: CaseFile, meeting: Meeting, reason: CloseReason) {
  if (file.case.status !== 'MEETING') return 'CANCELLED';
  return reason === 'NO_PLAN' || wasSomebodyThere(file, meeting) ? 'HELD' : 'NOT_HELD';
}

/** A meeting that was not begun is off; the effect `cancel-stray` takes it out of the calendars. */
export function closingChanges(
  file: CaseFile,
  { reason, familyInformed, on, requestRefusal = null }: Closing,
): Change[] {
  const meeting = currentMeeting(file);
  const set = { status: 'CLOSED', closeReason: reason, requestRefusal, familyInformed, closedOn: on } as const;
  return [
    { in: 'case', id: file.case.id, set },
    ...(meeting && meeting.status !== 'HELD'
      ? [{ in: 'meeting' as const, id: meeting.id, set: ended(endOf(file, meeting, reason)) }]
      : []),
  ];
}

function erasedWith(file: CaseFile, reason: CloseReason): Change[] {
  if (reason === 'NO_CONSENT') return refusalForgotten(file);
  return isForgotten(file) ? forgettingChanges(file) : [];
}

/** The case is closed, and what goes with it goes where it may. */
export const endingChanges = ({ file, register }: Pick<Moment, 'file' | 'register'>, closing: Closing): Change[] => [
  ...closingChanges(file, closing),
  ...(mayErase(register) ? erasedWith(file, closing.reason) : []),
];
