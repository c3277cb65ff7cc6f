/** When and where they meet again: on the meeting's pages, on the plan, and on its papers. */
import type { Temporal } from 'temporal-polyfill';
import { placeOf } from '../../domain/in-register.ts';
import type { Moment } from '../../domain/moment.ts';
import { doubtAbout } from '../../domain/next-meeting.ts';
import type { CaseRow } from '../../domain/rows/case.ts';
import type { Plan } from '../../domain/rows/plan.ts';
import type { Register } from '../../domain/rows/register.ts';
import { capital } from './capital.ts';
import { sayDate, sayDay, sayDayOfYear, sayMeetingTime } from './dates.ts';
import { say, type Voice } from './say.ts';

type Place = { file: { case: Pick<CaseRow, 'safety'> }; register: Register };

/**
 * "torsdag 7 maj kl. 13.00–14.00 (v. 19) · Stadshuset, rum Dalbo", or the day alone; null: no day yet. A place that is
 * told by word of mouth stands nowhere, whenever that was said; so while the plan is written, on the wall, no place
 * does: that one is missing would tell. `onPaper`: with the year.
 */
export function sayNextMeeting(
  voice: Voice,
  { file, register }: Place,
  plan: Plan | undefined,
  { onPaper = false }: { onPaper?: boolean } = {},
): string | null {
  if (!plan?.followUpOn) return null;
  const { followUpAt, followUpEndAt, followUpOn } = plan;
  const day = onPaper ? sayDayOfYear(voice, followUpOn) : sayDay(voice, followUpOn);
  const time = followUpAt && followUpEndAt ? sayMeetingTime(voice, followUpAt, followUpEndAt, { onPaper }) : day;
  const maySayPlace = file.case.safety !== 'PLACE_ORALLY' && (onPaper || plan.lockedAt !== null);
  const place = maySayPlace ? placeOf(register, plan.followUpPlaceId)?.name : undefined;
  return place ? `${time} · ${place}` : time;
}

/** "Bestämt: … Familjen har sagt ja." Null where only the day is chosen. */
export function sayAgreed(voice: Voice, moment: Place, plan: Plan | undefined): string | null {
  if (!plan?.followUpAt) return null;
  const when = sayNextMeeting(voice, moment, plan) ?? '';
  return say(voice, 'closing.agreed', { when, yes: plan.followUpFamilyYes ? 'yes' : 'no' });
}

/** A red day, and a consent that ends before it: said when the day is chosen. */
export function sayDayDoubt(
  voice: Voice,
  { file, today }: Pick<Moment, 'file' | 'today'>,
  on: Temporal.PlainDate | null,
): string | null {
  const doubt = on && doubtAbout(file, on);
  if (!doubt) return null;
  return say(voice, 'closing.doubt', {
    day: capital(sayDay(voice, on)),
    red: doubt.isRed ? 'yes' : 'no',
    ends: doubt.consentEnds ? sayDate(voice, doubt.consentEnds, today) : 'NONE',
  }).trim();
}
