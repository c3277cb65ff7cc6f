import { pages } from '../../bot/pages.ts';
import type { CardContract } from '../../cards/contract.ts';
import { neutralLine } from '../../cards/posting/neutral-line.ts';
import type { PageRef } from '../../domain/names.ts';

/** Every card, in the order of the process: those of the pages, and the line, which is none. */
export const allCards: readonly CardContract[] = [
  ...new Set([...Object.values(pages).map(({ card }) => card), neutralLine]),
];

/** A page that shows the card. */
export const pageWith = (wanted: CardContract): PageRef => {
  const [page] = Object.entries(pages).find(([, { card }]) => card === wanted) ?? ['line'];
  return page as PageRef;
};
