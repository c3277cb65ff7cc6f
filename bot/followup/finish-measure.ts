import { plan } from '../../cards/followup/plan.ts';
import { sayDay } from '../../cards/texts/dates.ts';
import { maySeeMeasureOf } from '../../domain/access.ts';
import { hasScope } from '../../domain/consent.ts';
import { lockedPlan, lockedVersions, measuresOf } from '../../domain/current.ts';
import { dayOf } from '../../domain/days.ts';
import { copiesOf } from '../../domain/follow-up.ts';
import { done, isOngoing } from '../../domain/measures.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import type { Measure } from '../../domain/rows/plan.ts';
import { type CaseContext, caseStep, invalid, type Outcome } from '../act.ts';

function finish({ person, now, language, file }: CaseContext, measure: Measure): Outcome {
  if (measure.doneAt)
    return {
      code: 'alreadyDone',
      notice: { key: 'err.alreadyDone', values: { day: sayDay(language, dayOf(measure.doneAt)) } },
    };
  if (!ongoing(file).some(({ id }) => id === measure.id))
    return { code: 'notFollowed', notice: { key: 'measure.stopped' } };
  const set = done(now, person?.id ?? null);
  return {
    code: 'ok',
    changes: [measure, ...copiesOf(file, measure)].map(({ id }): Change => ({ in: 'measure', id, set })),
    notice: { key: 'act.done' },
  };
}

/** "Klar" on the card in the channel: by the responsible person or the convener. */
export const finishMeasure = caseStep({
  on: ['MEASURE'],
  mayPress: maySeeMeasureOf,
  run(context): Outcome {
    const { file, posting } = context;
    const measure = file.measures.find((one) => one.id === posting?.measureId);
    if (!measure) return { code: 'expired', notice: { key: 'err.expired' } };
    if (!hasScope(file, 'BETWEEN_MEETINGS', context.today))
      return { code: 'notBetween', notice: { key: 'err.notBetween' } };
    return finish(context, measure);
  },
});

const ongoing = (file: CaseFile): Measure[] => measuresOf(file, lockedPlan(file)).filter(isOngoing);

/**
 * "Markera klar" on the convener's view of the plan: where the consent keeps the measures out of the channel, the only
 * way.
 */
export const finishFromPlan = caseStep({
  form: ({ file }) =>
    plan.form(
      ongoing(file).map(({ id }) => id),
      lockedVersions(file),
    ),
  run(context): Outcome {
    const measure = ongoing(context.file).find((one) => one.id === context.form.measure);
    return measure ? finish(context, measure) : invalid({ measure: 'error.measure' });
  },
});
