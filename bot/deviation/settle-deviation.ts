import { worksIn } from '../../domain/access.ts';
import { type DeviationOutcome, GOES_ON } from '../../domain/codes.ts';
import { homePage } from '../../domain/posting.ts';
import type { SettledDeviation } from '../../domain/rows/deviation.ts';
import type { CaseStep, Outcome } from '../act.ts';
import { deviationAt } from './deviation-at.ts';

/** "Registrerad" or "Behövs inte": only that, with its day, so that nobody is asked twice. */
export const settleDeviation = (outcome: DeviationOutcome): CaseStep => ({
  case: true,
  during: GOES_ON,
  mayPress: worksIn,
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
