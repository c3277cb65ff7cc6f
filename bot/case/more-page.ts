import { more } from '../../cards/more.ts';
import { sayPartner } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { mayStart } from '../../domain/access.ts';
import { doorsOf } from '../../domain/doors.ts';
import { caseOf, definePage } from '../act.ts';

export const morePage = definePage(more, (view) => {
  const file = caseOf(view);
  const { language, today, viewer } = view;
  return {
    data: {
      title: say(language, 'more.title', { code: file.case.code }),
      next: say(language, 'help.next'),
      rows: doorsOf(file, today, viewer !== null && mayStart(viewer)).map(({ key, verb, who }) => ({
        label: say(language, `door.${key}`, { who: who ? sayPartner(language, file.case, who) : '' }),
        why: say(language, `doorWhy.${key}`),
        verb,
      })),
    },
  };
});
