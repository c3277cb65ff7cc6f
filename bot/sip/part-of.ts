import type { MeetingPart } from '../../cards/texts/chair.ts';
import type { PageName } from '../../domain/names.ts';

/** The part in which each page of the meeting stands. */
const PARTS: Partial<Record<PageName, MeetingPart>> = {
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
};

export const partOf = (page: PageName): MeetingPart | undefined => PARTS[page];
