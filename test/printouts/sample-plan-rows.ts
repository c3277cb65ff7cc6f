/** The made-up case's plan: a first version, and the second with what is new in it. */
import { Temporal } from 'temporal-polyfill';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { newGoal, newMeasure, newNeed, newOpenPoint, newPlan } from '../../domain/rows/plan.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const at = (text: string) => Temporal.Instant.from(`${text}:00+01:00`);

const PLAN = newPlan({
  id: 'plan-2',
  caseId: 'case',
  meetingId: '2-meeting',
  version: 2,
  question: 'Hur kan vi få skoldagarna att fungera fram till sommaren?',
  childGoal: 'Jag vill orka vara kvar till lunch. Och att någon möter mig vid dörren.',
  ownWordsInPlan: 'YES',
  works: 'Bild och slöjd. Att ha en vuxen att gå till. Kvällarna hemma.',
  worksNot: 'Morgnarna. Rasterna när det är många ute.',
  principal: 'MUNICIPALITY',
  ownerUnitId: 'elevhalsan',
  crisisWhere: 'BUP Dalsland',
  childPage: [
    'Du får en lugn plats i klassrummet, nära dörren.',
    'Någon på BUP pratar med dig om sömnen.',
    'Vi ringer hem varje vecka och frågar hur det går.',
  ].join('\n'),
  childTellerRole: 'SCHOOL_STAFF',
  childTellByOn: day('2026-03-10'),
  followUpOn: day('2026-05-07'),
  lockedAt: at('2026-03-03T14:00'),
});
const BEFORE = newPlan({
  id: 'plan-1',
  caseId: 'case',
  meetingId: '1-earlier',
  version: 1,
  lockedAt: at('2025-12-02T14:00'),
});

const inPlan = { planId: PLAN.id };
const BOTH_PLANS = {
  schedule: 'Anpassat schema med start klockan nio och en vuxen som möter vid entrén.',
  assessment: 'Bedömning av sömn och ångest',
};

export const PLAN_ROWS: Pick<CaseFile, 'plans' | 'needs' | 'goals' | 'measures' | 'openPoints'> = {
  plans: [BEFORE, PLAN],
  needs: [
    newNeed({ ...inPlan, id: 'need-1', ordinal: 1, text: 'Orka vara i skolan hela dagen.' }),
    newNeed({ ...inPlan, id: 'need-2', ordinal: 2, text: 'Sova om nätterna.' }),
  ],
  goals: [
    newGoal({
      ...inPlan,
      id: 'goal-1',
      ordinal: 1,
      text: 'Vara i skolan hela dagar tre dagar i veckan före sommarlovet.',
    }),
    newGoal({
      ...inPlan,
      id: 'goal-2',
      ordinal: 2,
      text: 'Sova hela natten de flesta nätter.',
      own: true,
      term: 'LATER',
    }),
  ],
  measures: [
    newMeasure({ id: 'm-1', planId: BEFORE.id, ordinal: 1, what: BOTH_PLANS.schedule, unitId: 'elevhalsan' }),
    newMeasure({
      id: 'm-3',
      planId: BEFORE.id,
      ordinal: 2,
      what: BOTH_PLANS.assessment,
      unitId: 'bup',
      dueOn: day('2026-02-27'),
    }),
    newMeasure({
      ...inPlan,
      id: 'n-1',
      rootId: 'm-1',
      ordinal: 1,
      goalId: 'goal-1',
      what: BOTH_PLANS.schedule,
      unitId: 'elevhalsan',
      personId: 'kurator',
      state: 'DONE',
    }),
    newMeasure({
      ...inPlan,
      id: 'n-2',
      ordinal: 2,
      goalId: 'goal-1',
      what: 'Samtal med mentor varje fredag.',
      unitId: 'elevhalsan',
      appointByOn: day('2026-03-10'),
      often: 'en gång i veckan',
      sign: 'färre sena morgnar',
    }),
    newMeasure({
      ...inPlan,
      id: 'n-3',
      rootId: 'm-3',
      ordinal: 3,
      goalId: 'goal-2',
      what: BOTH_PLANS.assessment,
      unitId: 'bup',
      personId: 'psykolog',
      dueOn: day('2026-04-17'),
    }),
    newMeasure({
      ...inPlan,
      id: 'n-4',
      ordinal: 4,
      goalId: 'goal-2',
      what: 'Sömnskola i fyra veckor.',
      unitId: 'vardcentralen',
      afterRootId: 'm-3',
    }),
    newMeasure({
      ...inPlan,
      id: 'n-5',
      ordinal: 5,
      what: 'Ridskolan har en plats på onsdagar.',
      unitId: 'elevhalsan',
      actor: 'OTHER',
    }),
    newMeasure({
      ...inPlan,
      id: 'n-6',
      ordinal: 6,
      what: 'Följer med till skolan de första morgnarna.',
      unitId: 'elevhalsan',
      actor: 'GUARDIAN',
    }),
  ],
  openPoints: [
    newOpenPoint({
      ...inPlan,
      id: 'open-1',
      ordinal: 1,
      unitId: 'ifo',
      text: 'Avlastning varannan helg.',
      decideByOn: day('2026-03-20'),
    }),
  ],
};
