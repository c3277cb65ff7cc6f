import { randomBytes } from 'node:crypto';
import { deviation } from '../../cards/deviation/deviation.ts';
import { GOES_ON } from '../../domain/codes.ts';
import { deviationKey } from '../../domain/deviations.ts';
import { linkChanges } from '../../domain/print-links.ts';
import { caseStep, type Outcome } from '../act.ts';
import { deviationAt } from './deviation-at.ts';

/** The draft on paper. What it led to for the child travels with the link as a code, and is gone with it. */
export const printDeviation = caseStep({
  during: GOES_ON,
  form: () => deviation.form(),
  run(context): Outcome {
    const { file, form, person, newId, now } = context;
    const one = deviationAt(context);
    if (!one || !person) return { code: 'gone', page: 'deviations' };
    const about = [deviationKey(one), form.consequence ?? ''].join('|');
    const link = {
      id: newId(),
      document: 'deviation' as const,
      personId: person.id,
      token: randomBytes(24).toString('base64url'),
      about,
    };
    return { code: 'ok', changes: linkChanges(file, link, now) };
  },
});
