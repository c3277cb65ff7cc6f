import { close } from '../../cards/case/close.ts';
import { say } from '../../cards/texts/say.ts';
import { reasonsToClose } from '../../domain/closing.ts';
import { caseOf, definePage } from '../act.ts';

export const closePage = definePage(close, (view) => {
  const file = caseOf(view);
  const { language } = view;
  return {
    data: {
      title: say(language, 'close.title', { code: file.case.code }),
      next: say(language, 'close.ask'),
      reasons: reasonsToClose(file).map((reason) => ({ title: say(language, `closeReason.${reason}`), value: reason })),
    },
  };
});
