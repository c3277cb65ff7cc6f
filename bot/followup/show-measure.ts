import { maySeeMeasure } from '../../domain/access.ts';
import type { CaseStep, Outcome } from '../act.ts';

/**
 * "Visa": the content, in the answer to the one who pressed and may see it; for others the neutral card and a sentence.
 */
export const showMeasure: CaseStep = {
  readsOnly: true,
  case: true,
  cardKind: 'MEASURE',
  mayPress: (person) => person.active,
  run({ file, posting, person, today }): Outcome {
    const measure = file.measures.find((one) => one.id === posting?.measureId);
    if (!measure || !person) return { code: 'expired', notice: { key: 'err.expired' } };
    if (!maySeeMeasure(person, file, measure, today)) return { code: 'noAccess', notice: { key: 'err.noAccess' } };
    return { code: 'ok', glimpse: 'measure-open' };
  },
};

/** "Stäng": the neutral card again. */
export const closeMeasure: CaseStep = { readsOnly: true, case: true, cardKind: 'MEASURE', run: () => ({ code: 'ok' }) };
