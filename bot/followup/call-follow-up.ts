import { followUpChanges, leaveFollowUpChanges, mayLeaveFollowUp } from '../../domain/follow-up.ts';
import { caseStep } from '../act.ts';

/**
 * "Kalla till uppföljning": the same road as to the first meeting, with the same gates as of today. The plan stays in
 * force meanwhile.
 */
export const callFollowUp = caseStep({
  during: ['PLAN_ACTIVE'],
  run: ({ file, today, newId }) => ({
    code: 'ok',
    changes: followUpChanges(file, today, newId),
    page: 'guide',
    notice: { key: 'follow.begun' },
  }),
});

/** Back to the plan, before anybody has been called. */
export const leaveFollowUp = caseStep({
  during: ['PREPARING'],
  run: ({ file, today }) =>
    mayLeaveFollowUp(file, today)
      ? { code: 'ok', changes: leaveFollowUpChanges(file), page: 'case' }
      : { code: 'mayNotLeave', page: 'guide' },
});
