import { closing } from '../../cards/sip/closing.ts';
import { sayPerson } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { currentPlan, lockedPlan } from '../../domain/current.ts';
import { responsiblePeople } from '../../domain/responsible.ts';
import { caseOf, definePage } from '../act.ts';
import { sayPart } from './say-part.ts';

export const closingPage = definePage(closing, (view) => {
  const file = caseOf(view);
  const { language, register } = view;
  const plan = currentPlan(file);
  const last = lockedPlan(file);
  return {
    data: {
      ...sayPart(view, 4),
      next: say(language, 'sip.closing'),
      ownerChoices: responsiblePeople({ ...view, file }).map(({ id }) => ({
        title: sayPerson(register, id),
        value: id,
      })),
    },
    values: {
      principal: plan?.principal ?? last?.principal ?? '',
      ownerPersonId: plan?.ownerPersonId ?? last?.ownerPersonId ?? '',
      followUpOn: plan?.followUpOn?.toString() ?? '',
    },
  };
});
