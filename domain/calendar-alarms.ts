/** What stands wrong in Outlook, or cannot be read there: somebody must see to it before the meeting. */
import { lacksLink } from './join-link.ts';
import type { Meeting } from './rows/meeting.ts';

type CalendarAlarm = 'unread' | 'lostLink' | 'noLink' | 'hidePlace';

export function calendarAlarms(meeting: Meeting): CalendarAlarm[] {
  if (meeting.status !== 'SENT') return [];
  return [
    ...(meeting.unread === 'REFUSED' ? (['unread'] as const) : []),
    ...(lacksLink(meeting) ? ([meeting.noLink === 'LOST' ? 'lostLink' : 'noLink'] as const) : []),
    ...(meeting.placeOral && meeting.placeChanged ? (['hidePlace'] as const) : []),
  ];
}
