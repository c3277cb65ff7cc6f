import { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { startMore } from '../../cards/case/start-more.ts';
import { GOES_ON } from '../../domain/codes.ts';
import { monthsTo18 } from '../../domain/coming-of-age.ts';
import { isYouth } from '../../domain/consent.ts';
import { birthdayDueItems } from '../../domain/consent-watch.ts';
import { isAfter } from '../../domain/days.ts';
import { isPaperOnly } from '../../domain/gates.ts';
import { isFamilys } from '../../domain/initiative.ts';
import type { PageName } from '../../domain/names.ts';
import type { CaseRow } from '../../domain/rows/case.ts';
import type { Change } from '../../domain/rows/case-file.ts';
import { onPaperChanges } from '../../domain/safety-changes.ts';
import { caseStep, invalid, type Outcome } from '../act.ts';

type Form = z.output<ReturnType<typeof startMore.form>>;

const answersOf = ({ turns18, ...form }: Form, row: CaseRow, today: Temporal.PlainDate): Partial<CaseRow> => ({
  ...form,
  // Who consents is asked only where the board may be the one (LVU).
  ...(form.placement === 'LVU' ? {} : { placedConsentBy: null, placedConfirmedOn: null }),
  ...(isYouth(row, today) ? {} : { decides: null }),
  ...(isFamilys(form.initiative) ? {} : { familyAskedOn: null }),
  // A birthday that has been is not asked for any more, and stands.
  ...(row.ageBand === 'A15_17' && !isYouth(row, today)
    ? { turns18On: turns18 === null ? null : Temporal.PlainDate.from(turns18) }
    : {}),
});

/**
 * Keeps what is answered. Under LVU the page comes back once with the question who consents, and where the family took
 * the initiative with when it asked. Somebody of age who cannot decide: nothing is sent from here.
 */
export const saveStartMore = (page: PageName) =>
  caseStep({
    during: GOES_ON,
    inputsOn: 'startMore',
    waitsForSending: true,
    form: ({ today }) => startMore.form(monthsTo18(today).map(String)),
    run({ form, file, today }): Outcome {
      for (const field of ['needNoticedOn', 'placedConfirmedOn', 'familyAskedOn'] as const) {
        const on = form[field];
        if (on && isAfter(on, today)) return invalid({ [field]: 'error.futureDay' });
      }
      const asksBoard = form.placement === 'LVU' && file.case.placement !== 'LVU';
      const asksFirst = asksBoard || (isFamilys(form.initiative) && !isFamilys(file.case.initiative));
      const set = answersOf(form, file.case, today);
      const changes: Change[] = [{ in: 'case', id: file.case.id, set }];
      if (set.decides === 'CANNOT' && !isPaperOnly(file))
        return {
          code: 'modeChanged',
          changes: [...changes, ...onPaperChanges(file)],
          page: 'guide',
          notice: { key: 'start.cannotDecide' },
          aside: true,
        };
      return {
        code: 'ok',
        changes,
        due: birthdayDueItems({ ...file.case, ...set }),
        page: asksFirst ? 'startMore' : page,
        ...(asksFirst ? { notice: { key: asksBoard ? 'start.lvu' : 'start.whenAsked' }, aside: true } : {}),
      };
    },
  });
