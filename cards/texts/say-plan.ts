/**
 * A version of the plan in words, part by part, in the order of its paper: for the read-back and for the locked plan.
 */
import type { Temporal } from 'temporal-polyfill';
import type { MeasureActor, VoiceKeeper } from '../../domain/codes.ts';
import { goalsOf, measuresOf, needsOf, openPointsOf } from '../../domain/current.ts';
import { isPromised, stateOf } from '../../domain/measures.ts';
import { wordsInPlan } from '../../domain/own-words.ts';
import type { Measure, Plan } from '../../domain/rows/plan.ts';
import type { PlanFile } from '../../domain/rows/plan-file.ts';
import type { Register } from '../../domain/rows/register.ts';
import { sayDay } from './dates.ts';
import { sayMeasures, sayOpenPoint, sayOwner } from './labels.ts';
import { sayNextMeeting } from './next-meeting.ts';
import { say, type TextKey, type Voice } from './say.ts';

/** `text` alone was typed. `measure`: whose row it is. */
export type PlanLine = { lead: string; text: string; about: string; measure?: Measure };

export type PlanPart = { part: PlanPartName; lines: PlanLine[] };

export type PlanPartName =
  | ('question' | 'ownWords' | 'now' | 'needs' | 'goals' | 'others' | 'ourselves')
  | ('responsibility' | 'openPoints' | 'crisis' | 'meetAgain' | 'childTold');

export type Saying = {
  language: Voice;
  register: Register;
  file: PlanFile;
  plan: Plan | undefined;
  today: Temporal.PlainDate;
};

const line = (more: Partial<PlanLine>): PlanLine => ({ lead: '', text: '', about: '', ...more });
const typed = (text: string | null, lead = ''): PlanLine[] => (text ? [line({ text, lead })] : []);
const said = (about: string | null): PlanLine[] => (about ? [line({ about })] : []);

/** Every part, also those that have nothing. */
export function sayPlanParts(saying: Saying): PlanPart[] {
  const { language, register, file, plan } = saying;
  const measures = measuresOf(file, plan);
  const by = (...actors: MeasureActor[]) => measures.filter(({ actor }) => actor !== null && actors.includes(actor));
  const parts: Record<PlanPartName, PlanLine[]> = {
    question: typed(plan?.question ?? null),
    ownWords: ownWords(saying),
    now: [
      ...typed(plan?.works ?? null, say(language, 'plan.works')),
      ...typed(plan?.worksNot ?? null, say(language, 'plan.worksNot')),
    ],
    needs: needsOf(file, plan).flatMap(({ text, ordinal }) => typed(text, say(language, 'need.n', { n: ordinal }))),
    goals: goalLines(saying, measures.filter(isPromised)),
    others: measureLines(saying, by('RELATIVE', 'OTHER')),
    ourselves: measureLines(saying, by('CHILD', 'GUARDIAN')),
    responsibility: responsibilityLines(saying),
    openPoints: openPointsOf(file, plan).map((point) =>
      line({ text: point.text, about: sayOpenPoint(language, register, point) }),
    ),
    crisis: typed(plan?.crisisWhere ?? null, say(language, 'plan.crisisWith')),
    meetAgain: said(sayNextMeeting(language, saying, plan)),
    childTold: said(plan ? sayTold(language, plan) : null),
  };
  return Object.entries(parts).map(([part, lines]) => ({ part: part as PlanPartName, lines }));
}

/** Without a yes of its own the child's words stand nowhere in the plan. */
function ownWords({ language, plan }: Saying): PlanLine[] {
  if (!plan) return [];
  const { ownWordsInPlan: asked, childGoalMissing } = plan;
  const words = wordsInPlan(plan);
  if (asked === 'NO' || asked === 'ASK_LATER') return said(say(language, 'plan.ownWordsNot'));
  return words ? typed(words) : said(childGoalMissing && say(language, `goalMissing.${childGoalMissing}`));
}

/** Each goal with its measures under it; those that serve none come last. */
function goalLines(saying: Saying, measures: readonly Measure[]): PlanLine[] {
  const { language, file, plan } = saying;
  const goals = goalsOf(file, plan);
  const about = ({ own, term }: (typeof goals)[number]) =>
    [own ? say(language, 'goal.own') : [], term ? say(language, `term.${term}`) : []].flat().join(' · ');
  return [
    ...goals.flatMap((goal) => [
      line({ lead: say(language, 'goal.n', { n: goal.ordinal }), text: goal.text, about: about(goal) }),
      ...measureLines(
        saying,
        measures.filter(({ goalId }) => goalId === goal.id),
      ),
    ]),
    ...measureLines(
      saying,
      measures.filter(({ goalId }) => !goals.some(({ id }) => id === goalId)),
    ),
  ];
}

function measureLines(saying: Saying, measures: readonly Measure[]): PlanLine[] {
  return sayMeasures(saying, saying.plan, measures).flatMap(({ n, what, who, when, state }, index) => {
    const measure = measures[index];
    if (!measure) return [];
    const { language } = saying;
    // Before it is locked nothing of it goes on yet: only what is a question, or done, is worth a word.
    const isPlain = saying.plan?.lockedAt === null && stateOf(saying.file, measure, saying.today) === 'ONGOING';
    const promised = isPromised(measure) ? ` · ${when}${isPlain ? '' : ` · **${state}**`}` : '';
    return [
      line({ lead: say(language, 'measure.n', { n }), text: what, about: `${who}${promised}`, measure }),
      ...typed(measure.often, say(language, 'plan.often')),
      ...typed(measure.sign, say(language, 'plan.sign')),
    ];
  });
}

function responsibilityLines({ language, register, plan }: Saying): PlanLine[] {
  const { principal, responsibilityByOn: by } = plan ?? {};
  const owner = sayOwner(register, plan);
  const row = (lead: TextKey, about: string | null | undefined) =>
    about ? [line({ about: `${say(language, lead)} ${about}` })] : [];
  return [
    ...row('plan.principal', principal && say(language, `principal.${principal}`)),
    ...row('plan.owner', owner),
    ...said(by ? say(language, 'plan.managersDecide', { day: sayDay(language, by) }) : null),
  ];
}

function sayTold(language: Voice, { childTellerRole, childTellByOn }: Plan): string | null {
  if (!childTellerRole || !childTellByOn) return null;
  const values = { who: sayTeller(language, childTellerRole), day: sayDay(language, childTellByOn) };
  return say(language, 'plan.childToldBy', values);
}

/** To everybody who reads it: "Du som kallar" is how the one who calls chooses it. */
const sayTeller = (language: Voice, role: VoiceKeeper): string =>
  say(language, role === 'CONVENER' ? 'plan.tellerCalled' : `voiceKeeper.${role}`);
