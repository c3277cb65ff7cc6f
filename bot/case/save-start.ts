import { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { start } from '../../cards/start.ts';
import { isConvener } from '../../domain/access.ts';
import type { Change } from '../../domain/rows.ts';
import { type CaseStep, invalid } from '../act.ts';

/** Keeps what is answered on the start page. Nothing is required here: the gates stand at "Skicka kallelse". */
export const saveStart: CaseStep<z.output<ReturnType<typeof start.form>>> = {
  case: true,
  during: ['PREPARING'],
  at: 'start',
  who: isConvener,
  form: () => start.form(),
  run({ form, file, today }) {
    if (form.needNoticedOn && Temporal.PlainDate.compare(form.needNoticedOn, today) > 0)
      return invalid({ needNoticedOn: 'error.futureDay' });
    const becameYouth = form.ageBand === 'A18_20' && file.case.ageBand !== 'A18_20';
    const changes: Change[] = [{ in: 'case', id: file.case.id, set: form }];
    return { code: 'ok', changes, page: 'guide', ...(becameYouth ? { notice: { key: 'age.18' } } : {}) };
  },
};
