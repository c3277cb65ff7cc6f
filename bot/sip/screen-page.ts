import { screen } from '../../cards/sip/screen.ts';
import { sayDay } from '../../cards/texts/dates.ts';
import { sayMeasure, sayUnit } from '../../cards/texts/labels.ts';
import { sayNextMeeting } from '../../cards/texts/next-meeting.ts';
import { say } from '../../cards/texts/say.ts';
import { currentPlan, goalsOf, measuresOf, needsOf, openPointsOf } from '../../domain/current.ts';
import { isPromised } from '../../domain/measures.ts';
import { partOf } from '../../domain/meeting-pages.ts';
import { nameIn, partIn } from '../../domain/names.ts';
import { wordsInPlan } from '../../domain/own-words.ts';
import type { Goal, Measure, Plan } from '../../domain/rows/plan.ts';
import { caseOf, definePage, type View } from '../act.ts';
import { sayPart } from './say-part.ts';

/** Whom it may be shown to: everybody in the room. So nothing but the plan, and units without names. */
export const screenPage = definePage(screen, (view) => {
  const file = caseOf(view);
  const { language, register, posting } = view;
  const plan = currentPlan(file);
  const [needs, goals, measures] = [needsOf(file, plan), goalsOf(file, plan), measuresOf(file, plan)];
  const points = openPointsOf(file, plan).map(({ text, unitId }) => ({ what: text, about: sayUnit(register, unitId) }));
  const [theirs, ours] = [measures.filter(isPromised), measures.filter((measure) => !isPromised(measure))];
  const { strip, clock } = sayPart(view, partOf(nameIn(partIn(posting.page) ?? '')) ?? 3);
  const texts = {
    question: plan?.question ?? null,
    childGoal: plan ? wordsInPlan(plan) : null,
    works: plan?.works ?? null,
    worksNot: plan?.worksNot ?? null,
  };
  const rows = [needs, goals, measures, points];
  return {
    data: {
      title: say(language, 'case.titleState', { code: file.case.code, state: say(language, 'caseStatus.MEETING') }),
      next: say(language, 'screen.next'),
      strip,
      clock,
      isEmpty: Object.values(texts).every((text) => text === null) && rows.every((list) => list.length === 0),
      ...texts,
      needs: needs.map(({ text }) => text),
      goals: goals.map(({ ordinal: n, text }) => ({ n, text })),
      measures: theirs.map((measure) => ({ what: measure.what, about: sayDoing(view, plan, goals, measure) })),
      ours: ours.map(({ what, actor }) => ({ what, about: actor ? say(language, `actor.${actor}`) : '' })),
      openPoints: points,
      facts: plan ? sayFacts(view, plan) : [],
    },
  };
});

/** "Mål 1 · BUP Dalsland · senast fredag 27 mars" */
function sayDoing(view: View, plan: Plan | undefined, goals: readonly Goal[], measure: Measure): string {
  const { language, register } = view;
  const goal = goals.find(({ id }) => id === measure.goalId);
  return [
    ...(goal ? [say(language, 'goal.n', { n: goal.ordinal })] : []),
    sayUnit(register, measure.unitId),
    sayMeasure({ ...view, file: caseOf(view) }, plan, measure).stands,
  ].join(' · ');
}

function sayFacts(view: View, plan: Plan): string[] {
  const { language, register } = view;
  const again = sayNextMeeting(language, { register, file: caseOf(view) }, plan);
  return [
    plan.principal ? [say(language, 'screen.principal', { who: say(language, `principal.${plan.principal}`) })] : [],
    plan.ownerUnitId ? [say(language, 'screen.owner', { unit: sayUnit(register, plan.ownerUnitId) })] : [],
    plan.responsibilityByOn
      ? [say(language, 'screen.undecided', { day: sayDay(language, plan.responsibilityByOn) })]
      : [],
    again ? [say(language, 'screen.again', { day: again })] : [],
  ].flat();
}
