import { childAble } from '../../cards/talks/child-able.ts';
import { withChanges } from '../../domain/changes.ts';
import { bandOf } from '../../domain/child-able.ts';
import { asksWhetherAble, isAskedToShare } from '../../domain/child-answer.ts';
import { GOES_ON } from '../../domain/codes.ts';
import { mayKeepFromGuardians } from '../../domain/consent.ts';
import { homePage } from '../../domain/posting.ts';
import type { Change } from '../../domain/rows/case-file.ts';
import { type CaseContext, caseStep, invalid, type Outcome, old } from '../act.ts';
import { afterAnswer } from './after-answer.ts';

/** After the kallelse only where a child has said no: nothing that is going on is judged away. */
const isOpen = (context: CaseContext): boolean =>
  context.file.case.status === 'PREPARING'
    ? isAskedToShare(context.file.case, context.today)
    : asksWhetherAble(context);

/** Who is now judged able has not been asked for what the guardians are not to know. */
const hasOneMore = ({ file, today }: CaseContext, judged: Change): boolean =>
  file.case.status === 'PREPARING' &&
  !mayKeepFromGuardians(file.case, today) &&
  mayKeepFromGuardians(withChanges(file, [judged]).case, today);

/** What is kept of a judgement: what it says, the role, the day and the age. */
export const saveChildAble = caseStep({
  during: GOES_ON,
  inputsOn: 'childAble',
  form: () => childAble.form(),
  run(context): Outcome {
    const { form, file, person, now } = context;
    if (!isOpen(context)) return old(file);
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
    const asksMore = hasOneMore(context, judged);
    const outcome = afterAnswer(file, [judged], asksMore ? 'childMore' : homePage(file));
    return outcome.page === 'childMore' ? { ...outcome, notice: { key: 'able.oneMore' }, aside: true } : outcome;
  },
});

/** "Tillbaka": a judgement is made whole or not at all. */
export const leaveChildAble = caseStep({
  readsOnly: true,
  during: GOES_ON,
  run: ({ file }) => ({ code: 'ok', page: file.case.status === 'PREPARING' ? 'childMore' : homePage(file) }),
});
