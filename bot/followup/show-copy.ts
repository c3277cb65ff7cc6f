import { nameIn, type PageName } from '../../domain/names.ts';
import { mayLetIn, mayReadCopy, readableCopy } from '../../domain/plan-copies.ts';
import type { Change } from '../../domain/rows/case-file.ts';
import { pageNumber } from '../../domain/sheet.ts';
import { type CaseContext, caseStep, type Outcome } from '../act.ts';

/** Opened for the first time, it has arrived at the unit; that it was read is in the audit each time. */
function arrived({ file, person, today }: CaseContext): Change[] {
  const row = person && readableCopy(person, file, today)?.row;
  return row && row.arrivedOn === null ? [{ in: 'planRecipient', id: row.id, set: { arrivedOn: today } }] : [];
}

/** A page of the copy in the answer to the one who presses; what stands in the chat stays neutral. */
const showing = (glimpse: PageName, part: 'FIRST' | 'NEXT') =>
  caseStep({
    readsOnly: true,
    on: ['PLAN'],
    mayPress: mayReadCopy,
    run(context): Outcome {
      const { page = 'delivered' } = context.posting ?? {};
      const next = part === 'NEXT' ? (`${nameIn(page) as 'delivered'}:${pageNumber(page) + 1}` as const) : 'delivered';
      return { code: 'ok', changes: arrived(context), page: next, glimpse };
    },
  });

/** "Visa", and "Visa fler": the next page of it, and after the last the first. */
export const showCopy = showing('delivered-open', 'FIRST');
export const showMoreOfCopy = showing('delivered-open', 'NEXT');

/** "Text att klistra in". */
export const showOwnText = showing('own-text', 'FIRST');
export const showMoreOwnText = showing('own-text', 'NEXT');

/** "Släpp in en kollega". */
export const chooseColleague = { ...showing('let-in', 'FIRST'), mayPress: mayLetIn };

/** "Stäng": the neutral card again. */
export const closeCopy = caseStep({
  readsOnly: true,
  on: ['PLAN'],
  mayPress: 'anybody',
  run: () => ({ code: 'ok', page: 'delivered' }),
});

/** "Infört i akten": the unit has it in its own file. The day is that of the first press. */
export const noteFiled = caseStep({
  on: ['PLAN'],
  mayPress: mayReadCopy,
  run({ file, person, today }): Outcome {
    const row = person && readableCopy(person, file, today)?.row;
    const set =
      row && row.filedOn === null ? [{ in: 'planRecipient' as const, id: row.id, set: { filedOn: today } }] : [];
    return { code: 'ok', changes: set, glimpse: 'delivered-open' };
  },
});
