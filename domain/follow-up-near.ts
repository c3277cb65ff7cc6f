/** What is asked for when a follow-up comes near, and when somebody is reminded of that, or of telling the child. */
import { asksAboutConsent } from './consent-before.ts';
import { isPaperOnly } from './gates.ts';
import type { Moment } from './moment.ts';
import { followUpDay } from './next-day.ts';
import { isFollowUpNear } from './reminders.ts';
import type { Plan } from './rows/plan.ts';
import { talksLeft } from './talk-anew.ts';
import { planToTell } from './tell-child.ts';

/** The plan in force is followed up within two weeks, whether or not anybody is called to that yet. */
export function isSoonFollowedUp({ file, today }: Moment): boolean {
  const on = followUpDay(file);
  return on !== null && file.case.status !== 'MEETING' && isFollowUpNear(on, today);
}

/** It is to be called to; or it is called, and somebody is to be talked with or asked. */
const isSomethingLeft = (moment: Moment): boolean =>
  moment.file.case.status !== 'INVITED' || talksLeft(moment).length > 0 || asksAboutConsent(moment);

/** Not twice the same day, however late the program comes to it, and whatever it is about. */
const isPlanOf = (moment: Moment, plan: Plan | undefined, subjectId: string | null): plan is Plan =>
  plan !== undefined && plan.id === subjectId && !plan.remindedOn?.equals(moment.today);

export type IsWanted = (moment: Moment, plan: Plan | undefined, subjectId: string | null) => plan is Plan;

/** Still the plan in force, of a case that goes on, also while its follow-up is prepared and called. */
export const isReminderWanted: IsWanted = (moment, plan, subjectId): plan is Plan =>
  isPlanOf(moment, plan, subjectId) && !isPaperOnly(moment.file) && isSoonFollowedUp(moment) && isSomethingLeft(moment);

/** The child waits to hear what was decided. */
export const isTellingWanted: IsWanted = (moment, plan, subjectId): plan is Plan =>
  isPlanOf(moment, plan, subjectId) && moment.file.case.status !== 'MEETING' && planToTell(moment) !== null;
