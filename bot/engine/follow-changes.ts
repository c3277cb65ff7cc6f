import { v7 as uuid } from 'uuid';
import { pageNow, turnOf, wantAgain } from '../../domain/posting.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import type { Posting } from '../../domain/rows/posting.ts';
import type { Step } from '../act.ts';
import { isLivePage } from './render.ts';

/**
 * The cards that must be shown anew after these changes: every live page of the case when a row of it changed, and the
 * pressed card itself, whose buttons have a new turn. What the others said about their last act is over then. A page
 * with inputs is never changed under somebody's fingers.
 */
export function followChanges(file: CaseFile | null, pressed: Posting | null, changes: readonly Change[]): Change[] {
  const rowsChanged = changes.some((change) => change.in !== 'posting');
  const touched = new Set(changes.filter((change) => change.in === 'posting').map((change) => change.id));
  const stands = ({ activityId, sent }: Posting) => activityId !== null || sent === 0;
  return (file?.postings ?? (pressed ? [pressed] : []))
    .filter(
      (posting) =>
        isLivePage({ page: pageNow(posting.page, file) }) &&
        stands(posting) &&
        ((file && rowsChanged) || touched.has(posting.id)),
    )
    .map((posting) => wantAgain(posting, touched.has(posting.id) ? {} : { notice: null }));
}

/**
 * Whoever else has the page open that was saved now has it from before: pressed there, it is old, and what was typed
 * stays.
 */
export function outdate(
  step: Step,
  file: CaseFile | null,
  pressed: Posting | null,
  changes: readonly Change[] = [],
): Change[] {
  if (!step.inputsOn || !file || !changes.some((change) => change.in !== 'posting')) return [];
  return file.postings
    .filter(({ id, kind, page }) => id !== pressed?.id && kind === 'CASE' && page === step.inputsOn)
    .map(({ id }) => ({ in: 'posting', id, set: { turn: turnOf(uuid()) } }));
}
