import { OWN_TEXT_HOLDS, ownText } from '../../cards/followup/own-text.ts';
import { say } from '../../cards/texts/say.ts';
import { type PlanLine, sayPlanParts } from '../../cards/texts/say-plan.ts';
import { ownContentOf, type PlanCopy } from '../../domain/plan-copies.ts';
import { pageAt, pageNumber, pagesOf } from '../../domain/sheet.ts';
import { caseOf, definePage, type View } from '../act.ts';
import { copyOn, sayCopyTitle } from './say-copy.ts';

/** "Åtgärd 1: Samtal en gång i veckan. (BUP Dalsland · senast fre 13 mars)" */
const inPlainText = ({ lead, text, about }: PlanLine): string =>
  [lead && text ? `${lead}: ${text}` : text, text && about ? `(${about})` : about]
    .filter(Boolean)
    .join(' ')
    .replaceAll('**', '');

function paragraphsOf(view: View, copy: PlanCopy): string[] {
  const { language, register } = view;
  const parts = sayPlanParts({ language, register, ...ownContentOf(caseOf(view), copy, view.today) });
  const of = (name: 'goals' | 'meetAgain') => parts.find(({ part }) => part === name)?.lines ?? [];
  const [measures, again] = [of('goals'), of('meetAgain')];
  return [
    sayCopyTitle(view, copy),
    ...measures.map(inPlainText),
    ...again.map((line) => `${say(language, 'planPart.meetAgain')}: ${inPlainText(line)}`),
  ];
}

/** For the unit's own file: never anybody else's words, and not the child's. */
export const ownTextPage = definePage(ownText, (view) => {
  const { language, posting } = view;
  const copy = copyOn(view);
  const pages = copy ? pagesOf(paragraphsOf(view, copy), ({ length }) => length + 1, OWN_TEXT_HOLDS) : [];
  return {
    data: {
      title: sayCopyTitle(view, copy),
      next: say(language, copy ? 'copy.ownText' : 'copy.gone'),
      canShowMore: pages.length > 1,
    },
    values: { ownText: pageAt(pages, pageNumber(posting.page)).join('\n') },
  };
});
