import type { z } from 'zod';
import { answers } from '../../cards/meeting/answers.ts';
import { answered, noReasonYet, standInsFor, unanswered } from '../../domain/answers.ts';
import { currentMeeting, participantsOf } from '../../domain/current.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import type { Participant } from '../../domain/rows/participant.ts';
import { type CaseContext, caseStep, invalid, type Outcome } from '../act.ts';

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
  form: (context) =>
    answers.form(
      participantsOf(context.file, currentMeeting(context.file)).map(({ id }) => id),
      standInsFor(context).map(({ mail }) => mail),
    ),
  run(context): Outcome {
    const { form, file, now } = context;
    const meeting = currentMeeting(file);
    if (meeting?.status !== 'SENT') return { code: 'notSent', page: 'case' };
    const row = participantsOf(file, meeting).find(({ id }) => id === form.who);
    if (!row || !form.answer)
      return invalid({
        ...(row ? {} : { who: 'error.answerWho' }),
        ...(form.answer ? {} : { answer: 'error.answer' }),
      });
    if (form.answer === 'STAND_IN') return callStandIn(context, row);
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
  },
});

/**
 * The row is the stand-in's from now on, with the mandate to decide for the unit; why the first one cannot come stays
 * with it.
 */
function callStandIn(context: Answering, row: Participant): Outcome {
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
    changes: [{ in: 'participant', id: row.id, set }, ...asked(file).filter(({ id }) => id !== row.id)],
    page: 'case',
    notice: { key: 'answers.standInCalled' },
  };
}

/** "Tillbaka" stores no answer. */
export const leaveAnswers = caseStep({
  during: ['INVITED'],
  run: ({ file }) => ({ code: 'ok', changes: asked(file), page: 'case' }),
});
