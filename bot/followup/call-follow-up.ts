import { areSameCalled, followUpChanges, leaveFollowUpChanges, mayLeaveFollowUp } from '../../domain/follow-up.ts';
import { caseStep } from '../act.ts';

/**
 * "Kalla till uppföljning": the same road as to the first meeting, with the same gates as of today. The plan stays in
 * force meanwhile.
 */
export const callFollowUp = caseStep({
  during: ['PLAN_ACTIVE'],
  run(context) {
    const changes = followUpChanges(context, context.newId);
    const same = areSameCalled(context.file, changes);
    return { code: 'ok', changes, page: 'guide', notice: { key: 'follow.called', values: { same } } };
  },
});

/** Back to the plan, before anybody has been called. */
export const leaveFollowUp = caseStep({
  during: ['PREPARING'],
  run: (context) =>
    mayLeaveFollowUp(context)
      ? { code: 'ok', changes: leaveFollowUpChanges(context.file), page: 'case' }
      : { code: 'mayNotLeave', page: 'guide' },
});
