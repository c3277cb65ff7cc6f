import { chairAlways, chairWords, MEETING_PARTS, PART_MINUTES } from '../../cards/texts/chair.ts';
import { sayClock } from '../../cards/texts/dates.ts';
import { sayUnit } from '../../cards/texts/labels.ts';
import { say, type Voice } from '../../cards/texts/say.ts';
import type { Paper } from '../../documents/paper.ts';
import { commonConsent } from '../../domain/consent.ts';
import { currentMeeting } from '../../domain/current.ts';
import { isPaperOnly } from '../../domain/gates.ts';
import { unitOf } from '../../domain/in-register.ts';
import { isChildThere, meetingClock } from '../../domain/meeting-clock.ts';
import type { Moment } from '../../domain/moment.ts';

/** What is not known is written in by hand. */
const BLANK = '____________';

/**
 * The chair's words, the same as on the meeting's pages, with what is known of this meeting. On paper only nothing of it
 * is filled in: no paper says when, and none what the consents say.
 */
export function scriptOf(moment: Moment, voice: Voice): Paper['script'] {
  const { file, register, now, today } = moment;
  const meeting = currentMeeting(file);
  const { endsAt, childLeavesAt } = meetingClock(file, meeting, now);
  const topics = [...(commonConsent(file, [today])?.topics ?? [])].map((topic) => say(voice, `topic.${topic}`));
  const unit = unitOf(register, file.case.unitId);
  const known = {
    ends: endsAt && sayClock(voice, endsAt),
    topics: topics.join(', ').toLowerCase(),
    childLeaves: childLeavesAt && sayClock(voice, childLeavesAt),
    follower: meeting?.childFollower ?? null,
    ring: unit ? [sayUnit(register, unit.id), unit.phone].filter(Boolean).join(', ') : null,
  };
  const values = {
    ...(isPaperOnly(file) ? {} : known),
    isChildThere: isChildThere(file, meeting),
    blank: BLANK,
  };
  return {
    parts: MEETING_PARTS.map((part) => ({
      part: say(voice, `part.${part}`),
      minutes: String(PART_MINUTES[part]),
      lines: chairWords(voice, part, values),
    })),
    always: chairAlways(voice),
  };
}
