import { sayDate, sayMeetingTime } from '../../cards/texts/dates.ts';
import { sayUnitKind } from '../../cards/texts/labels.ts';
import { say, type Voice } from '../../cards/texts/say.ts';
import { consentWarning } from '../../domain/consent-watch.ts';
import { currentMeeting } from '../../domain/current.ts';
import { personOf } from '../../domain/in-register.ts';
import { openMove } from '../../domain/moves.ts';
import { nextStep } from '../../domain/next-step.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Register } from '../../domain/rows/register.ts';
import { strayOf } from '../../domain/stray.ts';
import type { View } from '../act.ts';

type Saying = Pick<View, 'language' | 'register' | 'now' | 'today'> & { viewer?: View['viewer'] };

/**
 * The next step of a case as a sentence: the second line of its card, and its line in the list of cases. What stands
 * does not say why a case is on paper; the one who has just pressed is told what to follow.
 */
export function sayNext({ language, register, now, today, viewer }: Saying, file: CaseFile): string {
  const step = nextStep({ file, register, now, today });
  if (step.key === 'next.paper' && viewer) return say(language, 'prot.yes');
  const meeting = currentMeeting(file);
  const move = openMove(file);
  return say(language, step.key, {
    unit: step.unitId ? sayUnitKind(language, register, step.unitId) : '',
    units: [...new Set((step.units ?? []).map((unit) => sayUnitKind(language, register, unit)))].join(', '),
    count: step.count ?? 0,
    code: file.case.code,
    on: step.on ? sayDate(language, step.on, today) : '',
    to: move?.startAt && move.endAt ? sayMeetingTime(language, move.startAt, move.endAt, { today }) : '',
    when:
      meeting?.startAt && meeting.endAt
        ? sayMeetingTime(language, meeting.startAt, meeting.endAt, { today, allDay: meeting.allDay })
        : '',
  });
}

const STRAY = { LEFT: 'cancel.notTold', STANDS: 'cancel.stands', LOST: 'cancel.lost', GUEST: 'cancel.guest' } as const;

/** Whom to ask is whoever called: the case may have been handed over since. */
function sayStray(
  language: Voice,
  register: Register,
  file: CaseFile,
  { stray, meetingId, organizerId }: NonNullable<ReturnType<typeof strayOf>>,
): string {
  // Beside a meeting that has a time it is another one that is off.
  const now = currentMeeting(file);
  const which = now?.startAt && now.id !== meetingId ? 'EARLIER' : 'THIS';
  const unitId = personOf(register, organizerId)?.unitId ?? file.case.unitId;
  return say(language, STRAY[stray], { unit: sayUnitKind(language, register, unitId), which });
}

/**
 * A meeting that is off and still in the calendars, a consent that is soon over or is: beside the next step, because it
 * may not wait for it.
 */
export function sayWarning({ language, register, now, today }: Saying, file: CaseFile): string | null {
  const stray = strayOf(file);
  if (stray) return sayStray(language, register, file, stray);
  const warning = consentWarning({ file, register, now, today });
  if (!warning) return null;
  return say(language, warning.key, {
    on: warning.on ? sayDate(language, warning.on, today) : '',
    n: warning.days,
    code: file.case.code,
  });
}
