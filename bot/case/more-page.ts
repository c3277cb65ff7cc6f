import { more } from '../../cards/case/more.ts';
import { sayPartner } from '../../cards/texts/labels.ts';
import { say, type TextKey } from '../../cards/texts/say.ts';
import { mayStart } from '../../domain/access.ts';
import { caseDoorsOf, type Door, doorsOf } from '../../domain/doors.ts';
import type { Verb } from '../../domain/names.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { caseOf, definePage, type View } from '../act.ts';

const listOf = (title: TextKey, back: Verb, doors: (file: CaseFile, view: View) => Door[]) =>
  definePage(more, (view) => {
    const file = caseOf(view);
    const { language } = view;
    return {
      data: {
        title: say(language, title, { code: file.case.code }),
        next: say(language, 'help.next'),
        rows: doors(file, view).map(({ key, verb, who }) => ({
          label: say(language, `door.${key}`, { who: who ? sayPartner(language, file.case, who) : '' }),
          why: say(language, `doorWhy.${key}`),
          verb,
        })),
        back,
      },
    };
  });

export const morePage = listOf('more.title', 'guide.open', (file, view) => doorsOf({ ...view, file }));
export const moreCasePage = listOf('moreCase.title', 'more.open', (file, { viewer }) =>
  caseDoorsOf(file, viewer !== null && mayStart(viewer)),
);
