/**
 * The side door "Samtal och underskrifter är redan klara": the same gates, filled in one after the other by somebody with
 * all the forms in the hand.
 */

import { bandOf } from './child-able.ts';
import { isAskedToShare, sharesOf } from './child-answer.ts';
import { isPaperOnly, missingBeforeKallelse } from './gates.ts';
import type { Moment } from './moment.ts';
import type { OpenPage, PageRef } from './names.ts';

/** The pages of the walk, in its order. After the last comes the list of what is missing. */
const WALK: readonly OpenPage[] = [
  'allOnPaper',
  'childMore',
  'childAble',
  'protection',
  'consent1',
  'consent2',
  'consentYouth',
  'consentBoard',
];

/**
 * From 12 it is asked what the child says about sharing, and from 15 whether the guardians may know: no side door goes
 * past that.
 */
const asksOwn = ({ file, today }: Moment): boolean =>
  bandOf(file.case).asked === 'REQUIRED' && isAskedToShare(file.case, today) && sharesOf(file) === null;

/**
 * The next page of the walk that something is missing on, after the one that was just saved; null when the walk is
 * over, or nothing is sent from here.
 */
export function nextOnPaper(page: PageRef, moment: Moment): OpenPage | null {
  if (isPaperOnly(moment.file)) return null;
  const missing = missingBeforeKallelse(moment);
  const at = WALK.findIndex((one) => page.startsWith(one));
  const isOpen = (one: string) => missing.some((gap) => gap.at === one) || (one === 'childMore' && asksOwn(moment));
  return WALK.slice(at + 1).find(isOpen) ?? null;
}
