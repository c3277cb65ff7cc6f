/** What is known of a meeting, for the chair's words: on its pages and on the script. Units only: nobody's name. */
import { commonConsent } from '../../domain/consent.ts';
import { currentMeeting, currentPlan } from '../../domain/current.ts';
import { isFromAfar } from '../../domain/from-afar.ts';
import { unitOf } from '../../domain/in-register.ts';
import { isChildThere, meetingClock } from '../../domain/meeting-clock.ts';
import type { Moment } from '../../domain/moment.ts';
import type { ChairValues } from './chair.ts';
import { sayClock, sayDay } from './dates.ts';
import { say, type Voice } from './say.ts';
import { sayWithPhone } from './say-phone.ts';

/** `sayIt`: a day, on paper with its year. */
export function chairValuesOf(voice: Voice, { file, register, now, today }: Moment, sayIt = sayDay): ChairValues {
  const meeting = currentMeeting(file);
  const { endsAt, childLeavesAt } = meetingClock(file, meeting, now);
  const plan = currentPlan(file);
  // What a locked version says was said at the meeting before.
  const written = plan?.lockedAt === null ? plan : undefined;
  const owner = unitOf(register, written?.ownerUnitId ?? file.case.unitId);
  const topics = [...(commonConsent(file, [today])?.topics ?? [])].map((topic) => say(voice, `topic.${topic}`));
  return {
    ends: endsAt && sayClock(voice, endsAt),
    topics: topics.join(', ').toLowerCase(),
    isFromAfar: isFromAfar(meeting),
    isChildThere: isChildThere(file, meeting),
    childLeaves: childLeavesAt && sayClock(voice, childLeavesAt),
    follower: meeting?.childFollower ?? null,
    decidedBy: written?.responsibilityByOn ? sayIt(voice, written.responsibilityByOn) : null,
    again: written?.followUpOn ? sayIt(voice, written.followUpOn) : null,
    ring: owner ? sayWithPhone(voice, register, { unitId: owner.id, personId: null }) : null,
  };
}
