import type { Content } from 'pdfmake/interfaces.js';
import { bullets, field, heading, plain, together } from './layout.ts';
import { acuteNumbers, BLANK, numberLines } from './numbers.ts';
import type { Paper } from './paper.ts';
import type { ToldPlan } from './plan-paper.ts';
import { allMeasures, planContent, planEnd, planTop, wordsOf } from './plan-parts.ts';
import { textsFor } from './texts/texts.ts';

/** Whom to ring when something is not done, and what to do when it is urgent. */
function numbersToRing(paper: Paper, { ring }: ToldPlan): Content[] {
  const words = wordsOf(paper);
  const { information } = textsFor(paper);
  const complain = numberLines([
    [information.patientBoard, paper.numbers.patientBoard],
    [information.inspectorate, paper.numbers.inspectorate],
  ]);
  return [
    together(
      heading(words.ring),
      plain(`${ring.unit}: ${ring.phone ?? BLANK}${ring.holds ? `. ${words.ringHolds}` : ''}`),
      plain(words.ringElse),
      ...(complain.length > 0 ? [bullets(complain)] : []),
    ),
    together(heading(words.acute), bullets(acuteNumbers(paper, BLANK))),
  ];
}

/** The family's own, one for each home. */
export const planFamily =
  (plan: ToldPlan, to: string | null) =>
  (paper: Paper): Content[] => {
    const words = wordsOf(paper);
    return [
      ...planTop(words, plan, words.title),
      to ? plain(`${words.to} ${to}`) : field(words.to),
      ...planContent(words, plan, words.ourselves),
      ...numbersToRing(paper, plan),
      // The last day that all have in common would tell that somebody's ends before one's own.
      planEnd(words, plan, [plain(words.consent)]),
      ...(plan.signatures ? [field(words.received)] : []),
      ...allMeasures(words, plan),
    ];
  };
