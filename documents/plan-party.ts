import type { Content } from 'pdfmake/interfaces.js';
import { heading, plain } from './layout.ts';
import type { Paper } from './paper.ts';
import type { PlanParty } from './plan-paper.ts';
import { allMeasures, measureTable, meetAgain, planContent, planEnd, planTop, wordsOf } from './plan-parts.ts';
import { fill } from './texts/texts.ts';

/** The consent lets it have a copy: all of the plan. */
function whole(paper: Paper, { unit, plan }: PlanParty): Content[] {
  const words = wordsOf(paper);
  return [
    ...planTop(words, plan, words.titleParty),
    plain(`${words.to} ${unit}`),
    ...planContent(words, plan, words.ourselvesParty),
    ...planEnd(words, plan),
    ...(plan.consentTo ? [plain(fill(words.consentParty, { day: plan.consentTo }))] : []),
    ...(plan.signatures ? [plain(words.received)] : []),
    ...allMeasures(words, plan),
  ];
}

/** It does not: what the unit itself does, and when they meet again. Nothing that anybody else has said or does. */
function own(paper: Paper, { unit, plan }: PlanParty): Content[] {
  const words = wordsOf(paper);
  const measures = plan.goals.flatMap((goal) => goal.measures);
  return [
    ...planTop(words, plan, words.titleOwn),
    plain(`${words.to} ${unit}`),
    heading(words.ownMeasures),
    measures.length > 0 ? measureTable(words, measures) : plain(words.noOwnMeasures),
    ...meetAgain(words, plan),
  ];
}

export const planParty =
  (party: PlanParty) =>
  (paper: Paper): Content[] =>
    party.whole ? whole(paper, party) : own(paper, party);
