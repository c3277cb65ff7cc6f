import { reasonsToGoOn } from '../../cards/consent/reasons-to-go-on.ts';
import { say } from '../../cards/texts/say.ts';
import { bandOf } from '../../domain/child-able.ts';
import { asksForReason } from '../../domain/warnings.ts';
import { caseOf, definePage } from '../act.ts';

export const reasonsToGoOnPage = definePage(reasonsToGoOn, (view) => {
  const file = caseOf(view);
  const { language } = view;
  const { childNo, differ } = asksForReason({ ...view, file });
  return {
    data: {
      title: say(language, 'goOn.title', { code: file.case.code }),
      next: say(language, 'goOn.next'),
      askChildNo: childNo,
      askSecond: childNo && bandOf(file.case).needsSecond,
      askDiffer: differ,
    },
    values: {
      childNoAnswer: file.case.childNoAnswer ?? '',
      childNoRole: file.case.childNoRole ?? '',
      childNoOn: file.case.childNoOn?.toString() ?? '',
      childNoSecond: file.case.childNoSecond ?? '',
      differReason: file.case.differReason ?? '',
    },
  };
});
