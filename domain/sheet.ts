/** A text that is longer than a card, in pages: whole rows, each page as much as a card holds. */

import { type PageRef, partIn } from './names.ts';

/** As much as a card holds beside its frame, in characters of its JSON. */
const PAGE_HOLDS = 9_000;

/** A row in characters of the card's JSON: what stands around its words, and they. */
export const sizeOfRow = ({ heading, text, ...row }: { heading: string; lead: string; text: string; about: string }) =>
  90 +
  (heading ? 90 : 0) +
  (text ? 190 : 0) +
  (row.about ? 100 : 0) +
  JSON.stringify([heading, row.lead, text, row.about]).length;

/** Every row stands on exactly one page, and none is cut. */
export function pagesOf<R>(rows: readonly R[], sizeOf: (row: R) => number, holds = PAGE_HOLDS): R[][] {
  const pages: R[][] = [];
  let room = 0;
  for (const row of rows) {
    const size = sizeOf(row);
    const page = pages.at(-1);
    if (page && size <= room) page.push(row);
    else {
      pages.push([row]);
      room = holds;
    }
    room -= size;
  }
  return pages;
}

/** `readback:2` is its third page. */
export const pageNumber = (page: PageRef): number => Number(/^\d{1,3}$/.exec(partIn(page) ?? '')?.[0] ?? 0);

/** The page by its number; after the last comes the first again. */
export const pageAt = <R>(pages: readonly R[][], n: number): R[] => pages[n % Math.max(1, pages.length)] ?? [];
