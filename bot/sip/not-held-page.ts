import { notHeld } from '../../cards/sip/not-held.ts';
import { say } from '../../cards/texts/say.ts';
import { caseOf, definePage } from '../act.ts';

export const notHeldPage = definePage(notHeld, (view) => ({
  data: {
    title: say(view.language, 'notHeld.title', { code: caseOf(view).case.code }),
    next: say(view.language, 'notHeld.next'),
  },
}));
