import { letIn } from '../../cards/followup/let-in.ts';
import { say } from '../../cards/texts/say.ts';
import { personOf } from '../../domain/in-register.ts';
import { definePage } from '../act.ts';
import { copyOn, sayCopyTitle } from './say-copy.ts';

/** Who of the unit may read the copy in the place of the one who has it. */
export const letInPage = definePage(letIn, (view) => {
  const { language, register } = view;
  const copy = copyOn(view);
  const now = personOf(register, copy?.row.letInId);
  const colleagues = register.people.filter(
    ({ id, active, unitId }) => active && unitId === copy?.unitId && id !== copy.row.personId,
  );
  return {
    data: {
      title: sayCopyTitle(view, copy),
      next: say(language, copy ? 'copy.colleague' : 'copy.gone'),
      people: colleagues.map(({ id, name, role }) => ({ title: `${name}, ${role}`, value: id })),
      now: now ? say(language, 'copy.readsToo', { name: now.name }) : null,
    },
    values: { colleague: copy?.row.letInId ?? '' },
  };
});
