import type { Temporal } from 'temporal-polyfill';
import { chairOf } from '../../cards/sip/meeting-page.ts';
import { meetingStrip } from '../../cards/sip/meeting-strip.ts';
import { type ChairValues, chairAlways, chairWords, type MeetingPart, PART_MINUTES } from '../../cards/texts/chair.ts';
import { sayClock, sayDay } from '../../cards/texts/dates.ts';
import { sayUnit } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { commonConsent } from '../../domain/consent.ts';
import { currentMeeting, currentPlan } from '../../domain/current.ts';
import { unitOf } from '../../domain/in-register.ts';
import { isChildThere, type MeetingClock, meetingClock } from '../../domain/meeting-clock.ts';
import { gapsInPlan } from '../../domain/plan.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { caseOf, type View } from '../act.ts';
import { partOf } from './part-of.ts';

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
    ...chairOf([...chairWords(language, part, chairValues(view, clock)), ...chairAlways(language)]),
  };
}

/** What is known of this meeting, for the chair's words. Units only: nobody's name. */
function chairValues(view: View, { endsAt, childLeavesAt }: MeetingClock): ChairValues {
  const file = caseOf(view);
  const { language, register } = view;
  const [meeting, plan] = [currentMeeting(file), currentPlan(file)];
  const owner = unitOf(register, plan?.ownerUnitId ?? file.case.unitId);
  return {
    ends: endsAt && sayClock(language, endsAt),
    topics: [...(commonConsent(file, [view.today])?.topics ?? [])]
      .map((topic) => say(language, `topic.${topic}`).toLowerCase())
      .join(', '),
    isChildThere: isChildThere(file, meeting),
    childLeaves: childLeavesAt && sayClock(language, childLeavesAt),
    follower: meeting?.childFollower ?? null,
    decidedBy: plan?.responsibilityByOn ? sayDay(language, plan.responsibilityByOn) : null,
    again: plan?.followUpOn ? sayDay(language, plan.followUpOn) : null,
    ring: owner ? [sayUnit(register, owner.id), owner.phone].filter(Boolean).join(', ') : null,
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
