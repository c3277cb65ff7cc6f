import { deviations } from '../../cards/deviation/deviations.ts';
import { GOES_ON } from '../../domain/codes.ts';
import { BY_HAND, deviationKey, draftableDeviations } from '../../domain/deviations.ts';
import { unitsOf } from '../../domain/units-of.ts';
import { type CaseContext, caseStep, invalid, type Outcome } from '../act.ts';

const keysOf = (context: CaseContext): string[] => [...draftableDeviations(context).map(deviationKey), ...BY_HAND];

/**
 * To the draft of one. A unit that alone says no to what was asked of it must decide so in writing and give its reasons
 * (local routines): where such a decision exists there is nothing to draft. Nothing of this stops the case.
 */
export const chooseDeviation = caseStep({
  readsOnly: true,
  during: GOES_ON,
  form: (context) => deviations.form(keysOf(context), unitsOf(context.file, context.today)),
  run({ form: { what, unit, decision }, today }): Outcome {
    if (!what) return invalid({ what: 'error.deviation' });
    const code = BY_HAND.find((one) => one === what);
    if (!code) return { code: 'ok', page: `deviation:${what}` };
    if (!unit) return invalid({ unit: 'error.deviationUnit' });
    if (code === 'UNILATERAL_REFUSAL' && decision !== 'NO')
      return invalid({ decision: decision === 'YES' ? 'dev.hasDecision' : 'error.decision' });
    return { code: 'ok', page: `deviation:${deviationKey({ code, subjectId: unit, unitId: unit, on: today })}` };
  },
});
