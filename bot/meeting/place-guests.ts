import { Temporal } from 'temporal-polyfill';
import { answerFromCalendar, unanswered } from '../../domain/answers.ts';
import { participantsOf } from '../../domain/current.ts';
import { type Guest, guestsByHand, inCalendar, UNCLEAR, withInCalendar } from '../../domain/in-calendar.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import type { Meeting } from '../../domain/rows/meeting.ts';
import type { Participant } from '../../domain/rows/participant.ts';
import type { Register } from '../../domain/rows/register.ts';

const atOf = ({ at }: Guest): Temporal.Instant | null => (at ? Temporal.Instant.from(at) : null);

/** It was this address that answered so. */
function isAnswerOf(row: Participant, guest: Guest): boolean {
  const at = atOf(guest);
  const isSameTime = at === null || row.answeredAt === null ? at === row.answeredAt : at.equals(row.answeredAt);
  return row.answer === guest.answer && isSameTime;
}

/**
 * Whose addresses they are, as somebody who knows has said: what they have answered is theirs from now on, and what they
 * answer later; of whom it turns out not to be, it is no answer. What was not answered stays as it was.
 */
export function placeGuests(
  { file, register }: { file: CaseFile; register: Register },
  meeting: Meeting,
  said: Readonly<Record<string, string | null>>,
): Change[] {
  const placed = guestsByHand(register, meeting).flatMap((guest) => {
    const whose = said[guest.id] ?? guest.of ?? UNCLEAR;
    const of = whose === UNCLEAR ? null : whose;
    return of === guest.of ? [] : [{ guest, of }];
  });
  if (placed.length === 0) return [];
  const people = participantsOf(file, meeting);
  const rows = new Map(people.map((row) => [row.id, row]));
  for (const { guest } of placed) {
    const row = rows.get(guest.of ?? '');
    if (row && isAnswerOf(row, guest)) rows.set(row.id, { ...row, ...unanswered(row) });
  }
  for (const { guest, of } of placed) {
    const row = rows.get(of ?? '');
    const given = row && answerFromCalendar(row, { answer: guest.answer, at: atOf(guest) }, meeting.timeSetAt);
    if (row && given) rows.set(row.id, { ...row, ...given });
  }
  const guests = inCalendar(meeting).guests.map((one) => {
    const now = placed.find(({ guest }) => guest.id === one.id);
    return now ? { ...one, of: now.of } : one;
  });
  const isSeen = ({ id }: Participant) => placed.some(({ of }) => of === id);
  const unseen = Math.max(0, inCalendar(meeting).unseen - people.filter(isSeen).length);
  return [
    { in: 'meeting', id: meeting.id, set: { inCalendar: withInCalendar(meeting, { guests, unseen }) } },
    ...people.flatMap((row): Change[] => {
      const { answer, answeredAt, declineReason, reasonAsked } = rows.get(row.id) ?? row;
      const set = { answer, answeredAt, declineReason, reasonAsked };
      return rows.get(row.id) === row ? [] : [{ in: 'participant', id: row.id, set }];
    }),
  ];
}
