import { childMore } from '../../cards/talks/child-more.ts';
import { withChanges } from '../../domain/changes.ts';
import { doesChildObject, isJudged, mustBeJudged, NO_NOT_ANSWERED, sharesOf } from '../../domain/child-answer.ts';
import type { Shares } from '../../domain/codes.ts';
import type { Moment } from '../../domain/moment.ts';
import type { PageName } from '../../domain/names.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import { talkChange, talkWith } from '../../domain/talks.ts';
import { caseStep, type Outcome } from '../act.ts';
import { afterAnswer } from './after-answer.ts';

/**
 * What the child said about sharing, and whom it wants there. Nobody but the child is asked whether there is
 * something that the guardians are not to know: if there is, it is a stop, on paper and with a manager (secrecy against the guardian, OSL 12:3). Only that the case is on
 * paper is kept: nothing here (code, sentence) differs from any other saving of the page, because that would be the
 * answer.
 */
export const saveChildMore = (page: PageName) =>
  caseStep({
    during: ['PREPARING'],
    inputsOn: 'childMore',
    form: ({ register }) => childMore.form(register.units.map((unit) => unit.id)),
    run(context): Outcome {
      const { form, file, newId } = context;
      const { mayTell, ...said } = form;
      const before = talkWith(file, 'CHILD');
      const voiceKeeper = (before?.participation ?? 'WHOLE') === 'WHOLE' ? null : (said.voiceKeeper ?? 'CONVENER');
      const changes = [
        talkChange(file, 'CHILD', newId(), { ...said, shares: answered(file, said.shares), voiceKeeper }),
        ...answeredAnew(file, said.shares),
      ];
      if (mayTell === 'NO')
        return {
          code: 'ok',
          changes: [...changes, { in: 'case', id: file.case.id, set: { safety: 'RESTRICTED' } }],
          page: 'guide',
        };
      const after = { ...context, file: withChanges(file, changes) };
      return { ...afterAnswer(file, changes, nextPage(after, page)), ...noticeOf(after) };
    },
  });

/** A no stands until there is another answer, also where the page does not ask. */
const answered = (file: CaseFile, shares: Shares | null): Shares | null =>
  shares ?? (sharesOf(file) === 'YES' ? null : sharesOf(file));

/** What was done about an earlier no was not about this one. */
const answeredAnew = (file: CaseFile, shares: Shares | null): Change[] =>
  answered(file, shares) === sharesOf(file) ? [] : [{ in: 'case', id: file.case.id, set: NO_NOT_ANSWERED }];

/** Whether the child can decide is the talk's last question; whether somebody must be protected comes after the talks. */
const nextPage = (after: Moment, page: PageName): PageName => {
  if (page !== 'guide') return page;
  if (mustBeJudged(after) && !isJudged(after)) return 'childAble';
  return after.file.case.safety === null ? 'protection' : page;
};

/** For whoever has just pressed: where it is known that the child does not sign. */
const noticeOf = (after: Moment): Pick<Outcome, 'notice' | 'aside'> =>
  doesChildObject(after) && isJudged(after) ? { notice: { key: 'child.ownNo' }, aside: true } : {};
