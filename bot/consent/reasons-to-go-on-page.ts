import { reasonsToGoOn } from '../../cards/consent/reasons-to-go-on.ts';
import { say } from '../../cards/texts/say.ts';
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
      askDiffer: differ,
    },
    values: { childNoReason: file.case.childNoReason ?? '', differReason: file.case.differReason ?? '' },
  };
});
