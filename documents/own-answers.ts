/** Papers with one person's own answers, and nobody else's: what they have said yes to, and what they took back. */
import type { Content } from 'pdfmake/interfaces.js';
import { beside, dense, fact, factOrLine, heading, lead, plain, title, together } from './layout.ts';
import { callerOf } from './numbers.ts';
import type { OwnYes, Paper, Receipt } from './paper.ts';
import { fill, type Texts, textsFor } from './texts/texts.ts';

const whom = ({ convener: { role, unit, phone } }: Paper): string =>
  phone ? `${role} (${unit}, ${phone})` : `${role} (${unit})`;

/** After each yes that is recorded: a copy in plain words. */
export const consentGiven =
  ({ to, day, units, topics, scopes, from, until }: OwnYes) =>
  (paper: Paper): Content[] => {
    const { consentGiven: words, common } = textsFor(paper);
    return [
      title(words.title),
      beside(fact(words.to, to), fact(words.day, day)),
      together(heading(words.units), dense(units)),
      together(heading(words.topics), plain(topics.join(' · '))),
      together(heading(words.may), dense(scopes.map((scope) => words[`scope.${scope}`]))),
      together(heading(words.timeTitle), plain(fill(words.time, { from, until }))),
      plain(words.only),
      together(heading(words.changeTitle), plain(fill(words.change, { whom: whom(paper) })), plain(common.exceptions)),
    ];
  };

function sayWhat({ withdrawalReceipt: words, consentGiven: given }: Texts, { what }: Receipt): string {
  if (what.kind === 'all') return words.all;
  if (what.kind === 'scope') return fill(words.scope, { scope: given[`scope.${what.scope}`] });
  return fill(words[what.kind], { [what.kind]: what.name });
}

/** Only for whoever took something back. */
export function withdrawalReceipt(paper: Paper): Content[] {
  const texts = textsFor(paper);
  const { withdrawalReceipt: words, common } = texts;
  const { receipt } = paper;
  if (!receipt) return [title(words.title)];
  const { to, day, clock, saidOn, what, meeting, planWith } = receipt;
  return [
    title(words.title),
    fact(words.to, to),
    lead(words.only),
    fact(words.what, sayWhat(texts, receipt)),
    fact(words.when, fill(words.at, { day, clock })),
    ...(saidOn ? [plain(fill(words.said, { day: saidOn }))] : []),
    ...(meeting === 'CANCELLED' ? [fact(words.meeting, words.cancelled)] : []),
    ...(meeting === 'WITHOUT' && what.kind === 'unit'
      ? [fact(words.meeting, fill(words.without, { unit: what.name }))]
      : []),
    ...(planWith.length > 0
      ? [together(heading(words.plan), plain(fill(words.stays, { who: planWith.join(' · ') })))]
      : []),
    dense([...words.lines, common.exceptions]),
    factOrLine(words.ask, callerOf(paper)),
  ];
}
