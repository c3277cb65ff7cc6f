/**
 * The side door "Allt är redan klart på papper": the same gates, filled in one after the other by somebody with all the
 * forms in the hand.
 */

import { isYouth } from './consent.ts';
import { isPaperOnly, missingBeforeKallelse } from './gates.ts';
import type { Moment } from './moment.ts';
import type { OpenPage, PageRef } from './names.ts';
import { talkWith } from './talks.ts';

/** The pages of the walk, in its order. After the last comes the list of what is missing. */
const WALK: readonly OpenPage[] = [
  'allOnPaper',
  'childMore',
  'protection',
  'consent1',
  'consent2',
  'consentYouth',
  'consentBoard',
];

/**
 * From 12 the child is asked for an own yes, and from 15 whether the guardians may know: no side door goes past that.
 */
const asksOwn = ({ file, today }: Moment): boolean =>
  (file.case.ageBand === 'A12_14' || file.case.ageBand === 'A15_17') &&
  !isYouth(file.case, today) &&
  talkWith(file, 'CHILD')?.ownConsent == null;

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
