import type { z } from 'zod';
import { protection } from '../../cards/protection.ts';
import { isConvener } from '../../domain/access.ts';
import { currentMeeting } from '../../domain/current.ts';
import { isPaperOnly } from '../../domain/gates.ts';
import type { CaseStep } from '../act.ts';

/** Only the answers are kept, never why. "Vet inte" is fine until the kallelse; "ja" sends the case to paper. */
export const saveProtection: CaseStep<z.output<ReturnType<typeof protection.form>>> = {
  case: true,
  during: ['PREPARING'],
  at: 'protection',
  who: isConvener,
  form: () => protection.form(),
  run({ form, file }) {
    const meeting = currentMeeting(file);
    const placeOral = form.secretPlace === 'PLACE_ORALLY';
    return {
      code: 'ok',
      changes: [
        { in: 'case', id: file.case.id, set: form },
        ...(meeting?.status === 'DRAFT' ? [{ in: 'meeting' as const, id: meeting.id, set: { placeOral } }] : []),
      ],
      page: 'guide',
      ...(isPaperOnly({ case: { ...file.case, ...form } }) ? { notice: { key: 'prot.yes' } } : {}),
    };
  },
};
