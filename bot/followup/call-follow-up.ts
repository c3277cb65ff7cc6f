import { withChanges } from '../../domain/changes.ts';
import { currentMeeting, participantsOf } from '../../domain/current.ts';
import {
  agreedTime,
  areSameCalled,
  followUpChanges,
  leaveFollowUpChanges,
  mayLeaveFollowUp,
} from '../../domain/follow-up.ts';
import { isPaperOnly } from '../../domain/gates.ts';
import { hasNewcomer } from '../../domain/joined-late.ts';
import type { Change } from '../../domain/rows/case-file.ts';
import { type CaseContext, caseStep, type Outcome } from '../act.ts';

/**
 * "Kalla till uppföljning", and "Boka uppföljningen" where a time was agreed on at the table: the same road as to the
 * first meeting, with the same gates as of today. The plan stays in force meanwhile.
 */
export const callFollowUp = caseStep({
  during: ['PLAN_ACTIVE'],
  run: (context) => bookAsAgreed(context) ?? begin(context),
});

function whoIsCalled(context: CaseContext, changes: readonly Change[]): 'YES' | 'NO' | 'LATE' {
  const same = areSameCalled(context.file, changes);
  return same === 'YES' && hasNewcomer(context) ? 'LATE' : same;
}

function begin(context: CaseContext): Outcome {
  const changes = followUpChanges(context, context.newId);
  const same = whoIsCalled(context, changes);
  return { code: 'ok', changes, page: 'guide', notice: { key: 'follow.called', values: { same } } };
}

/**
 * Time, place and the family's yes are filled in, and the calendars are looked at once more: somebody may have taken
 * the time meanwhile (`meeting/find-times.ts`). Where nobody may be called today the forms come first; where somebody
 * is called no more, or a unit has come in since, that is said first.
 */
function bookAsAgreed(context: CaseContext): Outcome | null {
  const agreed = isPaperOnly(context.file) ? null : agreedTime(context);
  if (!agreed) return null;
  const changes = followUpChanges(context, context.newId, agreed);
  const after = withChanges(context.file, changes);
  const meeting = currentMeeting(after);
  if (!meeting || participantsOf(after, meeting).length === 0) return { code: 'ok', changes, page: 'guide' };
  const same = whoIsCalled(context, changes);
  return {
    code: 'ok',
    changes: [...changes, { in: 'meeting', id: meeting.id, set: { proposalsState: 'CHECKING' } }],
    effects: [{ kind: 'find-times', caseId: context.file.case.id, subjectId: meeting.id }],
    ...(same === 'YES'
      ? { page: 'time-searching' }
      : { page: 'guide', notice: { key: 'follow.called', values: { same } } }),
  };
}

/** Back to the plan, before anybody has been called. */
export const leaveFollowUp = caseStep({
  during: ['PREPARING'],
  run: (context) =>
    mayLeaveFollowUp(context)
      ? { code: 'ok', changes: leaveFollowUpChanges(context.file), page: 'case' }
      : { code: 'mayNotLeave', page: 'guide' },
});
