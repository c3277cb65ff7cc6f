import { review, reviewInput } from '../../cards/sip/review.ts';
import { sayMeasures } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { currentPlan, measuresOf } from '../../domain/current.ts';
import { measuresToReview, reviewOf, reviewsFor } from '../../domain/review.ts';
import { caseOf, definePage } from '../act.ts';
import { sayPart } from './say-part.ts';

export const reviewPage = definePage(review, (view) => {
  const file = caseOf(view);
  const { language, today } = view;
  const plan = currentPlan(file);
  const ongoing = measuresToReview(file);
  return {
    data: {
      ...sayPart(view, 3),
      next: say(language, 'sip.review'),
      measures: sayMeasures({ ...view, file }, plan, measuresOf(file, plan)).map(({ n, what, who, stands }) => {
        return { n, what, who, due: stands };
      }),
      rows: ongoing.map((measure) => ({
        input: reviewInput(measure.ordinal),
        label: say(language, 'measure.n', { n: measure.ordinal }),
        choices: reviewsFor(file, measure, today).map((one) => ({ title: say(language, `review.${one}`), value: one })),
      })),
    },
    values: {
      ...Object.fromEntries(ongoing.map((measure) => [reviewInput(measure.ordinal), reviewOf(file, measure)])),
      newDay: '',
    },
  };
});
