import { childAble } from '../../cards/talks/child-able.ts';
import { bandOf } from '../../domain/child-able.ts';
import { asksWhetherAble, isAskedToShare } from '../../domain/child-answer.ts';
import { GOES_ON } from '../../domain/codes.ts';
import { homePage } from '../../domain/posting.ts';
import type { Change } from '../../domain/rows/case-file.ts';
import { type CaseContext, caseStep, invalid, type Outcome } from '../act.ts';
import { afterAnswer } from './after-answer.ts';

/** After the kallelse only where a child has said no: nothing that is going on is judged away. */
const isOpen = (context: CaseContext): boolean =>
  context.file.case.status === 'PREPARING'
    ? isAskedToShare(context.file.case, context.today)
    : asksWhetherAble(context);

/** What is kept of a judgement: what it says, the role, the day and the age. */
export const saveChildAble = caseStep({
  during: GOES_ON,
  inputsOn: 'childAble',
  form: () => childAble.form(),
  run(context): Outcome {
    const { form, file, person, now } = context;
    if (!isOpen(context)) return { code: 'expired', notice: { key: 'err.expired' }, page: homePage(file) };
    const { able, ableSecond } = form;
    if (!able) return invalid({ able: 'error.able' });
    const needsSecond = able === 'NO' && bandOf(file.case).needsSecond;
    if (needsSecond && !ableSecond) return invalid({ ableSecond: 'error.ableSecond' });
    const judged: Change = {
      in: 'case',
      id: file.case.id,
      set: {
        childAble: able,
        childAbleRole: person?.role ?? null,
        childAbleSecond: needsSecond ? ableSecond : null,
        childAbleAt: now,
        childAbleBand: file.case.ageBand,
      },
    };
    return afterAnswer(file, [judged], homePage(file));
  },
});

/** "Tillbaka": a judgement is made whole or not at all. */
export const leaveChildAble = caseStep({
  readsOnly: true,
  during: GOES_ON,
  run: ({ file }) => ({ code: 'ok', page: file.case.status === 'PREPARING' ? 'childMore' : homePage(file) }),
});
