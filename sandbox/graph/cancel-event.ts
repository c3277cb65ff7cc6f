import { mail } from './create-event.ts';
import { isOrganizer } from './event-json.ts';
import { type Entry, idsOf, type Office } from './office.ts';
import { GraphRefusal, invalid } from './refusal.ts';
import type { Copy, Meeting } from './state.ts';

/**
 * The organizer cancels: gone from the organizer's calendar, marked as cancelled in everybody else's, with the comment
 * by mail.
 */
export function cancelEvent(office: Office, entry: Entry, comment: string): void {
  const { meeting, copy } = entry;
  if (!isOrganizer(entry)) throw invalid('You must be the meeting organizer to cancel the meeting.');
  if (meeting.filler) throw new GraphRefusal(403, 'ErrorAccessDenied', 'Made-up busy times cannot be changed.');
  office.act((touch) => {
    meeting.copies = meeting.copies.filter((one) => one !== copy);
    meeting.cancelled = true;
    meeting.modifiedAt = office.now();
    touch({ ...idsOf(copy), change: 'deleted' });
    for (const one of meeting.copies) {
      one.changeKey += 1;
      mail(office, meeting, one, 'CANCELLATION', comment);
      touch({ ...idsOf(one), change: 'updated' });
    }
  });
}

/** Deleting one's own meeting cancels it; deleting an invitation only takes it out of one's own calendar. */
export function deleteEvent(office: Office, entry: Entry): void {
  if (isOrganizer(entry)) {
    cancelEvent(office, entry, '');
    return;
  }
  const { meeting, copy } = entry;
  office.act((touch) => {
    meeting.copies = meeting.copies.filter((one) => one !== copy);
    touch({ ...idsOf(copy), change: 'deleted' });
  });
}

/** Uninvites one mailbox: its copy stays as it was, marked as cancelled, and does not follow the meeting any more. */
export function detach(office: Office, meeting: Meeting, copy: Copy, comment: string): void {
  meeting.copies = meeting.copies.filter((one) => one !== copy);
  copy.changeKey += 1;
  office.state.meetings.push({ ...structuredClone(meeting), transactionId: null, cancelled: true, copies: [copy] });
  mail(office, meeting, copy, 'CANCELLATION', comment);
}
