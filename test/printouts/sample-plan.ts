import type { PlanGoal, PlanPaper, ToldPlan } from '../../documents/plan-paper.ts';
import { SAMPLE_PAPER } from './sample-paper.ts';

const planIn = ({ plan }: typeof SAMPLE_PAPER): PlanPaper => {
  if (!plan) throw new Error('the made-up case has a plan');
  return plan;
};
/** As much as a plan often holds. */
export const SAMPLE_PLAN = planIn(SAMPLE_PAPER);

/** With a copy of the whole for one unit, and nothing of its own for another. */
const handed = (plan: ToldPlan): PlanPaper => ({
  ...plan,
  parties: [
    { unit: 'BUP Dalsland', whole: true, joinedLate: false, plan },
    {
      unit: 'Vårdcentralen Lindängen',
      whole: false,
      joinedLate: false,
      plan: { ...plan, goals: plan.goals.slice(0, 1) },
    },
  ],
});

const LONG_WORD = 'Skolanpassningsuppföljningssamordningsansvarigmötesförberedelse';
const words = (length: number): string => 'Det går att säga mycket om det här. '.repeat(40).slice(0, length).trim();

const longGoal = (n: number): PlanGoal => ({
  text: `${n}. ${n === 1 ? LONG_WORD.repeat(2) : words(110)}`,
  about: 'till uppföljningen',
  measures: [0, 1]
    .map((of) => 2 * n - 1 + of)
    .filter((one) => one <= 60)
    .map((one) => ({
      n: one,
      what: one === 2 ? LONG_WORD.repeat(3) : words(60 + ((one * 37) % 340)),
      who: one % 3 === 0 ? `${LONG_WORD}, ${LONG_WORD}` : 'Barn- och ungdomshabiliteringen, Vänersborg, specialpedagog',
      due: 'ons 30 sep 2026',
      more: one % 4 === 0 ? `Hur ofta: ${words(80)}. Börjar onsdag 30 september 2026` : '',
    })),
});

/** As much as a plan can hold: forty goals and sixty measures, and words that have no end. */
export const LONG_PLAN = handed({
  ...SAMPLE_PLAN,
  question: LONG_WORD.repeat(3),
  ownWords: words(600),
  works: words(200),
  worksNot: LONG_WORD.repeat(3),
  needs: [words(120), LONG_WORD.repeat(2), words(120)],
  goals: Array.from({ length: 40 }, (_, index) => longGoal(index + 1)),
  news: Array.from({ length: 60 }, () => `Ny åtgärd: ${words(90)}`),
  openPoints: Array.from({ length: 10 }, () => ({ unit: LONG_WORD, text: words(200), by: 'onsdag 30 september 2026' })),
  crisisWhere: LONG_WORD.repeat(2),
});

/** Opened, and nothing written. */
const NOTHING: ToldPlan = {
  ...SAMPLE_PLAN,
  version: 1,
  lockedOn: null,
  news: [],
  question: null,
  ownWords: null,
  works: null,
  worksNot: null,
  needs: [],
  goals: [],
  goingOn: [],
  others: [],
  ourselves: [],
  responsibility: null,
  openPoints: [],
  crisisWhere: null,
  meetAgain: null,
  present: [],
  absentUnits: [],
  childPart: null,
  childTold: null,
  copies: ['Familjen', 'Elevhälsan, Dalboskolan (akten)'],
  partCopies: ['BUP Dalsland'],
  ring: { unit: 'Elevhälsan, Dalboskolan', phone: null, holds: false },
  consentTo: null,
};
export const EMPTY_PLAN: PlanPaper = {
  ...NOTHING,
  parties: [{ unit: 'BUP Dalsland', whole: false, joinedLate: false, plan: NOTHING }],
};

/** Locked before there were needs, a question and open points. */
export const OLDER_PLAN = handed({
  ...SAMPLE_PLAN,
  replaced: true,
  older: true,
  question: null,
  works: null,
  worksNot: null,
  needs: [],
});
