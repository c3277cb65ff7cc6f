import type { Content } from 'pdfmake/interfaces.js';
import { bullets, drawingFrame, heading, large, lead, title, together, writingLines } from './layout.ts';
import type { Paper } from './paper.ts';
import { fill, textsFor } from './texts/texts.ts';

/**
 * For the talk with one guardian, away from the screen: a sheet each, so that nobody reads the other's. What must not
 * be written down has no lines.
 */
export const guardianQuestions =
  (who: string) =>
  (paper: Paper): Content[] => {
    const sheet = textsFor(paper).guardianQuestions;
    return [
      title(fill(sheet.title, { who })),
      lead(sheet.lead),
      heading(sheet.firstTitle),
      bullets(sheet.first),
      {
        ol: sheet.questions.map((text) => ({ text, margin: [0, 0, 0, 5] as [number, number, number, number] })),
        fontSize: 13,
        margin: [0, 6, 0, 8],
      },
      heading(sheet.askTitle),
      bullets(sheet.ask),
    ];
  };

/** For the child: simple words by age, large; room to draw for the young, else lines. Nothing that is not for it. */
export function childQuestions(paper: Pick<Paper, 'ageBand' | 'youth' | 'language'>): Content[] {
  const sheet = textsFor(paper).childQuestions;
  const band = paper.ageBand ?? 'A6_11';
  const draws = band === 'A0_5' || band === 'A6_11';
  return [
    title(sheet.title),
    ...sheet[band].map(large),
    ...(draws ? [together(heading(sheet.draw), drawingFrame(260))] : [writingLines(4)]),
  ];
}

/** For whoever talks with the child: a sheet apart, that the child need not see. */
export function childTalk(paper: Pick<Paper, 'youth' | 'language'>): Content[] {
  const sheet = textsFor(paper).childQuestions;
  return [
    title(sheet.adultTitle),
    lead(sheet.adultLead),
    heading(sheet.rulesTitle),
    bullets(sheet.rules),
    heading(sheet.lastTitle),
    bullets(sheet.last),
  ];
}
