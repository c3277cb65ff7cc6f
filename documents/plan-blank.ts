import type { Content, TableCell } from 'pdfmake/interfaces.js';
import {
  beside,
  box,
  fact,
  field,
  fields,
  HALF,
  heading,
  lead,
  plain,
  table,
  title,
  together,
  writingLines,
} from './layout.ts';
import type { Paper } from './paper.ts';
import { wordsOf } from './plan-parts.ts';
import { fill, textsFor } from './texts/texts.ts';

const NEEDS = 3;
const GOALS = 3;
const ROWS = 2;
/** High enough to write in. Each its own: what one table has laid out stands otherwise in the next. */
const emptyRow = (): TableCell[] => [{ text: '', margin: [0, 9, 0, 9] }, {}, {}];

const boxes = (labels: readonly string[]): Content => ({ columns: labels.map((label) => box(label)) });
const numbered = (label: string, count: number): Content[] =>
  Array.from({ length: count }, (_, index) => field(fill(label, { n: String(index + 1) })));

/** For pen, in the same order as on the cards: whoever has no program at the table types it in afterwards. */
export function planBlank(paper: Paper): Content[] {
  const words = wordsOf(paper);
  const blank = textsFor(paper).planBlank;
  const head = [words.what, blank.unit, words.due];
  return [
    title(blank.title),
    lead(blank.lead),
    plain(blank.never),
    beside(fact(textsFor(paper).codeSlip.code, paper.code), field(blank.consent, HALF)),
    fields(words.name, blank.day),
    together(heading(words.question), writingLines(1)),
    together(heading(words.ownWords), writingLines(3), plain(blank.mayStand), boxes(blank.mayStandChoices)),
    together(heading(words.works), writingLines(2), heading(words.worksNot), writingLines(2)),
    together(heading(words.needs), ...numbered(blank.need, NEEDS)),
    heading(words.goals),
    ...Array.from({ length: GOALS }, (_, index) =>
      together(
        field(fill(blank.goal, { n: String(index + 1) })),
        table(null, head, Array.from({ length: ROWS }, emptyRow)),
      ),
    ),
    together(heading(words.ourselves), writingLines(2)),
    together(heading(words.others), writingLines(2)),
    together(
      heading(words.responsibility),
      plain(blank.principal),
      boxes(blank.principalChoices),
      field(blank.holds),
      beside(box(blank.undecided), field(blank.day, 200)),
    ),
    together(heading(words.open), field(blank.openUnit), field(blank.openUnit)),
    together(heading(words.crisis), field(blank.crisis)),
    together(heading(words.again), field(blank.againWhen), field(blank.againWho)),
    together(heading(words.present), field(blank.present), field(words.absent), field(words.childPart)),
    together(heading(words.told), field(blank.tells)),
    together(heading(words.copies), writingLines(2)),
  ];
}
