import { remindIn } from '../../cards/texts/labels.ts';
import { cancelledChanges } from '../../domain/cancelling.ts';
import { caseStep } from '../act.ts';

/**
 * The family does not want to meet anyway: the event is cancelled neutrally, and the case is prepared again with its
 * consents and talks.
 */
export const cancelMeeting = caseStep({
  during: ['INVITED'],
  waitsForSending: true,
  run: (context) => ({
    code: 'ok',
    changes: cancelledChanges(context, context.newId),
    page: 'guide',
    notice: { key: 'cancel.done', values: { remind: remindIn(context.file) } },
  }),
});

/** They want to: the meeting is held as it was decided. */
export const keepMeeting = caseStep({
  during: ['INVITED'],
  run: () => ({ code: 'kept', page: 'case', notice: { key: 'cancel.kept' } }),
});
