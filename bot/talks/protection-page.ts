import { protection } from '../../cards/talks/protection.ts';
import { say } from '../../cards/texts/say.ts';
import { isPaperOnly } from '../../domain/gates.ts';
import { answersOf } from '../../domain/safety.ts';
import { caseOf, definePage } from '../act.ts';

/**
 * On paper only there is nothing to answer: a "no" here must not open the case again. The way out is a decision
 * (`lift-paper-only.ts`).
 */
export const protectionPage = definePage(protection, (view) => {
  const file = caseOf(view);
  const { language } = view;
  const onPaper = isPaperOnly(file);
  const { protectedIdentity, secretPlace } = answersOf(file.case.safety);
  return {
    data: {
      title: say(language, 'prot.title', { code: file.case.code }),
      next: say(language, onPaper ? 'next.paper' : 'prot.next'),
      onPaper: onPaper ? say(language, 'prot.locked') : null,
    },
    values: { protectedIdentity: protectedIdentity ?? '', secretPlace: secretPlace ?? '' },
  };
});
