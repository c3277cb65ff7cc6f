import { close } from '../../cards/case/close.ts';
import { say } from '../../cards/texts/say.ts';
import { reasonsToClose } from '../../domain/closing.ts';
import { offersOf } from '../../domain/papers.ts';
import { caseOf, definePage } from '../act.ts';

export const closePage = definePage(close, (view) => {
  const file = caseOf(view);
  const { language, register } = view;
  const reasons = reasonsToClose(file);
  const { patientBoardPhone: board, inspectoratePhone: inspectorate } = register.settings;
  const numbers = { board: board || 'NONE', inspectorate: inspectorate || 'NONE' };
  return {
    data: {
      title: say(language, 'close.title', { code: file.case.code }),
      next: say(language, 'close.ask'),
      adultCare: offersOf(file, view.today).includes('adult-care') ? say(language, 'close.adultCare') : null,
      complain: reasons.includes('REQUEST_REFUSED') ? say(language, 'close.complain', numbers) : null,
      reasons: reasons.map((reason) => ({ title: say(language, `closeReason.${reason}`), value: reason })),
    },
  };
});
