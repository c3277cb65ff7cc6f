import type { z } from 'zod';
import { reasonsToGoOn } from '../../cards/consent/reasons-to-go-on.ts';
import type { TextKey } from '../../cards/texts/say.ts';
import { bandOf } from '../../domain/child-able.ts';
import { GOES_ON } from '../../domain/codes.ts';
import { isAfter } from '../../domain/days.ts';
import { homePage } from '../../domain/posting.ts';
import { asksForReason } from '../../domain/warnings.ts';
import { type CaseContext, caseStep, invalid, type Outcome } from '../act.ts';

type Form = z.output<ReturnType<typeof reasonsToGoOn.form>>;

/** That the child has been told is said with who did it and when, and at 15–17 by more than one. */
function faultsOf({ file, today, form }: CaseContext<Form>): Record<string, TextKey> {
  const { childNoAnswer, childNoRole, childNoOn, childNoSecond } = form;
  if (childNoAnswer !== 'TOLD') return {};
  return {
    ...(childNoRole ? {} : { childNoRole: 'error.childNoRole' }),
    ...(childNoOn ? {} : { childNoOn: 'error.childNoOn' }),
    ...(childNoOn && isAfter(childNoOn, today) ? { childNoOn: 'error.futureDay' } : {}),
    ...(childNoSecond || !bandOf(file.case).needsSecond ? {} : { childNoSecond: 'error.childNoSecond' }),
  };
}

/** The convener decides; what was chosen is kept, with role and day. Never a typed word about the child. */
export const saveReasonsToGoOn = caseStep({
  during: GOES_ON,
  inputsOn: 'goOn',
  form: () => reasonsToGoOn.form(),
  run(context): Outcome {
    const { form, file } = context;
    const { childNo, differ } = asksForReason(context);
    const faults = childNo ? faultsOf(context) : {};
    if (Object.keys(faults).length > 0) return invalid(faults);
    const { differReason, ...answer } = form;
    const isTold = answer.childNoAnswer === 'TOLD';
    const told = isTold ? answer : { ...answer, childNoRole: null, childNoOn: null, childNoSecond: null };
    const set = { ...(childNo ? told : {}), ...(differ ? { differReason } : {}) };
    return { code: 'ok', changes: [{ in: 'case', id: file.case.id, set }], page: homePage(file) };
  },
});
