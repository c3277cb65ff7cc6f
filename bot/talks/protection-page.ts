import { protection } from '../../cards/protection.ts';
import { say } from '../../cards/texts/say.ts';
import { caseOf, definePage } from '../act.ts';

export const protectionPage = definePage(protection, (view) => {
  const { case: row } = caseOf(view);
  const { language } = view;
  return {
    data: { title: say(language, 'prot.title', { code: row.code }), next: say(language, 'prot.next') },
    values: { protectedIdentity: row.protectedIdentity ?? '', secretPlace: row.secretPlace ?? '' },
  };
});
