import { paperOnlyLifted } from '../../cards/talks/paper-only-lifted.ts';
import { say } from '../../cards/texts/say.ts';
import { caseOf, definePage } from '../act.ts';

export const paperOnlyLiftedPage = definePage(paperOnlyLifted, (view) => ({
  data: {
    title: say(view.language, 'lift.title', { code: caseOf(view).case.code }),
    next: say(view.language, 'lift.next'),
  },
}));
