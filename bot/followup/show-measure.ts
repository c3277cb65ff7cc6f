import { maySeeMeasureOf } from '../../domain/access.ts';
import { caseStep, type Outcome } from '../act.ts';

/**
 * "Visa": the content, in the answer to the one who pressed and may see it; for others the neutral card and a sentence.
 */
export const showMeasure = caseStep({
  readsOnly: true,
  on: ['MEASURE'],
  mayPress: maySeeMeasureOf,
  run: (): Outcome => ({ code: 'ok', glimpse: 'measure-open' }),
});

/** "Stäng": the neutral card again. */
export const closeMeasure = caseStep({
  readsOnly: true,
  on: ['MEASURE'],
  mayPress: 'anybody',
  run: () => ({ code: 'ok' }),
});
