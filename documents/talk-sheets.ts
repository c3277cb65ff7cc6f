import type { Content } from 'pdfmake/interfaces.js';
import type { AgeBand } from '../domain/codes.ts';
import { bullets, drawingFrame, field, heading, large, lead, plain, title, together, writingLines } from './layout.ts';
import { brisLine } from './numbers.ts';
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

/** Those who draw more than they write get a frame, of this height; the others lines under each question. */
const FRAMES: Partial<Record<AgeBand, number>> = { A0_5: 260, A6_11: 560 };

/**
 * For the child: who asks, why, and where its words go; then simple words by age. What must not be written down has no
 * lines. Nothing that is not for it.
 */
export function childQuestions(paper: Paper): Content[] {
  const sheet = textsFor(paper).childQuestions;
  const band = paper.ageBand ?? 'A6_11';
  const frame = FRAMES[band];
  return [
    title(sheet.title),
    lead(sheet.intro),
    field(sheet.talker),
    ...sheet[band].map((question) =>
      frame ? large(question) : together({ text: question, fontSize: 14 }, writingLines(2)),
    ),
    ...(paper.youth || band === 'A0_5' ? [] : [plain(sheet.apart), ...brisLine(paper).map(plain)]),
    ...(paper.mayOwnSign ? [plain(sheet.ownForm)] : []),
    ...(frame ? [together(heading(sheet.draw), drawingFrame(frame))] : []),
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
    heading(sheet.askTitle),
    bullets(sheet.ask),
    heading(sheet.lastTitle),
    bullets(sheet.last),
  ];
}
