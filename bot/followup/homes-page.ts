import { homeInputs, homes } from '../../cards/followup/homes.ts';
import { capital } from '../../cards/texts/capital.ts';
import { sayPartner } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { lockedPlan } from '../../domain/current.ts';
import { copyAtHome, type Home, homesOf, wasAbsent } from '../../domain/plan-at-home.ts';
import type { PlanRecipient } from '../../domain/rows/plan-recipient.ts';
import { caseOf, definePage, type InputValues } from '../act.ts';

export const homesPage = definePage(homes, (view) => {
  const file = caseOf(view);
  const { language } = view;
  const plan = lockedPlan(file);
  const all = plan ? homesOf({ ...view, file }) : [];
  return {
    data: {
      title: say(language, 'homes.title', { code: file.case.code }),
      next: say(language, 'homes.next'),
      rows: all.map((home) => ({
        heading: capital(sayPartner(language, file.case, home)),
        ...homeInputs(home),
        asksTeller: plan && wasAbsent(file, plan, home) ? say(language, 'input.homeTeller') : '',
      })),
    },
    values: Object.assign({}, ...all.map((home) => valuesOf(home, plan && copyAtHome(file, plan, home)))),
  };
});

function valuesOf(home: Home, copy: PlanRecipient | undefined): InputValues {
  const { how, givenOn, tellerRole } = homeInputs(home);
  return {
    // Of a home that has none yet only who tells them may be known.
    [how]: copy?.givenOn ? copy.how : '',
    [givenOn]: copy?.givenOn?.toString() ?? '',
    [tellerRole]: copy?.tellerRole ?? '',
  };
}
