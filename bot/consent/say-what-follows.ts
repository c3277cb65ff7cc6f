import { sayDay } from '../../cards/texts/dates.ts';
import { remindIn, sayUnit, sayUnits } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { withChanges } from '../../domain/changes.ts';
import { currentMeeting, lockedPlan, meetingDay, participantsOf } from '../../domain/current.ts';
import { isPaperOnly } from '../../domain/gates.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Withdrawal } from '../../domain/rows/consent.ts';
import { unitsToTellOfTopics } from '../../domain/told.ts';
import type { Withdrawn } from '../../domain/withdrawal.ts';
import type { CaseContext, Say } from '../act.ts';

type Taken = Withdrawn & { received: Withdrawal };

/**
 * What taking it back does, before it is done: who is told, what becomes of the meeting, what is left. Read off the
 * changes that would be made, so that it cannot say another thing than what happens.
 */
export function sayWhatFollows(context: CaseContext, { what, changes, received }: Taken): Say {
  if (what === 'KEPT') return { key: 'withdraw.ask.KEPT' };
  const after = withChanges(context.file, changes);
  return what === 'ALL' ? sayAll(context) : sayPart(context, after, received);
}

function sayAll(context: CaseContext): Say {
  const { file } = context;
  const values = { ...called(context), meeting: meetingOf(file), remind: remindIn(file) };
  return { key: 'withdraw.ask.ALL', values: { ...values, plan: lockedPlan(file) ? 'YES' : 'NO' } };
}

/** PAPER: what was given by hand is not known here, and nobody in the family is to be looked up for it. */
function meetingOf(file: CaseFile): 'OPEN' | 'CALLED' | 'PLANNED' | 'PAPER' | 'NONE' {
  const meeting = currentMeeting(file);
  if (isPaperOnly(file)) return 'PAPER';
  if (file.case.status === 'MEETING') return 'OPEN';
  if (!meeting || meeting.status === 'HELD') return 'NONE';
  // What was given up has reached no calendar that is known of.
  const isOut = meeting.status !== 'DRAFT' && (meeting.status !== 'FAILED' || meeting.eventId !== null);
  if (isOut) return 'CALLED';
  return meeting.startAt ? 'PLANNED' : 'NONE';
}

function sayPart(context: CaseContext, after: CaseFile, { scope, unitId, topic, ofScope }: Withdrawal): Say {
  const { language, register } = context;
  if (ofScope && ofScope !== 'MEETING') return { key: `withdraw.ask.${ofScope}` };
  if (topic) {
    const units = sayUnits(register, unitsToTellOfTopics({ ...context, file: after }));
    return { key: 'withdraw.ask.TOPIC', values: { topic: say(language, `topic.${topic}`), units: units || 'none' } };
  }
  const unit = unitId ? sayUnit(register, unitId) : scope;
  return {
    key: 'withdraw.ask.PARTY',
    values: {
      ...called(context),
      unit,
      plan: lockedPlan(context.file) ? 'YES' : 'NO',
      meeting: leftOf(context.file, after),
    },
  };
}

/** OUT: the unit is called no more, the others meet; OVER: nobody is left to meet. */
function leftOf(before: CaseFile, after: CaseFile): 'OUT' | 'OVER' | 'NONE' {
  const meeting = currentMeeting(before);
  if (!meeting || meeting.status === 'DRAFT' || meeting.status === 'HELD') return 'NONE';
  if (currentMeeting(after)?.id !== meeting.id) return 'OVER';
  return participantsOf(after, meeting).length < participantsOf(before, meeting).length ? 'OUT' : 'NONE';
}

/** Who hears of it through the calendar, and of which day. */
function called(context: CaseContext): { units: string; on: string } {
  const { file, language } = context;
  const on = meetingDay(file);
  const people = participantsOf(file, currentMeeting(file));
  return {
    units: sayUnits(
      context.register,
      people.map(({ unitId }) => unitId),
    ),
    on: on ? sayDay(language, on) : '',
  };
}
