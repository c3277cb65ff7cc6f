import { remindIn } from '../../cards/texts/labels.ts';
import { worksIn } from '../../domain/access.ts';
import { cancelledChanges } from '../../domain/cancelling.ts';
import type { CaseStep } from '../act.ts';

/**
 * The family does not want to meet anyway: the event is cancelled neutrally, and the case is prepared again with its
 * consents and talks.
 */
export const cancelMeeting: CaseStep = {
  case: true,
  during: ['INVITED'],
  waitsForSending: true,
  mayPress: worksIn,
  run: ({ file, today, newId }) => ({
    code: 'ok',
    changes: cancelledChanges(file, today, newId),
    effects: [{ kind: 'cancel-stray', caseId: file.case.id, subjectId: file.case.id }],
    page: 'guide',
    notice: { key: 'cancel.done', values: { remind: remindIn(file) } },
  }),
};

/** They want to: the meeting is held as it was decided. */
export const keepMeeting: CaseStep = {
  case: true,
  during: ['INVITED'],
  mayPress: worksIn,
  run: () => ({ code: 'kept', page: 'case', notice: { key: 'cancel.kept' } }),
};
