import { worksIn } from '../../domain/access.ts';
import { followUpChanges, leaveFollowUpChanges, mayLeaveFollowUp } from '../../domain/follow-up.ts';
import type { CaseStep } from '../act.ts';

/**
 * "Kalla till uppföljning": the same road as to the first meeting, with the same gates as of today. The plan stays in
 * force meanwhile.
 */
export const callFollowUp: CaseStep = {
  case: true,
  during: ['PLAN_ACTIVE'],
  mayPress: worksIn,
  run: ({ file, today, newId }) => ({
    code: 'ok',
    changes: followUpChanges(file, today, newId),
    page: 'guide',
    notice: { key: 'follow.begun' },
  }),
};

/** Back to the plan, before anybody has been called. */
export const leaveFollowUp: CaseStep = {
  case: true,
  during: ['PREPARING'],
  mayPress: worksIn,
  run: ({ file, today }) =>
    mayLeaveFollowUp(file, today)
      ? { code: 'ok', changes: leaveFollowUpChanges(file), page: 'case' }
      : { code: 'mayNotLeave', page: 'guide' },
};
