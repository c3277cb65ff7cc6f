import { sayDate, sayMeetingTime } from '../../cards/texts/dates.ts';
import { sayUnit, sayUnits } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { sayPhones, withPhones } from '../../cards/texts/say-phone.ts';
import { consentWarning } from '../../domain/consent-watch.ts';
import { currentMeeting } from '../../domain/current.ts';
import { personOf } from '../../domain/in-register.ts';
import { openMove } from '../../domain/moves.ts';
import { nextStep } from '../../domain/next-step.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { strayOf } from '../../domain/stray.ts';
import type { View } from '../act.ts';

type Saying = Pick<View, 'language' | 'register' | 'now' | 'today' | 'viewer'>;

/** The next step of a case, with whom to ring: the second line of its card, and its line in the list of cases. */
export const sayNext = (view: Saying, file: CaseFile): { next: string; phones: string[] } => {
  const step = nextStep({ ...view, file });
  return { next: sayStep(view, file, step), phones: sayPhones({ ...view, file }, step.key) };
};

/** What stands does not say why a case is on paper; the one who has just pressed is told what to follow. */
function sayStep(
  { language, register, today, viewer }: Saying,
  file: CaseFile,
  step: ReturnType<typeof nextStep>,
): string {
  if (step.key === 'next.paper' && viewer) return say(language, 'prot.yes');
  const meeting = currentMeeting(file);
  const move = openMove(file);
  return say(language, step.key, {
    unit: step.unitId ? sayUnit(register, step.unitId) : '',
    units: sayUnits(register, step.units ?? []),
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
function sayStray(view: Saying, file: CaseFile, { stray, meeting }: NonNullable<ReturnType<typeof strayOf>>): string {
  const { language, register } = view;
  // Beside a meeting that has a time it is another one that is off.
  const now = currentMeeting(file);
  const which = now?.startAt && now.id !== meeting.id ? 'EARLIER' : 'THIS';
  const unitId = personOf(register, meeting.organizerId)?.unitId ?? file.case.unitId;
  const sentence = say(language, STRAY[stray], { unit: sayUnit(register, unitId), which });
  return withPhones({ ...view, file }, STRAY[stray], sentence);
}

/**
 * A meeting that is off and still in the calendars, a consent that is soon over or is: beside the next step, because it
 * may not wait for it.
 */
export function sayWarning(view: Saying, file: CaseFile): string | null {
  const { language, today } = view;
  const stray = strayOf(file);
  if (stray) return sayStray(view, file, stray);
  const warning = consentWarning({ ...view, file });
  if (!warning) return null;
  return say(language, warning.key, {
    on: warning.on ? sayDate(language, warning.on, today) : '',
    n: warning.days,
    code: file.case.code,
  });
}
