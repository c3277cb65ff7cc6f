/** What may be sent, asked again just before it is; and what has not reached the calendars. */
import type { Temporal } from 'temporal-polyfill';
import { commonConsent, hasScope } from './consent.ts';
import { currentMeeting, participantsOf } from './current.ts';
import { daysToCover } from './deadlines.ts';
import { isPaperOnly } from './gates.ts';
import { channelOfUnit, personOf } from './in-register.ts';
import { openMove } from './moves.ts';
import { mayReadCopy } from './plan-copies.ts';
import { channelOf } from './posting.ts';
import type { CaseFile } from './rows/case-file.ts';
import type { Posting } from './rows/posting.ts';
import type { Register } from './rows/register.ts';

/** A kallelse that was pressed: consent and paper only may have changed since then. */
export function mayStillBeSent(file: CaseFile, today: Temporal.PlainDate): boolean {
  const meeting = currentMeeting(file);
  const common = commonConsent(file, daysToCover(meeting?.startAt, today));
  const people = participantsOf(file, meeting);
  if (!common?.scopes.has('MEETING') || isPaperOnly(file) || people.length === 0) return false;
  return people.every((row) => common.units.has(row.unitId));
}

/**
 * No measure is put before anybody once the consent for the time between the meetings has ended; a card that stands is
 * kept true.
 */
const mayPostMeasures = (file: CaseFile, today: Temporal.PlainDate): boolean =>
  file.case.status !== 'CLOSED' && hasScope(file, 'BETWEEN_MEETINGS', today) && !isPaperOnly(file);

/** Nothing is posted to a channel that is not the unit's: the register may have changed since it was decided. */
const isChannelOf = (register: Register, unitId: string, conversationId: string | null): boolean =>
  conversationId !== null && channelOfUnit(register, unitId)?.conversationId === channelOf(conversationId);

/** Whether a card may be put before anybody now, where it does not stand yet; one that stands is kept true. */
export function mayPostCard(
  { kind, personId, conversationId }: Posting,
  file: CaseFile | null,
  register: Register,
  today: Temporal.PlainDate,
) {
  if (kind === 'MEASURE')
    return file !== null && mayPostMeasures(file, today) && isChannelOf(register, file.case.unitId, conversationId);
  if (kind !== 'PLAN') return true;
  const person = personOf(register, personId);
  return person !== undefined && mayReadCopy(person, file, null, today);
}

/** Not tried any more until somebody presses "Försök igen". */
export function failedSending(file: CaseFile): 'KALLELSE' | 'MOVE' | 'STAND_IN' | null {
  const meeting = currentMeeting(file);
  if (meeting?.status === 'FAILED') return 'KALLELSE';
  if (file.case.status !== 'INVITED' || meeting?.eventState === 'GONE') return null;
  if (openMove(file)?.state === 'FAILED') return 'MOVE';
  return participantsOf(file, meeting).some(({ callState }) => callState === 'FAILED') ? 'STAND_IN' : null;
}
