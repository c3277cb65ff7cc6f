import { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { startMore } from '../../cards/case/start-more.ts';
import { GOES_ON } from '../../domain/codes.ts';
import { monthsTo18 } from '../../domain/coming-of-age.ts';
import { isYouth } from '../../domain/consent.ts';
import { birthdayDueItems } from '../../domain/consent-watch.ts';
import { isAfter } from '../../domain/days.ts';
import type { PageName } from '../../domain/names.ts';
import type { CaseRow } from '../../domain/rows/case.ts';
import { caseStep, invalid, type Outcome } from '../act.ts';

type Form = z.output<ReturnType<typeof startMore.form>>;

const answersOf = ({ turns18, ...form }: Form, row: CaseRow, today: Temporal.PlainDate): Partial<CaseRow> => ({
  ...form,
  // Who consents is asked only where the board may be the one (LVU).
  ...(form.placement === 'LVU' ? {} : { placedConsentBy: null, placedConfirmedOn: null }),
  // A birthday that has been is not asked for any more, and stands.
  ...(row.ageBand === 'A15_17' && !isYouth(row, today)
    ? { turns18On: turns18 === null ? null : Temporal.PlainDate.from(turns18) }
    : {}),
});

/** Keeps what is answered. Under LVU the page comes back once with the question who consents. */
export const saveStartMore = (page: PageName) =>
  caseStep({
    during: GOES_ON,
    inputsOn: 'startMore',
    form: ({ today }) => startMore.form(monthsTo18(today).map(String)),
    run({ form, file, today }): Outcome {
      for (const field of ['needNoticedOn', 'placedConfirmedOn'] as const) {
        const on = form[field];
        if (on && isAfter(on, today)) return invalid({ [field]: 'error.futureDay' });
      }
      const asksFirst = form.placement === 'LVU' && file.case.placement !== 'LVU';
      const set = answersOf(form, file.case, today);
      return {
        code: 'ok',
        changes: [{ in: 'case', id: file.case.id, set }],
        due: birthdayDueItems({ ...file.case, ...set }),
        page: asksFirst ? 'startMore' : page,
        ...(asksFirst ? { notice: { key: 'start.lvu' }, aside: true } : {}),
      };
    },
  });
