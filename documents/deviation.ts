import type { Content } from 'pdfmake/interfaces.js';
import { beside, box, fact, heading, lead, plain, subtle, title, writingLines } from './layout.ts';
import type { Paper } from './paper.ts';
import { fill, textsFor } from './texts/texts.ts';

/** A draft for the county's own system: what happened, not who. Nobody's name, and no line to write one on. */
export function deviation(paper: Pick<Paper, 'code' | 'youth' | 'language' | 'deviation' | 'links'>): Content[] {
  const { code, deviation: draft, links } = paper;
  const sheet = textsFor(paper).deviation;
  if (!draft) return [title(sheet.title)];
  return [
    title(sheet.title),
    lead(sheet.lead),
    ...(links.DEVIATIONS ? [plain(fill(sheet.register, { url: links.DEVIATIONS }))] : []),
    beside(fact(sheet.code, code), fact(sheet.type, draft.type)),
    beside(fact(sheet.day, draft.day), fact(sheet.unit, draft.unitKind)),
    heading(sheet.what),
    plain(draft.what),
    ...(draft.incident ? [plain(draft.incident)] : []),
    heading(sheet.consequence),
    ...draft.consequences.map(({ label, ticked }) => box(label, ticked)),
    heading(sheet.proposal),
    writingLines(4),
    subtle(sheet.last),
  ];
}
