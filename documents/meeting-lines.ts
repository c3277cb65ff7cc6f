/** What the family's invitation and the parties' paper say alike. */
import type { Content } from 'pdfmake/interfaces.js';
import { beside, factOrLine, HALF } from './layout.ts';
import type { Paper } from './paper.ts';
import { fill, textsFor } from './texts/texts.ts';

/** A number for the day itself, where the register has one. */
export const lateLine = (paper: Paper): string[] => {
  const { late } = paper.convener;
  return late ? [fill(textsFor(paper).common.late, { phone: late })] : [];
};

export type Told = [label: string, value: string | null];
export const bothOf = (left: Told, right: Told): Content =>
  beside(factOrLine(...left, HALF), factOrLine(...right, HALF));

/**
 * Told by word of mouth where there is a time and no place; a line by hand where it is another, or neither is known.
 */
export const placeOf = ({ when, place, placeByHand }: Paper, oral: string): string | null =>
  place ?? (when && !placeByHand ? oral : null);
