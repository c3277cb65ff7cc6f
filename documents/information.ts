import type { Content } from 'pdfmake/interfaces.js';
import { bullets, heading, lead, plain, title, writingLines } from './layout.ts';
import type { Paper } from './paper.ts';
import { fill, textsFor } from './texts/texts.ts';

/** What must be known before anybody says yes: gone through together, and left with the family. */
export function information({ word, youth }: Pick<Paper, 'word' | 'youth'>): Content[] {
  const sheet = textsFor({ youth }).information;
  const values = { word };
  return [
    title(fill(sheet.title, values)),
    lead(fill(sheet.lead, values)),
    bullets(sheet.lines),
    heading(sheet.askTitle),
    plain(sheet.ask),
    writingLines(2),
  ];
}
