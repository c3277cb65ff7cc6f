import { sayDay, sayMeetingTime } from '../../cards/texts/dates.ts';
import { sayUnitKind } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { consentWarning } from '../../domain/consent-watch.ts';
import { currentMeeting } from '../../domain/current.ts';
import { nextStep } from '../../domain/next-step.ts';
import type { CaseFile } from '../../domain/rows.ts';
import type { View } from '../act.ts';

/** The next step of a case as a sentence: the second line of its card, and its line in the list of cases. */
export function sayNext({ language, register, now }: Pick<View, 'language' | 'register' | 'now'>, file: CaseFile): string {
  const step = nextStep(file, register.settings, now);
  const meeting = currentMeeting(file);
  return say(language, step.key, {
    unit: step.unitId ? sayUnitKind(language, register, step.unitId) : '',
    count: step.count ?? 0,
    kod: file.case.code,
    on: step.on ? sayDay(language, step.on) : '',
    when: meeting?.startAt && meeting.endAt ? sayMeetingTime(language, meeting.startAt, meeting.endAt) : '',
  });
}

/** What is soon over about the consent, or is: beside the next step, because it may not wait for it. */
export function sayConsentWarning({ language, now }: Pick<View, 'language' | 'now'>, file: CaseFile): string | null {
  const warning = consentWarning(file, now);
  if (!warning) return null;
  return say(language, warning.key, { on: warning.on ? sayDay(language, warning.on) : '', n: warning.days, kod: file.case.code });
}
