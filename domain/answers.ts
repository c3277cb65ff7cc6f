/**
 * Who comes, and who comes instead: answers from Outlook and from the telephone (T15: everybody called has the same
 * duty to come).
 */

import type { Temporal } from 'temporal-polyfill';
import type { Answer } from './codes.ts';
import { consentedUnits } from './consent.ts';
import { currentMeeting, participantsOf } from './current.ts';
import { isAfter, isBefore } from './days.ts';
import type { Moment } from './moment.ts';
import type { CaseFile } from './rows/case-file.ts';
import type { Meeting } from './rows/meeting.ts';
import type { Called, Participant } from './rows/participant.ts';

/**
 * The no of a unit that nobody comes for: a stand-in who is named takes the row over, and a colleague who is called too
 * may still come.
 */
export function declinedWithoutStandIn(
  file: CaseFile,
  meeting: Pick<Meeting, 'id'> | undefined = currentMeeting(file),
): Participant[] {
  const people = participantsOf(file, meeting);
  const comes = new Set(people.filter((row) => row.answer !== 'DECLINED').map(({ unitId }) => unitId));
  return people.filter((row) => row.kind === 'SUMMONED' && row.answer === 'DECLINED' && !comes.has(row.unitId));
}

/** Called, and silent; who is only invited owes no answer. */
export const notAnswered = (file: CaseFile): Participant[] =>
  participantsOf(file, currentMeeting(file)).filter((row) => row.kind === 'SUMMONED' && row.answer === 'NONE');

/** Nobody can be made to give a reason in Outlook: the convener is asked for it, once. */
export const noReasonYet = (file: CaseFile): Participant[] =>
  participantsOf(file, currentMeeting(file)).filter(
    (row) =>
      row.kind === 'SUMMONED' && row.answer === 'DECLINED' && row.declineReason === 'NOT_GIVEN' && !row.reasonAsked,
  );

type Given = Pick<Participant, 'answer' | 'answeredAt' | 'declineReason' | 'reasonAsked'>;

/**
 * An answer as it is stored, whoever brought it. Why somebody could not come stays with the stand-in who was named
 * then.
 */
export const answered = (
  { standIn, declineReason }: Pick<Participant, 'standIn' | 'declineReason'>,
  answer: Answer,
  answeredAt: Temporal.Instant | null,
  reason: Participant['declineReason'] = null,
): Given => ({
  answer,
  answeredAt,
  declineReason: answer === 'DECLINED' ? (reason ?? 'NOT_GIVEN') : standIn ? declineReason : null,
  reasonAsked: false,
});

/** Nobody has been asked yet, or everybody is asked again. */
export const unanswered = (row: Participant): Given => answered(row, 'NONE', null);

/**
 * A calendar that knows nothing does not take back what was said on the telephone; what is newer there does. What was
 * answered before the meeting got its time (`since`) goes on standing there, and is no answer to this time.
 */
export function answerFromCalendar(
  row: Participant,
  found: { answer: Answer; at: Temporal.Instant | null },
  since: Temporal.Instant | null,
): Given | null {
  if (found.answer === 'NONE' || found.answer === row.answer) return null;
  if (since && (found.at === null || !isAfter(found.at, since))) return null;
  const isOlder = row.answeredAt !== null && (found.at === null || isBefore(found.at, row.answeredAt));
  return isOlder ? null : answered(row, found.answer, found.at);
}

/**
 * Who can come instead: colleagues and functional addresses of the called units that the family's consent still names.
 */
export function standInsFor({ file, register, today }: Moment): Called[] {
  const people = participantsOf(file, currentMeeting(file));
  const allowed = consentedUnits(file, today);
  const units = register.units.filter(({ id }) => allowed.has(id) && people.some(({ unitId }) => unitId === id));
  return units
    .flatMap(({ id: unitId, functionalMail }) => [
      ...register.people
        .filter((person) => person.active && person.unitId === unitId && person.id !== file.case.convenerId)
        .map((person) => ({ unitId, personId: person.id, mail: person.mail, mailTyped: false })),
      ...(functionalMail ? [{ unitId, personId: null, mail: functionalMail, mailTyped: false }] : []),
    ])
    .filter(({ mail }) => !people.some((row) => row.mail.toLowerCase() === mail.toLowerCase()));
}
