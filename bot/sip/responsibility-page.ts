import { responsibility } from '../../cards/sip/responsibility.ts';
import { say } from '../../cards/texts/say.ts';
import { currentPlan, lockedPlan } from '../../domain/current.ts';
import { responsibleUnits } from '../../domain/responsible.ts';
import { caseOf, definePage } from '../act.ts';
import { sayPart } from './say-part.ts';

export const responsibilityPage = definePage(responsibility, (view) => {
  const file = caseOf(view);
  const { language } = view;
  const plan = currentPlan(file);
  const units = responsibleUnits({ ...view, file });
  // At a follow-up it begins with what the version before says, until something else is said.
  const isSaid = plan?.principal ?? plan?.ownerUnitId ?? plan?.responsibilityByOn ?? plan?.crisisWhere ?? null;
  const from = isSaid === null ? (lockedPlan(file) ?? plan) : plan;
  const owner = units.find(({ id }) => id === from?.ownerUnitId);
  return {
    data: {
      ...sayPart(view, 4),
      next: say(language, 'sip.responsibility'),
      ownerChoices: units.map(({ id, name }) => ({ title: name, value: id })),
    },
    values: {
      principal: from?.principal ?? '',
      ownerUnitId: owner?.id ?? '',
      responsibilityByOn: plan?.responsibilityByOn?.toString() ?? '',
      crisisWhere: from?.crisisWhere ?? '',
    },
  };
});
