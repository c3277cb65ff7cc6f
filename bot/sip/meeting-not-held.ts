import { notHeld } from '../../cards/sip/not-held.ts';
import { areSameCalled } from '../../domain/follow-up.ts';
import { mayNotBeHeld, notHeldChanges } from '../../domain/not-held.ts';
import { caseStep, invalid, type Outcome } from '../act.ts';

/** "Mötet blev inte av": the case is prepared again with people, consents and what was written. */
export const meetingNotHeld = caseStep({
  during: ['INVITED', 'MEETING'],
  inputsOn: 'notHeld',
  waitsForSending: true,
  form: () => notHeld.form(),
  run(context): Outcome {
    const { reason } = context.form;
    if (!mayNotBeHeld(context)) return { code: 'tooEarly', page: 'case', notice: { key: 'err.tooEarly' } };
    if (!reason) return invalid({ reason: 'error.notHeldReason' });
    const changes = notHeldChanges(context, reason, context.newId);
    return {
      code: 'ok',
      changes,
      page: 'guide',
      backTo: null,
      notice: { key: 'meet.didNotHappen', values: { same: areSameCalled(context.file, changes) } },
    };
  },
});
