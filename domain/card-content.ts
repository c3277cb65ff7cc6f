/** What a card is about may be for fewer than the card itself: for the others its neutral page stands in its place. */
import { type Looking, maySeeMeasureOf } from './access.ts';
import type { PostingKind } from './codes.ts';
import type { PageName } from './names.ts';
import { mayReadCopy } from './plan-copies.ts';

type Content = { neutral: PageName; maySee: typeof maySeeMeasureOf };

const CONTENT: Partial<Record<PostingKind, Content>> = {
  MEASURE: { neutral: 'measure', maySee: maySeeMeasureOf },
  PLAN: { neutral: 'delivered', maySee: mayReadCopy },
};

/** Null where everybody who may view the card sees all of it. */
export function neutralPage({ posting, person, file, today }: Looking): PageName | null {
  const content = CONTENT[posting.kind];
  if (!content) return null;
  return person !== null && content.maySee(person, file, posting, today) ? null : content.neutral;
}
