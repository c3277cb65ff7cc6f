import { childGoal } from '../../cards/sip/child-goal.ts';
import type { PageName } from '../../domain/names.ts';
import { ownWordsAs } from '../../domain/own-words.ts';
import { caseStep, invalid, type Outcome } from '../act.ts';
import { openPlan } from './open-plan.ts';

/** "Nästa" asks for words where they are to stand in the plan; "Tillbaka" keeps what is there. */
export const saveChildGoal = (page: PageName, isAsked = false) =>
  caseStep({
    during: ['MEETING'],
    inputsOn: 'childGoal',
    typed: ['childGoal', 'works', 'worksNot', 'question'],
    form: () => childGoal.form(),
    run({ form: { childGoal, ownWords, ...rest }, file }): Outcome {
      const plan = openPlan(file);
      if (isAsked && ownWords === 'YES' && !childGoal) return invalid({ childGoal: 'error.ownWords' });
      return {
        code: 'ok',
        changes: [{ in: 'plan', id: plan.id, set: { ...ownWordsAs(ownWords, childGoal), ...rest } }],
        page,
      };
    },
  });
