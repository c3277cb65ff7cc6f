import { withChanges } from '../../domain/changes.ts';
import { hasNowSaidNo } from '../../domain/child-answer.ts';
import type { PageName } from '../../domain/names.ts';
import { homePage } from '../../domain/posting.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import { restChanges } from '../../domain/withdrawal.ts';
import type { Outcome } from '../act.ts';

/**
 * The child who is able has said no: the case rests, and nobody is told who. Else the page goes on. The answer and the
 * judgement may come in any order.
 */
export function afterAnswer(file: CaseFile, changes: Change[], page: PageName): Outcome {
  const after = withChanges(file, changes);
  if (!hasNowSaidNo(file, after)) return { code: 'ok', changes, page };
  const rests = [...changes, ...restChanges(after, 'NOT_SIGNED')];
  return { code: 'ok', changes: rests, page: homePage(withChanges(file, rests)) };
}
