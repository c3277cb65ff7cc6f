/**
 * The follow-up of a plan: the same road again, from time and kallelse to the next version of the plan. Its gates are
 * those of every kallelse as of today: live consents of everybody who must sign, only consented units, the family's yes
 * to the time. A short talk anew stops its opening (`talk-anew.ts`); the three weeks count for the first meeting only.
 * A young person who has turned 21 meanwhile goes on: the age limit stands at the start.
 */

import { kindOn } from './calling.ts';
import { withChanges } from './changes.ts';
import { consentedUnits, liveConsents } from './consent.ts';
import {
  currentMeeting,
  goalsOf,
  isFollowUp,
  lockedPlan,
  measuresOf,
  needsOf,
  openPointsOf,
  participantsOf,
} from './current.ts';
import { isAfter, isOnOrBefore } from './days.ts';
import { ended } from './from-afar.ts';
import { isPaperOnly } from './gates.ts';
import { isOngoing } from './measures.ts';
import type { Moment } from './moment.ts';
import type { CaseFile, Change } from './rows/case-file.ts';
import { type Meeting, newMeeting } from './rows/meeting.ts';
import { newParticipant } from './rows/participant.ts';
import { type Measure, type Plan, rootOf } from './rows/plan.ts';
import { givenAnew } from './talks.ts';

/**
 * The next meeting of the case. The same people are called again where the consent covers them today; what they know of
 * whom it is about they still know. `kept`: of the meeting that it stands for; where it follows up a plan all is asked.
 */
export function followUpChanges(moment: Moment, newId: () => string, kept: Partial<Meeting> = {}): Change[] {
  const { file, today } = moment;
  const placeOral = file.case.safety === 'PLACE_ORALLY';
  const meeting = newMeeting({ id: newId(), caseId: file.case.id, placeOral, ...kept });
  const allowed = consentedUnits(file, today);
  const people = participantsOf(file, currentMeeting(file)).filter(
    ({ unitId }) => allowed.has(unitId) && allowed.has(file.case.unitId),
  );
  return [
    { in: 'case', id: file.case.id, set: { status: 'PREPARING' } },
    { in: 'meeting', id: meeting.id, set: meeting },
    ...people.map(({ unitId, personId, mail, mailTyped, toldOn, toldHow }): Change => {
      const id = newId();
      const kind = kindOn(moment, unitId, meeting.startAt);
      return {
        in: 'participant',
        id,
        set: newParticipant({ id, meetingId: meeting.id, unitId, personId, mail, mailTyped, kind, toldOn, toldHow }),
      };
    }),
    // The invitation to this meeting has not been given to anybody yet.
    ...givenAnew(file),
  ];
}

/** Whether all who were called are called again: the consent may not cover them all any more. */
export function areSameCalled(before: CaseFile, changes: readonly Change[]): 'YES' | 'NO' {
  const after = withChanges(before, changes);
  const count = (file: CaseFile) => participantsOf(file, currentMeeting(file)).length;
  return count(before) === count(after) ? 'YES' : 'NO';
}

type Agreed = Pick<Meeting, 'startAt' | 'endAt' | 'placeId' | 'familyAgreed'>;

/**
 * What was agreed on at the table about the next meeting, as long as it is ahead: its time, a place that is still there
 * and may be known, and the family's yes.
 */
export function agreedTime({ file, register, now }: Moment): Agreed | null {
  const { followUpAt, followUpEndAt, followUpPlaceId, followUpFamilyYes } = lockedPlan(file) ?? {};
  if (!followUpAt || !followUpEndAt || isOnOrBefore(followUpAt, now)) return null;
  const isPlace = register.places.some(({ id, active }) => active && id === followUpPlaceId);
  const mayBeKnown = file.case.safety !== 'PLACE_ORALLY';
  return {
    startAt: followUpAt,
    endAt: followUpEndAt,
    placeId: isPlace && mayBeKnown ? (followUpPlaceId ?? null) : null,
    familyAgreed: followUpFamilyYes === true,
  };
}

/** The next meeting has a time already, and nobody is called to it: one press books it. */
export const mayBookAsAgreed = (moment: Moment): boolean =>
  moment.file.case.status === 'PLAN_ACTIVE' && !isPaperOnly(moment.file) && agreedTime(moment) !== null;

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
    ...(meeting ? [{ in: 'meeting' as const, id: meeting.id, set: ended('CANCELLED') }] : []),
  ];
}

/** What was done before the last version was locked has been followed up already. */
export const isCarried = (measure: Measure, { lockedAt }: Plan): boolean =>
  isOngoing(measure) || (measure.doneAt !== null && lockedAt !== null && isAfter(measure.doneAt, lockedAt));

/** What the version before says, as rows of the next one; the old ones are never changed. */
export function carryOver(file: CaseFile, from: Plan, planId: string, newId: () => string): Change[] {
  const copied = <R extends { id: string; rootId: string | null }>(rows: readonly R[]) =>
    rows.map((old) => ({ old, copy: { ...old, id: newId(), planId, rootId: rootOf(old), revision: 0 } }));
  const needs = copied(needsOf(file, from));
  const goals = copied(goalsOf(file, from));
  const measures = copied(measuresOf(file, from).filter((measure) => isCarried(measure, from)));
  const copyOf = (rows: readonly { old: { id: string }; copy: { id: string } }[], id: string | null) =>
    rows.find(({ old }) => old.id === id)?.copy.id ?? null;
  return [
    ...needs.map(({ copy }): Change => ({ in: 'need', id: copy.id, set: copy })),
    ...goals.map(({ old, copy }): Change => {
      return { in: 'goal', id: copy.id, set: { ...copy, needId: copyOf(needs, old.needId) } };
    }),
    ...measures.map(({ old, copy }): Change => {
      return { in: 'measure', id: copy.id, set: { ...copy, goalId: copyOf(goals, old.goalId), previousId: old.id } };
    }),
    ...copied(openPointsOf(file, from)).map(({ copy }): Change => ({ in: 'openPoint', id: copy.id, set: copy })),
  ];
}

/**
 * The same measure in the version that is being written: done in the channel during the meeting, it is done there too.
 */
export const copiesOf = ({ measures }: Pick<CaseFile, 'measures'>, measure: Measure): Measure[] =>
  measures.filter(({ previousId }) => previousId === measure.id);
