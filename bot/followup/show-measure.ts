import { maySeeMeasure } from '../../domain/access.ts';
import { caseStep, type Outcome } from '../act.ts';

/**
 * "Visa": the content, in the answer to the one who pressed and may see it; for others the neutral card and a sentence.
 */
export const showMeasure = caseStep({
  readsOnly: true,
  cardKind: 'MEASURE',
  mayPress: (person) => person.active,
  run({ file, posting, person, today }): Outcome {
    const measure = file.measures.find((one) => one.id === posting?.measureId);
    if (!measure || !person) return { code: 'expired', notice: { key: 'err.expired' } };
    if (!maySeeMeasure(person, file, measure, today)) return { code: 'noAccess', notice: { key: 'err.noAccess' } };
    return { code: 'ok', glimpse: 'measure-open' };
  },
});

/** "Stäng": the neutral card again. */
export const closeMeasure = caseStep({
  readsOnly: true,
  cardKind: 'MEASURE',
  mayPress: 'anybody',
  run: () => ({ code: 'ok' }),
});
