import { childTalk } from '../../cards/talks/child-talk.ts';
import { isYouth } from '../../domain/consent.ts';
import { isAfter } from '../../domain/days.ts';
import type { PageName } from '../../domain/names.ts';
import { talkChange } from '../../domain/talks.ts';
import { caseStep, invalid, type Outcome } from '../act.ts';

/** An exception is a fact that somebody may want to report; the county's own system is where, and a person does it. */
export const noticeOf = (outcome: string | null): Pick<Outcome, 'notice' | 'aside'> =>
  outcome?.startsWith('EXCEPTION') ? { notice: { key: 'child.exception' }, aside: true } : {};

/** Keeps the child's talk as far as it is filled in, the child's words as they were said. */
export const saveChildTalk = (page: PageName) =>
  caseStep({
    during: ['PREPARING'],
    inputsOn: 'child',
    typed: ['words'],
    form: () => childTalk.form(),
    run({ form, file, today, newId }): Outcome {
      if (form.heldOn && isAfter(form.heldOn, today)) return invalid({ heldOn: 'error.futureDay' });
      if (isYouth(file.case, today) && form.outcome?.startsWith('EXCEPTION'))
        return invalid({ outcome: 'error.youthException' });
      return { code: 'ok', changes: [talkChange(file, 'CHILD', newId(), form)], page, ...noticeOf(form.outcome) };
    },
  });
