import type { Content } from 'pdfmake/interfaces.js';
import { bullets, heading, lead, plain, title, writingLines } from './layout.ts';
import type { Paper } from './paper.ts';
import { fill, texts } from './texts/texts.ts';

/** What must be known before anybody says yes: gone through together, and left with the family. */
export function information({ word, youth }: Pick<Paper, 'word' | 'youth'>): Content[] {
  const sheet = texts.information;
  const values = { word };
  return [
    title(fill(youth ? sheet.titleYouth : sheet.title, values)),
    lead(fill(youth ? sheet.leadYouth : sheet.lead, values)),
    bullets(youth ? sheet.linesYouth : sheet.lines),
    heading(youth ? sheet.askTitleYouth : sheet.askTitle),
    plain(youth ? sheet.askYouth : sheet.ask),
    writingLines(2),
  ];
}
