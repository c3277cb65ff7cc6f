import { pageNumber } from '../../domain/sheet.ts';
import { caseStep, type Outcome } from '../act.ts';

/** "Visa fler": the next page, and after the last the first. */
export const moreOfReadback = caseStep({
  readsOnly: true,
  during: ['MEETING'],
  run: ({ posting }): Outcome => ({ code: 'ok', page: `readback:${pageNumber(posting?.page ?? 'readback') + 1}` }),
});
