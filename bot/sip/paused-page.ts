import { paused } from '../../cards/sip/paused.ts';
import { say } from '../../cards/texts/say.ts';
import { caseOf, definePage } from '../act.ts';
import { sayPart } from './say-part.ts';

export const pausedPage = definePage(paused, (view) => {
  const { language } = view;
  return {
    data: {
      title: say(language, 'case.titleState', {
        code: caseOf(view).case.code,
        state: say(language, 'caseStatus.MEETING'),
      }),
      next: say(language, 'chair.pause'),
      clock: sayPart(view, 1).clock,
      saved: say(language, 'meet.saved'),
    },
  };
});
