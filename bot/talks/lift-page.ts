import { lift } from '../../cards/talks/lift.ts';
import { say } from '../../cards/texts/say.ts';
import { caseOf, definePage } from '../act.ts';

export const liftPage = definePage(lift, (view) => ({
  data: {
    title: say(view.language, 'lift.title', { code: caseOf(view).case.code }),
    next: say(view.language, 'lift.next'),
  },
}));
