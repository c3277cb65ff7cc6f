import type { Content } from 'pdfmake/interfaces.js';
import { factOrLine, heading, plain } from './layout.ts';
import { callerOf } from './numbers.ts';
import type { Paper } from './paper.ts';
import type { PlanParty } from './plan-paper.ts';
import {
  allMeasures,
  consentLine,
  measureTable,
  meetAgain,
  planContent,
  planEnd,
  planTop,
  wordsOf,
} from './plan-parts.ts';

const partyTop = (paper: Paper, { unit, joinedLate, plan }: PlanParty, what: string): Content[] => {
  const words = wordsOf(paper);
  return [
    ...planTop(words, plan, what),
    plain(`${words.to} ${unit}`),
    ...(joinedLate ? [plain(words.joinedLate)] : []),
  ];
};

/** Nobody of it may have been at the meeting: to whom it answers, and says what does not work. */
const whomToRing = (paper: Paper): Content => factOrLine(wordsOf(paper).ringParty, callerOf(paper));

/** The consent lets it have a copy: all of the plan. */
function whole(paper: Paper, party: PlanParty): Content[] {
  const { plan } = party;
  const words = wordsOf(paper);
  return [
    ...partyTop(paper, party, words.titleParty),
    ...planContent(words, plan, words.ourselvesParty),
    whomToRing(paper),
    planEnd(words, plan, consentLine(words, plan)),
    ...(plan.signatures ? [plain(words.received)] : []),
    ...allMeasures(words, plan),
  ];
}

/** It does not: what the unit itself does, and when they meet again. Nothing that anybody else has said or does. */
function own(paper: Paper, party: PlanParty): Content[] {
  const { plan } = party;
  const words = wordsOf(paper);
  const measures = plan.goals.flatMap((goal) => goal.measures);
  return [
    ...partyTop(paper, party, words.titleOwn),
    heading(words.ownMeasures),
    measures.length > 0 ? measureTable(words, measures) : plain(words.noOwnMeasures),
    ...meetAgain(words, plan),
    whomToRing(paper),
  ];
}

export const planParty =
  (party: PlanParty) =>
  (paper: Paper): Content[] =>
    party.whole ? whole(paper, party) : own(paper, party);
