import { more } from '../../cards/case/more.ts';
import { remindIn } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { caseOf, definePage } from '../act.ts';

const WAYS = [
  { key: 'meet', verb: 'childVoice.open' },
  { key: 'move', verb: 'childAbsent.move' },
  { key: 'cancel', verb: 'cancel.open' },
] as const;

/** The child cannot come: the family chooses. It is nobody's deviation. */
export const childAbsentPage = definePage(more, (view) => {
  const file = caseOf(view);
  const { language } = view;
  const values = { remind: remindIn(file) };
  return {
    data: {
      back: 'guide.open' as const,
      title: say(language, 'childAbsent.title', { code: file.case.code, ...values }),
      next: say(language, 'childAbsent.next', values),
      rows: WAYS.map(({ key, verb }) => ({
        label: say(language, `way.${key}`),
        why: say(language, `wayWhy.${key}`, values),
        verb,
      })),
    },
  };
});
