import type { Content } from 'pdfmake/interfaces.js';
import { fact, field, lead, plain, title } from './layout.ts';
import type { Paper } from './paper.ts';
import { textsFor } from './texts/texts.ts';

/** Code ↔ child, by hand, for the unit's own file: the only place where the two meet. */
export function codeSlip(paper: Pick<Paper, 'code' | 'youth' | 'language'>): Content[] {
  const slip = textsFor(paper).codeSlip;
  return [
    title(slip.title),
    lead(slip.lead),
    fact(slip.code, paper.code),
    ...slip.fields.map((label) => field(label)),
    plain(slip.keep),
  ];
}
