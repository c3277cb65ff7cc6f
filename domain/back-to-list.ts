/** Where a page of the preparation leads when it is left: to the overview, or back to the list it was opened from. */
import { nextOnPaper } from './all-on-paper.ts';
import { missingBeforeKallelse } from './gates.ts';
import type { Moment } from './moment.ts';
import type { PageRef } from './names.ts';
import type { Posting } from './rows/posting.ts';

type Left = { page?: PageRef; backTo?: Posting['backTo'] };

/**
 * A page that was opened from what is missing, or from the answers, goes back there; with everything on paper, on to
 * the next page that something is missing on. `left`: where its step leads; `isBack`: by "Tillbaka", which ends that
 * walk.
 */
export function backToList(left: Left, from: Pick<Posting, 'page' | 'backTo'>, moment: Moment, isBack: boolean): Left {
  const { page, backTo = from.backTo } = left;
  if (page !== 'guide' || backTo === null || moment.file.case.status !== 'PREPARING') return left;
  if (backTo === 'PAPER' && isBack) return { ...left, backTo: null };
  const next = backTo === 'PAPER' ? nextOnPaper(from.page, moment) : null;
  return next
    ? { ...left, page: next }
    : { page: missingBeforeKallelse(moment).length > 0 ? 'missing' : 'check', backTo: 'LIST' };
}
