import { pages } from '../../bot/pages.ts';
import type { CardContract } from '../../cards/contract.ts';
import { neutralLine } from '../../cards/posting/neutral-line.ts';

/** Every card, in the order of the process: those of the pages, and the line, which is none. */
export const allCards: readonly CardContract[] = [
  ...new Set([...Object.values(pages).map(({ card }) => card), neutralLine]),
];
