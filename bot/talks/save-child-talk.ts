import { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { childTalk } from '../../cards/child-talk.ts';
import { worksIn } from '../../domain/access.ts';
import { type CaseStep, invalid } from '../act.ts';
import { talkChange } from './talk-change.ts';

/** Keeps the child's talk as far as it is filled in, the child's words as they were said. */
export const saveChildTalk: CaseStep<z.output<ReturnType<typeof childTalk.form>>> = {
  case: true,
  during: ['PREPARING'],
  at: 'child',
  who: worksIn,
  form: () => childTalk.form(),
  run({ form, file, today, newId }) {
    if (form.heldOn && Temporal.PlainDate.compare(form.heldOn, today) > 0) return invalid({ heldOn: 'error.futureDay' });
    return { code: 'ok', changes: [talkChange(file, 'CHILD', newId(), form)], page: 'guide' };
  },
};
