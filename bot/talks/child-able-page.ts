import { childAble } from '../../cards/talks/child-able.ts';
import { sayDate } from '../../cards/texts/dates.ts';
import { say, type TextKey } from '../../cards/texts/say.ts';
import { bandOf } from '../../domain/child-able.ts';
import { isJudged } from '../../domain/child-answer.ts';
import type { AgeBand } from '../../domain/codes.ts';
import { dayOf } from '../../domain/days.ts';
import { caseOf, definePage } from '../act.ts';

/** What is usual at an age is said, and nothing is chosen. */
const HINTS: Partial<Record<AgeBand, TextKey>> = { A12_14: 'able.hint.A12_14', A15_17: 'able.hint.A15_17' };

export const childAblePage = definePage(childAble, (view) => {
  const file = caseOf(view);
  const { language, today } = view;
  const { ageBand, childAble: able, childAbleSecond, childAbleAt, childAbleRole, code } = file.case;
  const hint = ageBand && HINTS[ageBand];
  const { needsSecond, unsureSigns } = bandOf(file.case);
  // An older judgement is no preset: it is judged anew.
  const stands = isJudged({ file });
  return {
    data: {
      title: say(language, 'able.title', { code }),
      next: say(language, 'able.next'),
      hint: hint ? say(language, hint) : null,
      what: say(language, unsureSigns ? 'able.what' : 'able.whatYoung'),
      askSecond: needsSecond,
      judged:
        stands && childAbleAt
          ? say(language, 'able.judged', {
              day: sayDate(language, dayOf(childAbleAt), today),
              role: childAbleRole || 'none',
            })
          : null,
    },
    values: { able: stands ? (able ?? '') : '', ableSecond: stands ? (childAbleSecond ?? '') : '' },
  };
});
