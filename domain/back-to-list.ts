/** Where a page leads when it is left: on in the process, or back to the list it was opened from. */
import { nextOnPaper } from './all-on-paper.ts';
import { missingBeforeKallelse } from './gates.ts';
import { isOver, partOf } from './meeting-pages.ts';
import type { Moment } from './moment.ts';
import { nameIn, type PageRef } from './names.ts';
import type { Posting } from './rows/posting.ts';

type Left = { page?: PageRef; backTo?: Posting['backTo'] };

/**
 * A page that was opened from what is missing, or from the answers, goes back there; in one sweep, on to
 * the next page that something is missing on. `left`: where its step leads; `isBack`: by "Tillbaka", which ends that
 * walk.
 */
export function backToList(left: Left, from: Pick<Posting, 'page' | 'backTo'>, moment: Moment, isBack: boolean): Left {
  const { page, backTo = from.backTo } = left;
  if (moment.file.case.status === 'MEETING') return backToReadback(left, from, isBack);
  if (page !== 'guide' || backTo === null || moment.file.case.status !== 'PREPARING') return left;
  // A meeting that was broken off has no read-back to go to.
  if (backTo === 'READBACK') return { ...left, backTo: null };
  if (backTo === 'PAPER' && isBack) return { ...left, backTo: null };
  const next = backTo === 'PAPER' ? nextOnPaper(from.page, moment) : null;
  return next
    ? { ...left, page: next }
    : { page: missingBeforeKallelse(moment).length > 0 ? 'missing' : 'check', backTo: 'LIST' };
}

/** Pages that lead into one another. */
const TOGETHER: readonly (readonly string[])[] = [
  ['measures', 'measureMore'],
  ['responsibility', 'openPoints'],
];

/**
 * At the table: whoever was sent somewhere by the read-back is back there with the next "Nästa" or "Tillbaka". Its own
 * "Tillbaka" and "Nästa" are no errand.
 */
function backToReadback(left: Left, from: Pick<Posting, 'page' | 'backTo'>, isBack: boolean): Left {
  // Whoever comes in anew walks on from there.
  if (left.page === undefined || left.backTo === null) return left;
  const [at, to] = [nameIn(from.page), nameIn(left.page)];
  if (at === 'readback') {
    const isErrand = to !== at && !isBack && partOf(to) !== null && to !== 'closing';
    return isErrand ? { ...left, backTo: 'READBACK' } : left;
  }
  const isWithin = TOGETHER.some((pages) => pages.includes(at) && pages.includes(to));
  const isLeaving = at !== to && partOf(at) !== null && !isOver(to) && !isWithin;
  return from.backTo === 'READBACK' && isLeaving ? { ...left, page: 'readback', backTo: null } : left;
}
