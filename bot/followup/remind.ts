import { isConvener } from '../../domain/access.ts';
import { lockedPlan } from '../../domain/current.ts';
import { type IsWanted, isReminderWanted, isTellingWanted } from '../../domain/follow-up-near.ts';
import { personOf } from '../../domain/in-register.ts';
import type { DueKind } from '../../domain/names.ts';
import { bringDown, homePage } from '../../domain/posting.ts';
import { isWorkingHour, nextWorkingMorning } from '../../domain/reminders.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import type { Posting } from '../../domain/rows/posting.ts';
import type { Outcome, Step } from '../act.ts';

/** The present convener's card, in a chat that can be written to. */
const cardOf = ({ postings, case: { convenerId } }: CaseFile): Posting | undefined =>
  postings.find(
    ({ kind, personId, conversationId }) => kind === 'CASE' && personId === convenerId && conversationId !== null,
  );

/**
 * Due. The case's card comes down to the bottom of the convener's chat, as a new message, so that Teams tells; where it
 * stood a line says so. A page with inputs may be under somebody's fingers: that message is left alone.
 */
const reminder = (kind: DueKind, isWanted: IsWanted): Step => ({
  run(context): Outcome {
    const { act, file, now, register, today } = context;
    const plan = file ? lockedPlan(file) : undefined;
    if (!file || !isWanted({ file, register, now, today }, plan, act.subjectId)) return { code: 'over' };
    const caseId = file.case.id;
    if (!isWorkingHour(now))
      return { code: 'later', due: [{ kind, caseId, subjectId: plan.id, dueAt: nextWorkingMorning(now) }] };
    const reminded: Change = { in: 'plan', id: plan.id, set: { remindedOn: today } };
    const card = cardOf(file);
    const holder = personOf(context.register, card?.personId);
    if (!card || !holder || !isConvener(holder, file)) return { code: 'noChat', changes: [reminded] };
    const { newId, hasInputs } = context;
    const isTypedOn = hasInputs(card.page);
    return {
      code: 'ok',
      changes: [reminded, ...bringDown(card, file.case.code, { newId, now, isTypedOn }, { page: homePage(file) })],
    };
  },
});

/** The follow-up is near. */
export const remindFollowUp = reminder('followUp.remind', isReminderWanted);

/** The child has not been told what was decided. */
export const remindTellChild = reminder('tellChild.remind', isTellingWanted);
