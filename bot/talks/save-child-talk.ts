import { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { childTalk } from '../../cards/child-talk.ts';
import { worksIn } from '../../domain/access.ts';
import { talkChange } from '../../domain/talk-change.ts';
import { type CaseStep, invalid, type Outcome } from '../act.ts';

/** Keeps the child's talk as far as it is filled in, the child's words as they were said. */
export const saveChildTalk = (page: string): CaseStep<z.output<ReturnType<typeof childTalk.form>>> => ({
  case: true,
  during: ['PREPARING'],
  at: 'child',
  who: worksIn,
  typed: ['words'],
  form: () => childTalk.form(),
  run({ form, file, today, newId }): Outcome {
    if (form.heldOn && Temporal.PlainDate.compare(form.heldOn, today) > 0) return invalid({ heldOn: 'error.futureDay' });
    // An exception is a fact that somebody may want to report; the county's own system is where, and a person does it.
    const notice = form.outcome?.startsWith('EXCEPTION') ? { notice: { key: 'child.exception' }, aside: true as const } : {};
    return { code: 'ok', changes: [talkChange(file, 'CHILD', newId(), form)], page, ...notice };
  },
});
