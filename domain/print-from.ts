/** A page that has one paper of its own prints that, and "Tillbaka" leads to the page again: `print:homes`. */
import { nameIn, type OfferedDocument, type PageRef, partIn } from './names.ts';

const PAPER_OF = { homes: 'plan-family', hand: 'plan-parties', tellChild: 'child-page' } as const satisfies Record<
  string,
  OfferedDocument
>;
type From = keyof typeof PAPER_OF;

const fromIn = (page: string | null): From | null =>
  page !== null && Object.hasOwn(PAPER_OF, page) ? (page as From) : null;

/** The page of papers, as it is opened from a page; pressed on that page itself it stays as it is. */
export function printPageFrom(page: PageRef | undefined): PageRef {
  if (page === undefined || nameIn(page) === 'print') return page ?? 'print';
  const from = fromIn(nameIn(page));
  return from ? `print:${from}` : 'print';
}

/** Where it was opened from, and the paper that is printed there; null: from the case, with all of them. */
export function printedFrom(page: PageRef): { from: From; paper: OfferedDocument } | null {
  const from = fromIn(partIn(page));
  return from && { from, paper: PAPER_OF[from] };
}
