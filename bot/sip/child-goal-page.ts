import { childGoal } from '../../cards/sip/child-goal.ts';
import { say, type Voice } from '../../cards/texts/say.ts';
import { sayPromises } from '../../cards/texts/say-promises.ts';
import { currentPlan, lockedPlan } from '../../domain/current.ts';
import { dayOf, isAfter } from '../../domain/days.ts';
import { ownWordsOf, wordsInPlan } from '../../domain/own-words.ts';
import { promisesOf } from '../../domain/promises.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Plan } from '../../domain/rows/plan.ts';
import { childAnewToShow } from '../../domain/talk-anew.ts';
import { talkWith, wordsForMeeting } from '../../domain/talks.ts';
import { caseOf, definePage } from '../act.ts';
import { sayPart } from './say-part.ts';

/** The child first: own words, then what works and what is hard. */
export const childGoalPage = definePage(childGoal, (view) => {
  const file = caseOf(view);
  const [plan, last, words] = [currentPlan(file), lockedPlan(file), wordsForMeeting(file)];
  // Before the page is saved: what the child has said, and what the version before says. It is asked about anew.
  const begins = plan && isUntouched(plan) ? { words: firstWords(file, last), last } : null;
  return {
    data: {
      ...sayPart(view, 2),
      next: say(view.language, 'meet.start'),
      words: words ?? sayAnew(view.language, file),
      promises: sayPromises(view.language, promisesOf(file, last, view.today)),
    },
    values: {
      childGoal: plan?.childGoal ?? begins?.words ?? '',
      ownWords: ownWordsOf(plan) ?? '',
      works: plan?.works ?? begins?.last?.works ?? '',
      worksNot: plan?.worksNot ?? begins?.last?.worksNot ?? '',
      question: plan?.question ?? begins?.last?.question ?? '',
    },
  };
});

/** What the child has said before this follow-up, with its yes to showing it. */
function sayAnew(language: Voice, file: CaseFile): string | null {
  const { better, notBetter } = childAnewToShow(file) ?? {};
  const lines = [
    better ? `${say(language, 'meet.better')}: ${better}` : '',
    notBetter ? `${say(language, 'meet.notBetter')}: ${notBetter}` : '',
  ];
  return lines.filter(Boolean).join('\n') || null;
}

/** What the child has said in a talk, or at a follow-up without a new one what the version before says. */
function firstWords(file: CaseFile, last: Plan | undefined): string | null {
  const { lockedAt = null } = last ?? {};
  const heldOn = talkWith(file, 'CHILD')?.heldOn ?? null;
  const isNew = lockedAt === null || (heldOn !== null && isAfter(heldOn, dayOf(lockedAt)));
  return (isNew ? wordsForMeeting(file) : null) ?? (last ? wordsInPlan(last) : null);
}

const isUntouched = (plan: Plan): boolean =>
  ownWordsOf(plan) === null &&
  [plan.childGoal, plan.works, plan.worksNot, plan.question].every((text) => text === null);
