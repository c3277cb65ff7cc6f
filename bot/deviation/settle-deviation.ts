import { type DeviationOutcome, GOES_ON } from '../../domain/codes.ts';
import { homePage } from '../../domain/posting.ts';
import type { SettledDeviation } from '../../domain/rows/deviation.ts';
import { caseStep, type Outcome } from '../act.ts';
import { deviationAt } from './deviation-at.ts';

/** "Registrerad" or "Behövs inte": only that, with its day, so that nobody is asked twice. */
export const settleDeviation = (outcome: DeviationOutcome) =>
  caseStep({
    during: GOES_ON,
    run(context): Outcome {
      const { file, newId, today } = context;
      const one = deviationAt(context);
      if (!one) return { code: 'gone', page: 'deviations' };
      const { code, subjectId, on: happenedOn } = one;
      const row: SettledDeviation = {
        id: newId(),
        caseId: file.case.id,
        code,
        subjectId,
        happenedOn,
        outcome,
        settledOn: today,
      };
      return {
        code: outcome,
        changes: [{ in: 'deviation', id: row.id, set: row }],
        page: homePage(file),
        notice: { key: `dev.settled.${outcome}` },
      };
    },
  });
