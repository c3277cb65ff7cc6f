import type { Answer } from '../../domain/codes.ts';
import { isOrganizer } from './event-json.ts';
import type { AnswerAction } from './mailboxes.ts';
import { type Entry, idsOf, type Office } from './office.ts';
import { invalid } from './refusal.ts';

const ANSWER_OF: Record<AnswerAction, Answer> = {
  accept: 'ACCEPTED',
  tentativelyAccept: 'TENTATIVE',
  decline: 'DECLINED',
};

export const canAnswer = (entry: Entry) => !isOrganizer(entry) && !entry.meeting.cancelled;

/**
 * An invitee answers in their own copy; with `sendResponse` the organizer's copy follows and the organizer gets a mail.
 * `as`: another address of the same mailbox, which the organizer's copy has from then on.
 */
export function answerEvent(
  office: Office,
  entry: Entry,
  action: AnswerAction,
  comment: string,
  sendResponse: boolean,
  as?: string,
): void {
  const { meeting, copy } = entry;
  if (isOrganizer(entry)) throw invalid("You can't respond to this meeting because you're the meeting organizer.");
  if (meeting.cancelled)
    throw invalid("You can't respond to this meeting because it's been canceled.", 'ErrorCalendarIsCancelledForAccept');
  if (as && office.findOwner(as)?.id !== copy.mailboxId) throw invalid('That is no address of this mailbox.');
  const given = { answer: ANSWER_OF[action], answeredAt: office.now() };
  const owner = office.getOwner(copy.mailboxId);

  office.act((touch) => {
    Object.assign(copy, given, { changeKey: copy.changeKey + 1 });
    touch({ ...idsOf(copy), change: 'updated' });
    const organizers = meeting.copies.find(({ mailboxId }) => mailboxId === meeting.organizer.mailboxId);
    if (!sendResponse || !organizers) return;

    const attendee = meeting.attendees.find(({ mail }) => office.findOwner(mail)?.id === owner.id);
    if (attendee) Object.assign(attendee, given, as ? { mail: as } : {});
    organizers.changeKey += 1;
    touch({ ...idsOf(organizers), change: 'updated' });
    const { subject, startAt, endAt, place } = meeting;
    const from = { name: owner.name, mail: owner.mail };
    const mailed = {
      kind: 'ANSWER' as const,
      from,
      subject,
      body: comment,
      startAt,
      endAt,
      place,
      answer: given.answer,
    };
    office.deliver({ mailboxId: organizers.mailboxId, eventId: organizers.id, ...mailed });
  });
}
