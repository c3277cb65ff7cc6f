import type { Content } from 'pdfmake/interfaces.js';
import { bullets, heading, lead, plain, title, writingLines } from './layout.ts';
import type { Paper } from './paper.ts';
import { fill, textsFor } from './texts/texts.ts';

/** What must be known before anybody says yes: gone through together, and left with the family. */
export function information(paper: Pick<Paper, 'word' | 'youth' | 'language'>): Content[] {
  const sheet = textsFor(paper).information;
  const values = { word: paper.word };
  return [
    title(fill(sheet.title, values)),
    lead(fill(sheet.lead, values)),
    bullets(sheet.lines),
    heading(sheet.askTitle),
    plain(sheet.ask),
    writingLines(2),
  ];
}
