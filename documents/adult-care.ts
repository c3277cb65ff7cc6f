/**
 * What goes along to adult care, on paper, and only what is ticked and signed: the young person's own yes, before 18
 * together with whoever decides (OSL 12:3, FB 6:11). Nothing stands ticked.
 */
import type { Content } from 'pdfmake/interfaces.js';
import { box, factOrLine, field, fields, heading, lead, onNewPage, plain, subtle, title, together } from './layout.ts';
import { callerOf } from './numbers.ts';
import type { Paper } from './paper.ts';
import { measureTable, versionLine, wordsOf } from './plan-parts.ts';
import { fill, textsFor } from './texts/texts.ts';

export function adultCare(paper: Paper): Content[] {
  const { adultCare: words, common } = textsFor(paper);
  const { plan, youth, guardians } = paper;
  const goingOn = plan?.goingOn ?? [];
  const said = (who: string) => fields(fill(words.guardian, { who }), `${common.print}, ${common.date.toLowerCase()}`);
  return [
    title(words.title),
    lead(words.lead),
    fields(words.to, words.contact),
    field(words.first),
    together(
      heading(words.goesAlong),
      subtle(words.tick),
      box(plan ? fill(words.whole, { version: versionLine(wordsOf(paper), plan) }) : words.wholeBlank),
      ...words.choices.map((choice) => box(choice)),
    ),
    ...(goingOn.length > 0 ? [] : [field(words.goingOn)]),
    plain(`${words.back} ${common.exceptions}`),
    together(
      heading(words.signTitle),
      fields(words.young, `${common.print}, ${common.date.toLowerCase()}`),
      ...(youth ? [] : guardians.map(said)),
    ),
    factOrLine(words.ask, callerOf(paper)),
    // A sheet of its own: it is handed over, or it stays, by what was ticked.
    ...(goingOn.length > 0
      ? [onNewPage(words.goingOn), subtle(words.goingOnIf), measureTable(wordsOf(paper), goingOn)]
      : []),
  ];
}
