/**
 * Where in the meeting one is, in words: "Inledning ✓ › **Aktuell situation** › Behov › Sammanfattning › Avslutning".
 */
import { MEETING_PARTS, type MeetingPart } from '../../domain/meeting-pages.ts';
import { say, type Voice } from '../texts/say.ts';

/** A part that is behind and lacks something is not ticked off. */
export function meetingStrip(language: Voice, current: MeetingPart, lacking: readonly MeetingPart[] = []): string {
  const words = MEETING_PARTS.map((part) => {
    const label = say(language, `part.${part}`);
    if (part === current) return `**${label}**`;
    return part < current && !lacking.includes(part) ? `${label} ✓` : label;
  });
  return words.join(' › ');
}
