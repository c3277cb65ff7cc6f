/** Papers with one person's own answers, and nobody else's: what they have said yes to, and what they took back. */
import type { Content } from 'pdfmake/interfaces.js';
import { beside, dense, fact, factOrLine, heading, lead, plain, tight, title, together } from './layout.ts';
import { brisLine, callerOf } from './numbers.ts';
import type { OwnYes, Paper, Receipt } from './paper.ts';
import { fill, type Texts, textsFor } from './texts/texts.ts';

/** Said to a child as to a child. */
const exceptions = ({ common }: Texts, isChilds: boolean): string =>
  isChilds ? common.childExceptions : common.exceptions;

const whom = ({ convener: { role, unit, phone } }: Paper): string =>
  phone ? `${role} (${unit}, ${phone})` : `${role} (${unit})`;

/** After each yes that is recorded: a copy in plain words. */
export const consentGiven =
  ({ to, isChilds, day, units, topics, scopes, from, until }: OwnYes) =>
  (paper: Paper): Content[] => {
    const texts = textsFor(paper);
    const { consentGiven: words } = texts;
    const change = isChilds ? words.changeChild : words.change;
    return [
      title(words.title),
      beside(fact(words.to, isChilds ? words.you : to), fact(words.day, day)),
      together(tight(words.units), dense(units)),
      together(tight(words.topics), plain(topics.join(' · '))),
      together(tight(words.may), dense(scopes.map((scope) => words[`scope.${scope}`]))),
      together(tight(words.timeTitle), plain(fill(words.time, { from, until }))),
      plain(words.only),
      together(
        tight(words.changeTitle),
        plain(fill(change, { whom: whom(paper) })),
        plain(exceptions(texts, isChilds)),
        ...(isChilds ? brisLine(paper).map(plain) : []),
      ),
    ];
  };

function sayWhat({ withdrawalReceipt: words, consentGiven: given }: Texts, { what }: Receipt): string {
  if (what.kind === 'all') return words.all;
  if (what.kind === 'scope') return fill(words.scope, { scope: given[`scope.${what.scope}`] });
  return fill(words[what.kind], { [what.kind]: what.name });
}

/** The others: of one who signs alone there are none, and a child always has a guardian who signs. */
function othersLine({ withdrawalReceipt: words }: Texts, { signers }: Paper, { isChilds, meeting }: Receipt): string[] {
  if (signers.length < 2 && !isChilds) return [];
  return [meeting === null ? words.others : words.othersSee];
}

/** Only for whoever took something back. */
export function withdrawalReceipt(paper: Paper): Content[] {
  const texts = textsFor(paper);
  const { withdrawalReceipt: words } = texts;
  const { receipt } = paper;
  if (!receipt) return [title(words.title)];
  const { to, isChilds, day, clock, saidOn, what, meeting, planWith, isPlanHanded } = receipt;
  return [
    title(words.title),
    fact(words.to, isChilds ? texts.consentGiven.you : to),
    lead(words.only),
    fact(words.what, sayWhat(texts, receipt)),
    ...(saidOn ? [fact(words.said, saidOn)] : []),
    fact(words.when, fill(words.at, { day, clock })),
    ...(meeting === 'CANCELLED' ? [fact(words.meeting, words.cancelled)] : []),
    ...(meeting === 'WITHOUT' && what.kind === 'unit'
      ? [fact(words.meeting, fill(words.without, { unit: what.name }))]
      : []),
    ...(planWith.length > 0
      ? [
          together(
            heading(words.plan),
            plain(fill(isPlanHanded ? words.stays : words.mayStay, { who: planWith.join(' · ') })),
          ),
        ]
      : []),
    dense([
      ...othersLine(texts, paper, receipt),
      ...words.lines,
      exceptions(texts, isChilds),
      ...(isChilds ? brisLine(paper) : []),
    ]),
    factOrLine(words.ask, callerOf(paper)),
  ];
}
