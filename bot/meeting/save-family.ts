import type { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { family } from '../../cards/meeting/family.ts';
import type { TextKey } from '../../cards/texts/say.ts';
import type { TalkPartner } from '../../domain/codes.ts';
import { currentMeeting } from '../../domain/current.ts';
import { clockOf, isAfter, isBefore } from '../../domain/days.ts';
import { approachable } from '../../domain/gates.ts';
import type { PageRef } from '../../domain/names.ts';
import type { Meeting } from '../../domain/rows/meeting.ts';
import { verbOf } from '../../domain/talk-pages.ts';
import { type CaseContext, caseStep, invalid, type Outcome } from '../act.ts';

type Form = z.output<ReturnType<typeof family.form>>;

const short = (time: Temporal.PlainTime | null): string | null => time?.toString().slice(0, 5) ?? null;

/** The child's part begins before it ends, and inside the meeting. */
function faultsOf({ childFrom, childTo }: Form, meeting: Meeting): Record<string, TextKey> {
  if (childFrom && childTo && !isBefore(childFrom, childTo)) return { childTo: 'error.childTo' };
  const clock = (instant: Temporal.Instant | null) => instant && clockOf(instant);
  const [start, end] = [clock(meeting.startAt), clock(meeting.endAt)];
  const isOutside = (time: Temporal.PlainTime | null) =>
    time && start && end && (isBefore(time, start) || isAfter(time, end));
  return {
    ...(isOutside(childFrom) ? { childFrom: 'error.childPart' } : {}),
    ...(isOutside(childTo) ? { childTo: 'error.childPart' } : {}),
  };
}

/**
 * How their invitation comes is chosen on a page of their own, and leads back here. On paper only, and from 18, there is
 * no page of a guardian.
 */
function pageAfter({ file, today }: CaseContext, of: TalkPartner | null): PageRef {
  if (of === null || (of !== 'CHILD' && !approachable(file, today).includes(of))) return 'guide';
  return `${verbOf(of)}Practical:family`;
}

/** A yes belongs to one time: when the time changes it is asked for again (`save-time.ts`). */
export const saveFamily = (of: TalkPartner | null = null) =>
  caseStep({
    during: ['PREPARING'],
    inputsOn: 'family',
    form: () => family.form(),
    run(context): Outcome {
      const { form, file } = context;
      const page = pageAfter(context, of);
      const meeting = currentMeeting(file);
      if (!meeting?.startAt)
        return page === 'guide' ? { code: 'noTime', page, notice: { key: 'family.noTime' } } : { code: 'ok', page };
      const faults = faultsOf(form, meeting);
      if (Object.keys(faults).length > 0) return invalid(faults);
      const { familyAgreed, childFollower, fromAfar } = form;
      const set = {
        familyAgreed,
        childFollower,
        fromAfar,
        childFrom: short(form.childFrom),
        childTo: short(form.childTo),
      };
      return { code: 'ok', changes: [{ in: 'meeting', id: meeting.id, set }], page };
    },
  });
