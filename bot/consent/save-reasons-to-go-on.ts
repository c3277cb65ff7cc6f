import { reasonsToGoOn } from '../../cards/consent/reasons-to-go-on.ts';
import { GOES_ON } from '../../domain/codes.ts';
import { homePage } from '../../domain/posting.ts';
import { asksForReason } from '../../domain/warnings.ts';
import { caseStep } from '../act.ts';

/**
 * A warning with a reason: the convener decides, and which of a few reasons it was is kept. Never a typed word about
 * the child.
 */
export const saveReasonsToGoOn = caseStep({
  during: GOES_ON,
  inputsOn: 'goOn',
  form: () => reasonsToGoOn.form(),
  run(context) {
    const { form, file } = context;
    const { childNo, differ } = asksForReason(context);
    const set = {
      ...(childNo ? { childNoReason: form.childNoReason } : {}),
      ...(differ ? { differReason: form.differReason } : {}),
    };
    return { code: 'ok', changes: [{ in: 'case', id: file.case.id, set }], page: homePage(file) };
  },
});
