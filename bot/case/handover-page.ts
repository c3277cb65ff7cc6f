import { handover } from '../../cards/case/handover.ts';
import { sayUnit } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { mayTakeOver } from '../../domain/handover.ts';
import { caseOf, definePage } from '../act.ts';

export const handoverPage = definePage(handover, (view) => {
  const file = caseOf(view);
  const { language, register } = view;
  return {
    data: {
      title: say(language, 'handover.title', { code: file.case.code }),
      next: say(language, 'handover.next'),
      people: mayTakeOver({ ...view, file }).map(({ id, name, role, unitId }) => ({
        title: `${name}, ${role} · ${sayUnit(register, unitId)}`,
        value: id,
      })),
    },
  };
});
