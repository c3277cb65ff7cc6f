/**
 * The chair's words, part by part: the same on the meeting's pages and on paper. Short, spoken, and the same for every
 * family; what is not known yet is a line to fill in by hand on paper, and other words on a card.
 */
import type { VoiceKeeper } from '../../domain/codes.ts';
import type { MeetingPart } from '../../domain/meeting-pages.ts';
import { say, type TextKey, type Voice } from './say.ts';

/** How long each part takes of an hour. */
export const PART_MINUTES: Record<MeetingPart, number> = { 1: 5, 2: 10, 3: 25, 4: 10, 5: 5 };

export type ChairValues = {
  /** When the meeting ends: "14.00". */
  ends?: string | null;
  /** What may be spoken of: "skola, psykisk hälsa". */
  topics?: string | null;
  isChildThere: boolean;
  /** Somebody joins from afar. */
  isFromAfar?: boolean;
  /** Until when the child is there; null: to the end, or not at all. */
  childLeaves?: string | null;
  follower?: VoiceKeeper | null;
  /** By which day the managers decide, and when they meet again: "torsdag 7 maj". */
  decidedBy?: string | null;
  again?: string | null;
  /** Whom to ring: "Elevhälsan, 0521-12 34 56". */
  ring?: string | null;
  /** What stands where a value is not known: a line on paper. Without it, words. */
  blank?: string;
};

/** `when`: when it is said; null: as the part goes on. */
export type ChairLine = { when: string | null; words: string };

/** "{Roll} går med dig." */
const sayFollower = (voice: Voice, follower: VoiceKeeper | null | undefined): string =>
  say(voice, `chair.follower.${follower ?? 'NONE'}`);

export function chairWords(voice: Voice, part: MeetingPart, values: ChairValues): ChairLine[] {
  const known = (value: string | null | undefined, unknown: TextKey) => value || (values.blank ?? say(voice, unknown));
  const line = (key: TextKey, said?: Record<string, string>): ChairLine => ({
    when: null,
    words: say(voice, key, said),
  });
  const at = (when: TextKey, key: TextKey, said?: Record<string, string>): ChairLine => ({
    when: say(voice, when),
    words: say(voice, key, said),
  });
  const again = known(values.again, 'chair.someDay');
  switch (part) {
    case 1:
      return [
        line('chair.welcome', { ends: known(values.ends, 'chair.asAgreed') }),
        line('chair.secrecy', { topics: known(values.topics, 'chair.asConsented') }),
        ...(values.isFromAfar ? [line('chair.notRecorded')] : []),
        at('chair.ifRaised', 'chair.notToday'),
        at('chair.toRelatives', 'chair.tellNobody'),
      ];
    case 2:
      return [
        line(values.isChildThere ? 'chair.childFirst' : 'chair.childSaid'),
        line('chair.worksAndNot'),
        at('chair.toUnits', 'chair.whatCanYouDo'),
      ];
    case 3:
      return [
        line('chair.needs'),
        at('chair.toEach', 'chair.canYouDecide'),
        at('chair.ifDisagreed', 'chair.disagreed', { day: known(values.decidedBy, 'chair.someDay') }),
        ...(values.childLeaves ? childLeaves(voice, values.childLeaves, values.follower) : []),
      ];
    case 4:
      return [line('chair.readback')];
    case 5:
      return [line('chair.closing', { day: again, ring: known(values.ring, 'chair.someone') })];
  }
}

/** When the child leaves, and what is said when it has. */
const childLeaves = (voice: Voice, clock: string, follower: VoiceKeeper | null | undefined): [ChairLine, ChairLine] => [
  {
    when: say(voice, 'chair.childLeaves'),
    words: say(voice, 'chair.thanks', { clock, follower: sayFollower(voice, follower) }),
  },
  { when: say(voice, 'chair.childHasLeft'), words: say(voice, 'chair.mayHear') },
];

/** Whenever it is needed. */
export const chairAlways = (voice: Voice): ChairLine[] => [
  { when: say(voice, 'chair.ifPause'), words: say(voice, 'chair.pause') },
  { when: say(voice, 'chair.ifWithdrawn'), words: say(voice, 'chair.withdrawn') },
];
