import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { heading, table, together } from './layout.ts';
import type { Paper } from './paper.ts';
import type { ToldPlan } from './plan-paper.ts';
import { allMeasures, consentLine, planContent, planEnd, planTop, wordsOf } from './plan-parts.ts';

/** For each who got a copy, and with the file's own, that is in it already, two for those who asked later. */
const ROWS_TO_SPARE = 1;
/** As many stand on one page. */
const ROWS_TOGETHER = 12;
/** High enough to write in. */
const emptyRow = (): TableCell[] => [{ text: '', margin: [0, 6, 0, 6] }, {}, {}];

/** The unit's own: the whole, and rows for who has been given a copy, when and how. */
export const planFile =
  (plan: ToldPlan) =>
  (paper: Paper): Content[] => {
    const words = wordsOf(paper);
    const rows = Array.from({ length: plan.copies.length + plan.partCopies.length + ROWS_TO_SPARE }, emptyRow);
    const given = table(heading(words.given), [words.givenTo, words.givenDay, words.givenHow], rows);
    return [
      ...planTop(words, plan, words.titleFile),
      ...planContent(words, plan, words.ourselvesParty),
      planEnd(words, plan, consentLine(words, plan)),
      ...allMeasures(words, plan),
      rows.length > ROWS_TOGETHER ? given : together(given),
    ];
  };
