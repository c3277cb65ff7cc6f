import type { PlanPaper } from '../../documents/plan-paper.ts';

/** Made up, and as much as a plan often holds. */
export const SAMPLE_PLAN: PlanPaper = {
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
          who: 'Elevhälsan, Dalboskolan, utses senast tis 10 mars',
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
  parties: [
    { unit: 'BUP Dalsland', whole: true, measures: [] },
    {
      unit: 'Vårdcentralen Lindängen',
      whole: false,
      measures: [
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
  ring: { unit: 'Elevhälsan, Dalboskolan', phone: '0521-72 00 00', holds: true },
  caller: 'Elevhälsan, Dalboskolan',
  consentTo: 'onsdag 2 september 2026',
  signatures: false,
};

/** The same of somebody who is of age: as the case says it then. */
export const SAMPLE_PLAN_OF_YOUTH: PlanPaper = {
  ...SAMPLE_PLAN,
  ourselves: ['Den unge själv: Går hemifrån i god tid.'],
  present: ['den unge', 'Elevhälsan, Dalboskolan', 'BUP Dalsland'],
  copies: ['Den unge', 'Elevhälsan, Dalboskolan (akten)', 'BUP Dalsland'],
};
