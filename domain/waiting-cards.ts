import type { Temporal } from 'temporal-polyfill';
import type { NewDueItem } from './ports.ts';

/** Cards that stand nowhere are looked at one case at a time, now that the way to where they belong is open. */
export const waitingDueItems = (
  cards: readonly { caseId: string; postingId: string }[],
  now: Temporal.Instant,
): NewDueItem[] =>
  cards.map(({ caseId, postingId }) => ({ kind: 'card.waits', caseId, subjectId: postingId, dueAt: now }));
