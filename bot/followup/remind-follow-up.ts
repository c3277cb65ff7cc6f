import { isConvener } from '../../domain/access.ts';
import { lockedPlan } from '../../domain/current.ts';
import { isReminderWanted } from '../../domain/follow-up-near.ts';
import { personOf } from '../../domain/in-register.ts';
import { homePage, lineWhereItStood, wantAgain } from '../../domain/posting.ts';
import { isWorkingHour, nextWorkingMorning } from '../../domain/reminders.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import type { Posting } from '../../domain/rows/posting.ts';
import type { Context, Outcome, Step } from '../act.ts';

/** The present convener's card, in a chat that can be written to. */
const cardOf = ({ postings, case: { convenerId } }: CaseFile): Posting | undefined =>
  postings.find(
    ({ kind, personId, conversationId }) => kind === 'CASE' && personId === convenerId && conversationId !== null,
  );

/**
 * Due: the follow-up is near. The case's card comes down to the bottom of the convener's chat, as a new message, so
 * that Teams tells; where it stood a line says so. A page with inputs may be under somebody's fingers: that message is
 * left alone.
 */
export const remindFollowUp: Step = {
  run(context): Outcome {
    const { act, file, now, register, today } = context;
    const plan = file ? lockedPlan(file) : undefined;
    if (!file || !isReminderWanted({ file, register, now, today }, plan, act.subjectId)) return { code: 'over' };
    const caseId = file.case.id;
    if (!isWorkingHour(now))
      return {
        code: 'later',
        due: [{ kind: 'followUp.remind', caseId, subjectId: plan.id, dueAt: nextWorkingMorning(now) }],
      };
    const reminded: Change = { in: 'plan', id: plan.id, set: { remindedOn: today } };
    const card = cardOf(file);
    const holder = personOf(context.register, card?.personId);
    if (!card || !holder || !isConvener(holder, file)) return { code: 'noChat', changes: [reminded] };
    return { code: 'ok', changes: [reminded, ...bringDown(file, card, context)] };
  },
};

function bringDown(file: CaseFile, card: Posting, { newId, now, hasInputs }: Context): Change[] {
  const line = card.activityId && !hasInputs(card.page) ? [lineWhereItStood(newId(), card, file.case.code, now)] : [];
  return [...line, wantAgain(card, { activityId: null, sentHash: null, page: homePage(file), notice: null })];
}
