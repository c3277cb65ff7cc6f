import { childOwn } from '../../cards/talks/child-own.ts';
import { say } from '../../cards/texts/say.ts';
import { talkWith } from '../../domain/talks.ts';
import { caseOf, definePage } from '../act.ts';

export const childOwnPage = definePage(childOwn, (view) => {
  const file = caseOf(view);
  const { language } = view;
  const talk = talkWith(file, 'CHILD');
  return {
    data: { title: say(language, 'childOwn.title', { code: file.case.code }), next: say(language, 'childOwn.next') },
    values: { ownConsentOn: talk?.ownConsentOn?.toString() ?? '', ownConsentMethod: talk?.ownConsentMethod ?? 'PAPER' },
  };
});
