/** The child's own page: what was decided, told and handed over in person, never sent home with a parent. */
import type { Content } from 'pdfmake/interfaces.js';
import { capital } from '../cards/texts/capital.ts';
import {
  beside,
  bullets,
  drawingFrame,
  factOrLine,
  field,
  HALF,
  heading,
  large,
  lead,
  plain,
  title,
  together,
} from './layout.ts';
import { callerOf } from './numbers.ts';
import type { Paper } from './paper.ts';
import { fill, textsFor } from './texts/texts.ts';

export type ChildPage = {
  /** In the child's own words, where the child lets them stand in the plan. */
  said: string | null;
  sentences: string[];
  /** What a unit does soonest: by when, "Någon från BUP", what. */
  first: { day: string; unit: string; what: string } | null;
  /** "maj 2026" */
  month: string | null;
  /** Who tells the child: "Skolkurator", "Någon i skolan". */
  teller: string | null;
};

/** Longer words of the child's own stand smaller, so that all of it has room on one page. */
const LARGE_TO = 120;

export function childPage(paper: Paper): Content[] {
  const { childPage: words, plan: planWords } = textsFor(paper);
  const page = paper.childPage;
  if (!page) return [title(words.title)];
  const { said, sentences, first, month, teller } = page;
  const bris = paper.numbers.more.find(({ who }) => who === 'BRIS');
  return [
    title(words.title),
    large(words.lead),
    ...(said ? [together(heading(words.said), (said.length > LARGE_TO ? lead : large)(`”${said}”`))] : []),
    together(heading(words.now), bullets(sentences, 16)),
    // The youngest see it instead.
    ...(paper.ageBand === 'A0_5' ? [plain(words.draw), drawingFrame(150)] : []),
    ...(first ? [together(heading(words.first), lead(fill(words.firstLine, first)))] : []),
    ...(month ? [together(heading(words.again), lead(fill(words.againLine, { month: capital(month) })))] : []),
    // Whom to talk to is never half of it on another page.
    together(
      heading(words.ask),
      beside(field(teller ?? '', HALF), factOrLine(words.askNumber, callerOf(paper), HALF)),
      lead(words.wrong),
      heading(words.danger),
      bullets([words.sos, ...(bris ? [`${planWords['acute.BRIS']}: ${bris.number}`] : [])]),
    ),
  ];
}
