import { readback } from '../../cards/sip/readback.ts';
import { sayPlan } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { reasonsToClose } from '../../domain/closing.ts';
import { currentPlan, goalsOf } from '../../domain/current.ts';
import { gapsInPlan, warningsOnPlan } from '../../domain/plan.ts';
import { wordsForMeeting } from '../../domain/talks.ts';
import { caseOf, definePage } from '../act.ts';
import { measureRows } from './measures-page.ts';
import { sayPart } from './say-part.ts';

export const readbackPage = definePage(readback, (view) => {
  const file = caseOf(view);
  const { language, register } = view;
  const plan = currentPlan(file);
  const gaps = gapsInPlan(file);
  return {
    data: {
      ...sayPart(view, 5),
      next: say(language, gaps.length > 0 ? 'readback.missing' : 'sip.readback'),
      ...sayPlan(language, register, plan, goalsOf(file, plan)),
      childWords: wordsForMeeting(file),
      childGoalMissing:
        plan?.childGoalMissing && !plan.childGoal ? say(language, `goalMissing.${plan.childGoalMissing}`) : null,
      measures: measureRows(view),
      noPlan: gaps.length > 0 && reasonsToClose(file).includes('NO_PLAN'),
      warnings: warningsOnPlan(file).map((key) => say(language, key)),
      missing: gaps.map(({ gap, at }) => ({ label: say(language, `gap.${gap}`), verb: `${at}.open` as const })),
    },
  };
});
