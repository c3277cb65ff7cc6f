import type { Content } from 'pdfmake/interfaces.js';
import { fact, field, lead, plain, title } from './layout.ts';
import type { Paper } from './paper.ts';
import { textsFor } from './texts/texts.ts';

/** Code ↔ child, by hand, for the unit's own file: the only place where the two meet. */
export function codeSlip({ code, youth }: Pick<Paper, 'code' | 'youth'>): Content[] {
  const slip = textsFor({ youth }).codeSlip;
  return [title(slip.title), lead(slip.lead), fact(slip.code, code), ...slip.fields.map(field), plain(slip.keep)];
}
