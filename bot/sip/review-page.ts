import { review } from '../../cards/sip/review.ts';
import { say } from '../../cards/texts/say.ts';
import { measuresToReview, reviewOf } from '../../domain/review.ts';
import { caseOf, definePage } from '../act.ts';
import { measureRows } from './measures-page.ts';
import { sayPart } from './say-part.ts';

export const reviewPage = definePage(review, (view) => {
  const file = caseOf(view);
  const { language } = view;
  const ongoing = measuresToReview(file);
  return {
    data: {
      ...sayPart(view, 3),
      next: say(language, 'sip.review'),
      measures: measureRows(view),
      rows: ongoing.map(({ id, ordinal }) => ({ id, label: say(language, 'measure.n', { n: ordinal }) })),
    },
    values: { ...Object.fromEntries(ongoing.map((measure, n) => [`m_${n}`, reviewOf(file, measure)])), newDay: '' },
  };
});
