import { sayUnitKind } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { calendarAlarms } from '../../domain/calendar-alarms.ts';
import { currentMeeting } from '../../domain/current.ts';
import { guestsOf } from '../../domain/in-calendar.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { View } from '../act.ts';

/**
 * What stands in Outlook and not here. What somebody must see to: whom no consent covers first, then what cannot be read
 * or stands wrong; and what is good to know: who else is there, answers that are nobody's.
 */
export function sayCalendar(view: View, file: CaseFile): { alarms: string[]; calendar: string[] } {
  const { language, register } = view;
  const meeting = currentMeeting(file);
  if (file.case.status !== 'INVITED' || meeting?.status !== 'SENT') return { alarms: [], calendar: [] };
  const { answers, unknown, covered, outside } = guestsOf({ ...view, file });
  const kinds = (units: readonly string[]) =>
    [...new Set(units.map((unit) => sayUnitKind(language, register, unit)))].join(', ');
  return {
    alarms: [
      ...(outside.length > 0 ? [say(language, 'calendar.outside', { n: outside.length, units: kinds(outside) })] : []),
      ...calendarAlarms(meeting).map((alarm) => say(language, `calendar.${alarm}`)),
    ],
    calendar: [
      ...(answers > 0 ? [say(language, 'calendar.answers', { n: answers })] : []),
      ...(covered.length > 0 ? [say(language, 'calendar.covered', { n: covered.length, units: kinds(covered) })] : []),
      ...(unknown > 0 ? [say(language, 'calendar.unknown', { n: unknown })] : []),
    ],
  };
}
