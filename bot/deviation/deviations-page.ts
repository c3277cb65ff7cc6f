import { deviations } from '../../cards/deviation/deviations.ts';
import { sayDay } from '../../cards/texts/dates.ts';
import { sayUnit } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { BY_HAND, deviationKey, draftableDeviations } from '../../domain/deviations.ts';
import { unitsOf } from '../../domain/units-of.ts';
import { caseOf, definePage } from '../act.ts';

/** What the rules have found, then what only a person can know. */
export const deviationsPage = definePage(deviations, (view) => {
  const file = caseOf(view);
  const { language, register, today } = view;
  const found = draftableDeviations({ ...view, file });
  return {
    data: {
      title: say(language, 'dev.title', { code: file.case.code }),
      next: say(language, 'dev.next'),
      choices: [
        ...found.map((one) => ({
          title: `${say(language, `dev.${one.code}`)} · ${sayUnit(register, one.unitId)} · ${sayDay(language, one.on)}`,
          value: deviationKey(one),
        })),
        ...BY_HAND.map((code) => ({ title: say(language, `dev.${code}`), value: code })),
      ],
      unitChoices: unitsOf(file, today).map((id) => ({ title: sayUnit(register, id), value: id })),
    },
    values: { what: '', unit: '', decision: '' },
  };
});
