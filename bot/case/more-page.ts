import { more } from '../../cards/more.ts';
import { sayPartner, youthIn } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { doorsOf } from '../../domain/doors.ts';
import { caseOf, definePage } from '../act.ts';

export const morePage = definePage(more, (view) => {
  const file = caseOf(view);
  const { language, today } = view;
  return {
    data: {
      title: say(language, 'more.title', { code: file.case.code }),
      next: say(language, 'help.next'),
      rows: doorsOf(file, today).map(({ key, verb, who }) => ({
        label: say(language, `door.${key}`, { who: who ? sayPartner(language, file.case, who) : '', youth: youthIn(file.case, today) }),
        why: say(language, `doorWhy.${key}`),
        verb,
      })),
    },
  };
});
