/**
 * The follow-up of a plan: the same road again, from time and kallelse to the next version of the plan. Its gates are
 * those of every kallelse as of today: live consents of everybody who must sign, only consented units, the family's yes
 * to the time. The sources do not say that both talks must be held anew, so that is asked (`warnings.ts`) and not
 * forced; the three weeks count for the first meeting only. A young person who has turned 21 meanwhile goes on: the age
 * limit stands at the start.
 */

import { consentedUnits, liveConsents } from './consent.ts';
import { currentMeeting, goalsOf, isFollowUp, measuresOf, participantsOf } from './current.ts';
import { isAfter } from './days.ts';
import { isOngoing } from './measures.ts';
import type { Moment } from './moment.ts';
import type { CaseFile, Change } from './rows/case-file.ts';
import { newMeeting } from './rows/meeting.ts';
import { newParticipant } from './rows/participant.ts';
import type { Measure, Plan } from './rows/plan.ts';
import { newMeasure } from './rows/plan.ts';

/**
 * The same people are called again where the consent covers them today; what they know of whom it is about they still
 * know.
 */
export function followUpChanges({ file, today }: Moment, newId: () => string): Change[] {
  const meeting = newMeeting({ id: newId(), caseId: file.case.id, placeOral: file.case.safety === 'PLACE_ORALLY' });
  const allowed = consentedUnits(file, today);
  const people = participantsOf(file, currentMeeting(file)).filter(
    ({ unitId }) => allowed.has(unitId) && allowed.has(file.case.unitId),
  );
  return [
    { in: 'case', id: file.case.id, set: { status: 'PREPARING' } },
    { in: 'meeting', id: meeting.id, set: meeting },
    ...people.map(({ unitId, personId, mail, mailTyped, kind, toldOn, toldHow }): Change => {
      const id = newId();
      return {
        in: 'participant',
        id,
        set: newParticipant({ id, meetingId: meeting.id, unitId, personId, mail, mailTyped, kind, toldOn, toldHow }),
      };
    }),
    // The invitation to this meeting has not been given to anybody yet.
    ...file.talks.map(({ id }): Change => ({ in: 'talk', id, set: { invitedOn: null, reachedOn: null } })),
  ];
}

/**
 * Back to the plan without a follow-up: as long as nobody has been called, and there is a consent for the plan to rest
 * on.
 */
export const mayLeaveFollowUp = ({ file, today }: Moment): boolean =>
  file.case.status === 'PREPARING' && isFollowUp(file) && liveConsents(file, today) !== null;

export function leaveFollowUpChanges(file: CaseFile): Change[] {
  const meeting = currentMeeting(file);
  return [
    { in: 'case', id: file.case.id, set: { status: 'PLAN_ACTIVE' } },
    ...(meeting ? [{ in: 'meeting' as const, id: meeting.id, set: { status: 'CANCELLED' as const } }] : []),
  ];
}

/** What was done before the last version was locked has been followed up already. */
const isCarried = (measure: Measure, { lockedAt }: Plan): boolean =>
  isOngoing(measure) || (measure.doneAt !== null && lockedAt !== null && isAfter(measure.doneAt, lockedAt));

/** Goals and measures of the version before, as rows of the next one; the old ones are never changed. */
export function carryOver(file: CaseFile, from: Plan, planId: string, newId: () => string): Change[] {
  const goals = goalsOf(file, from).map((goal) => ({ old: goal, id: newId() }));
  const measures = measuresOf(file, from).filter((measure) => isCarried(measure, from));
  return [
    ...goals.map(({ old, id }): Change => ({ in: 'goal', id, set: { ...old, id, planId, revision: 0 } })),
    ...measures.map((old): Change => {
      const id = newId();
      const goalId = goals.find((goal) => goal.old.id === old.goalId)?.id ?? null;
      return { in: 'measure', id, set: newMeasure({ ...old, id, planId, goalId, previousId: old.id, revision: 0 }) };
    }),
  ];
}

/**
 * The same measure in the version that is being written: done in the channel during the meeting, it is done there too.
 */
export const copiesOf = ({ measures }: Pick<CaseFile, 'measures'>, measure: Measure): Measure[] =>
  measures.filter(({ previousId }) => previousId === measure.id);
