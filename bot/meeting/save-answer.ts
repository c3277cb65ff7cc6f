import type { z } from 'zod';
import { answers } from '../../cards/meeting/answers.ts';
import { answered, noReasonYet, standInsFor, unanswered } from '../../domain/answers.ts';
import { withChanges } from '../../domain/changes.ts';
import { currentMeeting, participantsOf } from '../../domain/current.ts';
import { guestsByHand, inCalendar, withInCalendar } from '../../domain/in-calendar.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import type { Meeting } from '../../domain/rows/meeting.ts';
import type { Participant } from '../../domain/rows/participant.ts';
import { type CaseContext, caseStep, invalid, type Outcome } from '../act.ts';
import { prefilled } from './answers-page.ts';
import { placeGuests } from './place-guests.ts';

type Form = z.output<ReturnType<typeof answers.form>>;
type Answering = CaseContext<Form>;

/** The card asks for a reason that was not given once: the page was there. */
const asked = (file: CaseFile): Change[] =>
  noReasonYet(file).map((row): Change => ({ in: 'participant', id: row.id, set: { reasonAsked: true } }));

/**
 * An answer from the telephone. A no of somebody who is summoned has a reason, and then it is asked who comes instead
 * (T15).
 */
export const saveAnswer = caseStep({
  during: ['INVITED'],
  inputsOn: 'answers',
  form(context) {
    const { file, register } = context;
    const meeting = currentMeeting(file);
    return answers.form(
      participantsOf(file, meeting).map(({ id }) => id),
      standInsFor(context).map(({ mail }) => mail),
      // Not only those that the page shows now: others may have come before them since it was drawn.
      meeting ? guestsByHand(register, meeting) : [],
    );
  },
  run(context): Outcome {
    const { form, file } = context;
    const meeting = currentMeeting(file);
    if (meeting?.status !== 'SENT') return { code: 'notSent', page: 'case' };
    const placing = placeGuests(context, meeting, form.guests);
    if (placing.length === 0) return answerOf(context, meeting);
    const caseId = file.case.id;
    // How many of the called are not seen there is counted anew.
    const effects = [{ kind: 'read-answers' as const, caseId, subjectId: meeting.id }];
    if (!isByPhone(file, form))
      return { code: 'ok', changes: placing, effects, page: 'case', notice: { key: 'answers.saved' } };
    const placed = withChanges(file, placing);
    const outcome = answerOf({ ...context, file: placed }, currentMeeting(placed) ?? meeting);
    return {
      ...outcome,
      changes: [...placing, ...(outcome.changes ?? [])],
      effects: [...effects, ...(outcome.effects ?? [])],
    };
  },
});

/** A no stands filled in where its reason is asked for: left as it is it is no answer. */
function isByPhone(file: CaseFile, { who, answer, reason, standIn }: Form): boolean {
  const before = prefilled(file);
  const isLeft = who === before.who && answer === before.answer && reason === null && standIn === null;
  return answer !== null && !isLeft;
}

function answerOf(context: Answering, meeting: Meeting): Outcome {
  const { form, file, now } = context;
  const row = participantsOf(file, meeting).find(({ id }) => id === form.who);
  if (!row || !form.answer)
    return invalid({
      ...(row ? {} : { who: 'error.answerWho' }),
      ...(form.answer ? {} : { answer: 'error.answer' }),
    });
  if (form.answer === 'STAND_IN') return callStandIn(context, meeting, row);
  if (form.answer === 'DECLINED' && row.kind === 'SUMMONED' && !form.reason)
    return invalid({ reason: 'error.declineReason' });
  const set = answered(row, form.answer, now, form.reason);
  const isNo = form.answer === 'DECLINED';
  return {
    code: 'ok',
    changes: [...asked(file), { in: 'participant', id: row.id, set: { ...set, reasonAsked: isNo } }],
    page: isNo ? 'answers' : 'case',
    notice: { key: isNo ? 'answers.offerStandIn' : 'answers.saved' },
  };
}

/** Whoever is replaced takes their addresses along: the calendar's list is changed by what stands here. */
function takenAlong(meeting: Meeting, row: Participant): Change[] {
  const { called, guests } = inCalendar(meeting);
  const theirs = guests.filter(({ of }) => of === row.id).map(({ mail }) => mail);
  if (theirs.length === 0) return [];
  const set = { called: [...(called ?? []), ...theirs], guests: guests.filter(({ of }) => of !== row.id) };
  return [{ in: 'meeting', id: meeting.id, set: { inCalendar: withInCalendar(meeting, set) } }];
}

/**
 * The row is the stand-in's from now on, with the mandate to decide for the unit; why the first one cannot come stays
 * with it.
 */
function callStandIn(context: Answering, meeting: Meeting, row: Participant): Outcome {
  const { form, file } = context;
  const standIn = standInsFor(context).find(({ mail }) => mail === form.standIn);
  if (!standIn) return invalid({ standIn: 'error.standIn' });
  if (standIn.unitId !== row.unitId) return invalid({ standIn: 'error.standInUnit' });
  const set = {
    ...unanswered(row),
    ...standIn,
    declineReason: form.reason ?? row.declineReason,
    standIn: true,
    callState: 'SENDING' as const,
  };
  return {
    code: 'ok',
    changes: [
      { in: 'participant', id: row.id, set },
      ...takenAlong(meeting, row),
      ...asked(file).filter(({ id }) => id !== row.id),
    ],
    page: 'case',
    notice: { key: 'answers.standInCalled' },
  };
}

/** "Tillbaka" stores no answer. */
export const leaveAnswers = caseStep({
  during: ['INVITED'],
  run: ({ file }) => ({ code: 'ok', changes: asked(file), page: 'case' }),
});
