import { delivered } from '../../cards/followup/delivered.ts';
import { deliveredOpen } from '../../cards/followup/delivered-open.ts';
import { say } from '../../cards/texts/say.ts';
import { contentOf, type PlanCopy } from '../../domain/plan-copies.ts';
import { pageAt, pageNumber, pagesOf, sizeOfRow } from '../../domain/sheet.ts';
import { caseOf, definePage, type View } from '../act.ts';
import { copyFacts, copyOn, sayCopyTitle, sayFiled, sayHolder, sayNews, sayYours } from './say-copy.ts';
import { sayWhereWeAre } from './say-where-we-are.ts';
import { partRows, sheetRows } from './sheet-rows.ts';

/** As it stands in the chat of who has it. */
export const deliveredPage = definePage(delivered, (view) => {
  const copy = copyOn(view);
  return {
    data: {
      title: sayCopyTitle(view, copy),
      next: copy ? sayNews(view, copy) : say(view.language, 'copy.gone'),
      facts: [...(copy ? [...yoursOf(view, copy), ...copyFacts(view, copy)] : []), ...sayHolder(view)],
      canShow: copy !== null,
    },
  };
});

const yoursOf = (view: View, copy: PlanCopy): string[] => [sayYours(view, copy)].filter((said) => said !== null);

const rowsOf = (view: View, copy: PlanCopy) => [
  ...partRows(say(view.language, 'where.title'), sayWhereWeAre(view, copy)),
  ...sheetRows({
    language: view.language,
    register: view.register,
    ...contentOf(caseOf(view), copy, view.today),
    headings: copy.whole ? {} : { goals: 'copy.ownMeasures' },
  }),
];

/** The words of it, for the one who pressed and may read them. */
export const deliveredOpenPage = definePage(deliveredOpen, (view) => {
  const { language, posting } = view;
  const copy = copyOn(view);
  const yours = copy && sayYours(view, copy);
  const filedOn = copy?.row.filedOn ?? null;
  const pages = copy ? pagesOf(rowsOf(view, copy), sizeOfRow) : [];
  return {
    data: {
      title: sayCopyTitle(view, copy),
      next: yours ?? say(language, copy ? 'measure.onlyYou' : 'copy.gone'),
      facts: [...(yours ? [say(language, 'measure.onlyYou')] : []), ...(copy ? copyFacts(view, copy) : [])],
      rows: pageAt(pages, pageNumber(posting.page)),
      canShowMore: pages.length > 1,
      after: [...(copy ? [filedOn ? sayFiled(view, filedOn) : say(language, 'copy.how')] : []), ...sayHolder(view)],
      isFiled: copy === null || filedOn !== null,
      canLetIn: copy?.row.personId === posting.personId,
    },
  };
});
