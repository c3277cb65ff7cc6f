/**
 * What every page of the meeting has around its own fields: where one is among the five parts, the clock, and the
 * chair's words. Long words are folded in, so that the fields stay on a telephone's first screen.
 */
import { z } from 'zod';
import type { MeetingPart } from '../../domain/meeting-pages.ts';
import { type CardTemplate, page } from '../contract.ts';
import { type ChairLine, type ChairValues, chairAlways, chairWords, PART_MINUTES } from '../texts/chair.ts';
import { say } from '../texts/say.ts';
import head from './meeting-head.json' with { type: 'json' };
import { meetingStrip } from './meeting-strip.ts';

export const meetingPage = page.extend({
  strip: z.string(),
  /** "Mötet slutar 14.00. Barnet går 13.20." */
  clock: z.string(),
  /** It is time for something, in words that stand out. */
  sign: z.string().nullable(),
  isPaused: z.boolean(),
  chairTitle: z.string(),
  /** What is said as the part goes on. */
  chair: z.array(z.string()),
  /** What is said when it is needed, a paragraph each; folded in. */
  chairMore: z.string(),
});

/** The page's own template below the head. */
export const inMeeting = ({ body, actions }: CardTemplate): CardTemplate => ({
  body: [...head.body, ...body],
  actions,
});

/** The head as it is said: the chair's own line first, what is needed now and then folded in. */
export const chairOf = (lines: readonly ChairLine[]) => ({
  chair: lines.flatMap(({ when, words }) => (when === null ? [words] : [])),
  chairMore: lines.flatMap(({ when, words }) => (when === null ? [] : [`**${when}** ${words}`])).join('\n\n'),
});

/** The head on the samples, as it looks in real use. */
export const meetingHead = (part: MeetingPart) => ({
  strip: meetingStrip('sv', part),
  clock: 'Mötet slutar 14.00. Barnet går 13.20.',
  sign: null,
  isPaused: false,
  chairTitle: say('sv', 'chair.title', { n: PART_MINUTES[part] }),
  ...chairOf([...chairWords('sv', part, SAMPLE_VALUES), ...chairAlways('sv')]),
});

const SAMPLE_VALUES: ChairValues = {
  ends: '14.00',
  topics: 'skola och förskola, psykisk hälsa',
  isChildThere: true,
  childLeaves: '13.20',
  follower: 'SCHOOL_STAFF',
  ring: 'Elevhälsan, 0521-12 34 56',
};
