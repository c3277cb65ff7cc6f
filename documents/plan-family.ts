import type { Content } from 'pdfmake/interfaces.js';
import { bullets, field, heading, plain, together } from './layout.ts';
import { acuteNumbers, BLANK } from './numbers.ts';
import type { Paper } from './paper.ts';
import type { ToldPlan } from './plan-paper.ts';
import { allMeasures, planContent, planEnd, planTop, wordsOf } from './plan-parts.ts';
import { fill } from './texts/texts.ts';

const numberLine = (label: string, number: string | null): string => `${label}: ${number ?? BLANK}`;

/** Whom to ring when something is not done, and what to do when it is urgent. */
function numbersToRing(paper: Paper, { ring }: ToldPlan): Content[] {
  const words = wordsOf(paper);
  const { numbers } = paper;
  return [
    together(
      heading(words.ring),
      plain(`${numberLine(ring.unit, ring.phone)}${ring.holds ? `. ${words.ringHolds}` : ''}`),
      plain(words.ringElse),
      bullets([
        numberLine(words.patientBoard, numbers.patientBoard),
        numberLine(words.inspectorate, numbers.inspectorate),
      ]),
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
      ...planEnd(words, plan),
      ...(plan.consentTo ? [plain(fill(words.consent, { day: plan.consentTo }))] : []),
      ...(plan.signatures ? [field(words.received)] : []),
      ...allMeasures(words, plan),
    ];
  };
