import type { Content } from 'pdfmake/interfaces.js';
import { beside, field, HALF, heading, plain, together } from './layout.ts';
import type { Paper } from './paper.ts';
import type { ToldPlan } from './plan-paper.ts';
import { allMeasures, planContent, planEnd, planTop, wordsOf } from './plan-parts.ts';
import { fill } from './texts/texts.ts';

/** For each who got a copy; two more for those who asked later. */
const LINES_TO_SPARE = 2;

/** The unit's own: the whole, and lines for who has been given a copy, when and how. */
export const planFile =
  (plan: ToldPlan) =>
  (paper: Paper): Content[] => {
    const words = wordsOf(paper);
    const lines = Array.from({ length: plan.copies.length + plan.partCopies.length + LINES_TO_SPARE }, () =>
      beside(field(words.givenTo, HALF), field(words.givenWhen, HALF)),
    );
    return [
      ...planTop(words, plan, words.titleFile),
      ...planContent(words, plan, words.ourselvesParty),
      ...planEnd(words, plan),
      ...(plan.consentTo ? [plain(fill(words.consentParty, { day: plan.consentTo }))] : []),
      ...allMeasures(words, plan),
      together(heading(words.given), ...lines.slice(0, 2)),
      ...lines.slice(2),
    ];
  };
