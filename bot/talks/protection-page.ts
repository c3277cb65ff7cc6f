import { protection } from '../../cards/protection.ts';
import { say } from '../../cards/texts/say.ts';
import { answersOf } from '../../domain/safety.ts';
import { caseOf, definePage } from '../act.ts';

export const protectionPage = definePage(protection, (view) => {
  const { case: row } = caseOf(view);
  const { language } = view;
  const { protectedIdentity, secretPlace } = answersOf(row.safety);
  return {
    data: { title: say(language, 'prot.title', { code: row.code }), next: say(language, 'prot.next') },
    values: { protectedIdentity: protectedIdentity ?? '', secretPlace: secretPlace ?? '' },
  };
});
