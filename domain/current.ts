/** The rows of a case file that the process is at now. */
import type { Temporal } from 'temporal-polyfill';
import { GOES_ON, type MeetingStatus } from './codes.ts';
import { dayOf } from './days.ts';
import type { CaseFile } from './rows/case-file.ts';
import type { Meeting } from './rows/meeting.ts';
import type { Participant } from './rows/participant.ts';
import type { Plan } from './rows/plan.ts';

/** Neither stopped nor closed. */
export const goesOn = ({ case: { status } }: Pick<CaseFile, 'case'>): boolean => GOES_ON.includes(status);

/** A meeting is ahead: what was held before is over. */
const isAhead = ({ case: { status } }: CaseFile): boolean => status === 'PREPARING' || status === 'INVITED';

const IS_OFF: readonly MeetingStatus[] = ['CANCELLED', 'NOT_HELD'];

/**
 * The latest meeting that is not off, and not over where the next one is being prepared. UUIDv7 ids sort by time.
 */
export const currentMeeting = (file: CaseFile): Meeting | undefined =>
  file.meetings
    .filter(({ status }) => !IS_OFF.includes(status) && !(status === 'HELD' && isAhead(file)))
    .sort((a, b) => (a.id < b.id ? 1 : -1))[0];

/** The day of the meeting that is prepared, called or going on. */
export const meetingDay = (file: CaseFile): Temporal.PlainDate | null => {
  const startAt = currentMeeting(file)?.startAt;
  return startAt ? dayOf(startAt) : null;
};

/** Its kallelse is sent and the calendar has not said that it has it: it may have. */
export const isCallOnItsWay = ({ status }: Meeting): boolean =>
  status === 'SENDING' || status === 'NOT_SENT' || status === 'FAILED';

/** The people called to a meeting, in the order they were chosen. */
export const participantsOf = (file: CaseFile, meeting: Pick<Meeting, 'id'> | undefined): Participant[] =>
  file.participants.filter((row) => row.meetingId === meeting?.id).sort((a, b) => (a.id < b.id ? -1 : 1));

export const currentPlan = (file: CaseFile): Plan | undefined =>
  [...file.plans].sort((a, b) => b.version - a.version)[0];

/**
 * The plan that is in force: the latest version that was locked, also while the meeting that follows it up writes the
 * next.
 */
export const lockedPlan = (file: CaseFile): Plan | undefined =>
  currentPlan({ ...file, plans: file.plans.filter(({ lockedAt }) => lockedAt !== null) });

/** A plan holds, also while the meeting that follows it up is prepared, called or going on. */
export const hasPlanInForce = (file: CaseFile): boolean => goesOn(file) && lockedPlan(file) !== undefined;

/** Those that can be looked at, newest first. */
export const lockedVersions = (file: CaseFile | null): string[] =>
  (file?.plans ?? [])
    .filter(({ lockedAt }) => lockedAt !== null)
    .map(({ version }) => String(version))
    .reverse();

/** The meeting that is prepared, called or going on follows up a plan. */
export const isFollowUp = (file: CaseFile): boolean =>
  (isAhead(file) || file.case.status === 'MEETING') && lockedPlan(file) !== undefined;

const byOrdinal = (a: { ordinal: number }, b: { ordinal: number }) => a.ordinal - b.ordinal;
export const needsOf = (file: CaseFile, plan: Pick<Plan, 'id'> | undefined) =>
  file.needs.filter((need) => need.planId === plan?.id).sort(byOrdinal);
export const openPointsOf = (file: CaseFile, plan: Pick<Plan, 'id'> | undefined) =>
  file.openPoints.filter((point) => point.planId === plan?.id).sort(byOrdinal);
export const goalsOf = (file: CaseFile, plan: Pick<Plan, 'id'> | undefined) =>
  file.goals.filter((goal) => goal.planId === plan?.id).sort(byOrdinal);
export const measuresOf = (file: CaseFile, plan: Pick<Plan, 'id'> | undefined) =>
  file.measures.filter((measure) => measure.planId === plan?.id).sort(byOrdinal);

/** How often the calendar is read even when no notification comes: they can be lost. */
export const CHECK_MINUTES = 15;

/** Minutes before the start from which the meeting can be opened on the cards. */
const OPENS_MINUTES_BEFORE = 15;

export const opensAt = (meeting: Pick<Meeting, 'startAt'>) =>
  meeting.startAt?.subtract({ minutes: OPENS_MINUTES_BEFORE }) ?? null;
