/**
 * A meeting that somebody moved in Outlook has met none of the move's gates: what of them it does not meet is said at
 * once, and not on its day.
 */
import { currentMeeting } from './current.ts';
import { isOnOrBefore } from './days.ts';
import { type GateName, missingBeforeKallelse } from './gates.ts';
import type { Moment } from './moment.ts';
import { movesOf } from './moves.ts';
import type { CaseFile } from './rows/case-file.ts';
import type { MeetingMove } from './rows/move.ts';

/** The latest move of the meeting that is called, where nobody has said on a card why. */
function movedByHand(file: CaseFile): MeetingMove | undefined {
  const meeting = currentMeeting(file);
  const last = meeting?.status === 'SENT' && file.case.status === 'INVITED' ? movesOf(file, meeting).at(-1) : undefined;
  return last && last.reason === null && last.askedBy === null ? last : undefined;
}

/**
 * PAST: to a time that had been; CONSENT: it does not cover the new day; WHOLE_DAY: no time; ASK: what a person can
 * answer.
 */
export const HAND_MOVE_STEPS = {
  PAST: 'next.movedToPast',
  CONSENT: 'next.movedPastConsent',
  WHOLE_DAY: 'next.wholeDay',
  ASK: 'next.movedByHand',
} as const;
type HandMoveGap = keyof typeof HAND_MOVE_STEPS;

const CONSENT_GATES: readonly GateName[] = ['signature', 'topics', 'consentedOnly'];
const ASKED_GATES: readonly GateName[] = ['lateReason', 'familyTime'];

/** The first that holds; null where the meeting was not moved so, or is as any other by now. */
export function handMoveGap(moment: Moment): HandMoveGap | null {
  const move = movedByHand(moment.file);
  if (!move) return null;
  if (move.startAt && move.movedAt && isOnOrBefore(move.startAt, move.movedAt)) return 'PAST';
  const gates = missingBeforeKallelse(moment).map(({ gate }) => gate);
  if (gates.some((gate) => CONSENT_GATES.includes(gate))) return 'CONSENT';
  if (currentMeeting(moment.file)?.allDay) return 'WHOLE_DAY';
  return gates.some((gate) => ASKED_GATES.includes(gate)) ? 'ASK' : null;
}

/** Its day is after the last one, and nobody has said why. */
export const isAskedWhyLate = (moment: Moment): boolean =>
  missingBeforeKallelse(moment).some(({ gate }) => gate === 'lateReason');
