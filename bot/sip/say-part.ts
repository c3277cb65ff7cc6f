import type { Temporal } from 'temporal-polyfill';
import { chairOf } from '../../cards/sip/meeting-page.ts';
import { meetingStrip } from '../../cards/sip/meeting-strip.ts';
import { chairAlways, chairWords, PART_MINUTES } from '../../cards/texts/chair.ts';
import { chairValuesOf } from '../../cards/texts/chair-values.ts';
import { sayClock } from '../../cards/texts/dates.ts';
import { say } from '../../cards/texts/say.ts';
import { currentMeeting } from '../../domain/current.ts';
import { type MeetingClock, meetingClock } from '../../domain/meeting-clock.ts';
import { type MeetingPart, partOf } from '../../domain/meeting-pages.ts';
import { gapsInPlan } from '../../domain/plan.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { caseOf, type View } from '../act.ts';

const partsLacking = (file: CaseFile): MeetingPart[] => gapsInPlan(file).flatMap(({ at }) => partOf(at) ?? []);

/** The head of a page of the meeting: which part it is, what the clock says, and what the chair says. */
export function sayPart(view: View, part: MeetingPart) {
  const file = caseOf(view);
  const { language } = view;
  const meeting = currentMeeting(file);
  const clock = meetingClock(file, meeting, view.now);
  return {
    title: say(language, 'meet.title', { code: file.case.code, n: part, part: say(language, `part.${part}`) }),
    strip: meetingStrip(language, part, partsLacking(file)),
    clock: sayTimes(view, clock, meeting?.pausedAt ?? null),
    sign: saySign(view, clock),
    isPaused: meeting?.pausedAt != null,
    chairTitle: say(language, 'chair.title', { n: PART_MINUTES[part] }),
    ...chairOf([...chairWords(language, part, chairValuesOf(language, { ...view, file })), ...chairAlways(language)]),
  };
}

/** "Mötet slutar 14.00. Barnet går 13.20." */
const sayTimes = (
  { language }: View,
  { endsAt, childLeavesAt }: MeetingClock,
  pausedAt: Temporal.Instant | null,
): string =>
  [
    pausedAt ? say(language, 'clock.paused', { clock: sayClock(language, pausedAt) }) : [],
    endsAt ? say(language, 'clock.ends', { clock: sayClock(language, endsAt) }) : [],
    childLeavesAt ? say(language, 'clock.childLeaves', { clock: sayClock(language, childLeavesAt) }) : [],
  ]
    .flat()
    .join(' ');

function saySign({ language }: View, { isTimeFor, endsAt, childLeavesAt }: MeetingClock): string | null {
  if (isTimeFor === 'END' && endsAt) return say(language, 'clock.isEnding', { clock: sayClock(language, endsAt) });
  if (isTimeFor === 'CHILD' && childLeavesAt)
    return say(language, 'clock.childIsLeaving', { clock: sayClock(language, childLeavesAt) });
  return null;
}
