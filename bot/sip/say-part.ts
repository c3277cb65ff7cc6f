import { type MeetingPart, meetingStrip } from '../../cards/sip/meeting-strip.ts';
import { say } from '../../cards/texts/say.ts';
import { caseOf, type View } from '../act.ts';

/** "Möte K7M-3XQ · 2 av 5 Aktuell situation", and where that is among the five parts. */
export function sayPart(view: View, part: MeetingPart): { title: string; strip: string } {
  const { language } = view;
  const name = say(language, `part.${part}`);
  return {
    title: say(language, 'meet.title', { code: caseOf(view).case.code, n: part, part: name }),
    strip: meetingStrip(language, part),
  };
}
