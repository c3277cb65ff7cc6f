import type { PlanGoal, PlanPaper, ToldPlan } from '../../documents/plan-paper.ts';

/** Made up, and as much as a plan often holds. */
const TOLD: ToldPlan = {
  version: 2,
  lockedOn: 'tisdag 3 mars 2026',
  replaced: false,
  older: false,
  news: [
    'Ny åtgärd: Sömnskola i fyra veckor',
    'Ny dag: Bedömning av ångest (fre 17 apr 2026)',
    'Klart: Anpassat schema',
  ],
  question: 'Hur kan vi få skoldagarna att fungera fram till sommaren?',
  ownWords: 'Jag vill orka vara kvar till lunch. Och att någon möter mig vid dörren.',
  works: 'Bild och slöjd. Att ha en vuxen att gå till. Kvällarna hemma.',
  worksNot: 'Morgnarna. Rasterna när det är många ute.',
  needs: ['Orka vara i skolan hela dagen.', 'Sova om nätterna.'],
  goals: [
    {
      text: 'Vara i skolan hela dagar tre dagar i veckan före sommarlovet.',
      about: 'till uppföljningen',
      measures: [
        {
          n: 1,
          what: 'Anpassat schema med start klockan nio och en vuxen som möter vid entrén.',
          who: 'Elevhälsan, Dalboskolan, skolkurator',
          due: 'klart',
          more: '',
        },
        {
          n: 2,
          what: 'Samtal med mentor varje fredag.',
          who: 'Elevhälsan, Dalboskolan, utses senast tis 10 mars 2026',
          due: 'löpande',
          more: 'Hur ofta: en gång i veckan. Så märks det: färre sena morgnar',
        },
      ],
    },
    {
      text: 'Sova hela natten de flesta nätter.',
      about: 'eget mål, längre fram',
      measures: [
        {
          n: 3,
          what: 'Bedömning av sömn och ångest.',
          who: 'BUP Dalsland, psykolog',
          due: 'fre 17 apr 2026',
          more: '',
        },
        {
          n: 4,
          what: 'Sömnskola i fyra veckor.',
          who: 'Vårdcentralen Lindängen',
          due: 'fråga ställd',
          more: 'Efter åtgärd 3',
        },
      ],
    },
  ],
  others: ['Någon utanför kommun och region: Ridskolan har en plats på onsdagar.'],
  ourselves: ['Vårdnadshavare: Följer med till skolan de första morgnarna.'],
  responsibility: 'Kommunen. Elevhälsan, Dalboskolan håller ihop planen.',
  openPoints: [{ unit: 'Individ- och familjeomsorgen', text: 'Avlastning varannan helg.', by: 'fredag 20 mars 2026' }],
  crisisWhere: 'BUP Dalsland',
  meetAgain: 'torsdag 7 maj 2026',
  present: ['barnet', 'mamma', 'pappa', 'Elevhälsan, Dalboskolan', 'BUP Dalsland'],
  absentUnits: ['Vårdcentralen Lindängen'],
  childPart: 'En stund',
  childTold: 'Någon i skolan, senast tisdag 10 mars 2026',
  copies: ['Familjen', 'Elevhälsan, Dalboskolan (akten)', 'BUP Dalsland'],
  ring: { unit: 'Elevhälsan, Dalboskolan', phone: '0521-72 00 00', holds: true },
  caller: 'Elevhälsan, Dalboskolan',
  consentTo: 'onsdag 2 september 2026',
  signatures: false,
};

const OWN_MEASURE = {
  n: 4,
  what: 'Sömnskola i fyra veckor.',
  who: 'Vårdcentralen Lindängen',
  due: 'fråga ställd',
  more: 'Börjar måndag 9 mars 2026',
};

/** With a copy of the whole for one unit, and its own part for another. */
const handed = (plan: ToldPlan): PlanPaper => ({
  ...plan,
  parties: [
    { unit: 'BUP Dalsland', whole: true, plan },
    {
      unit: 'Vårdcentralen Lindängen',
      whole: false,
      plan: { ...plan, goals: [{ text: null, about: '', measures: [OWN_MEASURE] }] },
    },
  ],
});

export const SAMPLE_PLAN = handed(TOLD);

/** The same of somebody who is of age: as the case says it then. */
export const SAMPLE_PLAN_OF_YOUTH = handed({
  ...TOLD,
  ourselves: ['Den unge själv: Går hemifrån i god tid.'],
  present: ['den unge', 'Elevhälsan, Dalboskolan', 'BUP Dalsland'],
  copies: ['Den unge', 'Elevhälsan, Dalboskolan (akten)', 'BUP Dalsland'],
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
  ...TOLD,
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
  ...TOLD,
  version: 1,
  lockedOn: null,
  news: [],
  question: null,
  ownWords: null,
  works: null,
  worksNot: null,
  needs: [],
  goals: [],
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
  ring: { unit: 'Elevhälsan, Dalboskolan', phone: null, holds: false },
  consentTo: null,
};
export const EMPTY_PLAN: PlanPaper = {
  ...NOTHING,
  parties: [{ unit: 'BUP Dalsland', whole: false, plan: NOTHING }],
};

/** Locked before there were needs, a question and open points. */
export const OLDER_PLAN = handed({
  ...TOLD,
  replaced: true,
  older: true,
  question: null,
  works: null,
  worksNot: null,
  needs: [],
});
