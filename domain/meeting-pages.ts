/** The pages that are written on while people sit there, and in which part of the meeting each stands. */
import { findIn, type PageName } from './names.ts';

/** The five parts of the meeting (SKR's mötescirkel). */
export const MEETING_PARTS = [1, 2, 3, 4, 5] as const;
export type MeetingPart = (typeof MEETING_PARTS)[number];

const PARTS = {
  attendance: 1,
  childGoal: 2,
  needs: 3,
  goals: 3,
  review: 3,
  measures: 3,
  measureMore: 3,
  responsibility: 4,
  openPoints: 4,
  readback: 4,
  closing: 5,
  nextTime: 5,
  'nextTime-searching': 5,
  // Laid over whichever part it is.
  paused: null,
  screen: null,
} as const satisfies Partial<Record<PageName, MeetingPart | null>>;

/** A page that is laid over another one. */
export const isOver = (page: string): boolean => findIn<MeetingPart | null>(PARTS, page) === null;

export const MEETING_PAGES: readonly string[] = Object.keys(PARTS);

export const partOf = (page: string): MeetingPart | null => findIn<MeetingPart | null>(PARTS, page) ?? null;
