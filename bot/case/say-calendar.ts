import { sayUnits } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { withPhones } from '../../cards/texts/say-phone.ts';
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
  return {
    alarms: [
      ...(outside.length > 0
        ? [say(language, 'calendar.outside', { n: outside.length, units: sayUnits(register, outside) })]
        : []),
      ...calendarAlarms(meeting).map((alarm) => {
        const key = `calendar.${alarm}` as const;
        return withPhones({ ...view, file }, key, say(language, key));
      }),
    ],
    calendar: [
      ...(answers > 0 ? [say(language, 'calendar.answers', { n: answers })] : []),
      ...(covered.length > 0
        ? [say(language, 'calendar.covered', { n: covered.length, units: sayUnits(register, covered) })]
        : []),
      ...(unknown > 0 ? [say(language, 'calendar.unknown', { n: unknown })] : []),
    ],
  };
}
