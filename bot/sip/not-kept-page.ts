import { notKept } from '../../cards/sip/not-kept.ts';
import { say } from '../../cards/texts/say.ts';
import { caseOf, definePage } from '../act.ts';

export const notKeptPage = definePage(notKept, (view) => {
  const { language, typed } = view;
  return {
    data: {
      title: say(language, 'case.titleState', {
        code: caseOf(view).case.code,
        state: say(language, `caseStatus.${caseOf(view).case.status}`),
      }),
      next: say(language, 'notKept.next'),
    },
    values: { typed: typed.join('\n\n') },
  };
});
