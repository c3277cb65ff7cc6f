/**
 * Where in the meeting one is, in words: "Inledning ✓ › **Aktuell situation** › Behov › Sammanfattning › Avslutning".
 */
import { say, type Voice } from '../texts/say.ts';

/** The five parts of the meeting (SKR's mötescirkel). */
export type MeetingPart = 1 | 2 | 3 | 4 | 5;
const PARTS: readonly MeetingPart[] = [1, 2, 3, 4, 5];

export function meetingStrip(language: Voice, current: MeetingPart): string {
  const words = PARTS.map((part) => {
    const label = say(language, `part.${part}`);
    if (part === current) return `**${label}**`;
    return part < current ? `${label} ✓` : label;
  });
  return words.join(' › ');
}
