import { chairAlways, chairWords, PART_MINUTES } from '../../cards/texts/chair.ts';
import { chairValuesOf } from '../../cards/texts/chair-values.ts';
import { sayDayOfYear } from '../../cards/texts/dates.ts';
import { say, type Voice } from '../../cards/texts/say.ts';
import type { Paper } from '../../documents/paper.ts';
import { isPaperOnly } from '../../domain/gates.ts';
import { MEETING_PARTS } from '../../domain/meeting-pages.ts';
import type { Moment } from '../../domain/moment.ts';

/** What is not known is written in by hand. */
const BLANK = '____________';

/**
 * The chair's words, the same as on the meeting's pages, with what is known of this meeting. On paper only nothing of
 * it is filled in: no paper says when, and none what the consents say.
 */
export function scriptOf(moment: Moment, voice: Voice): Paper['script'] {
  const { isChildThere, ...known } = chairValuesOf(voice, moment, sayDayOfYear);
  const values = { ...(isPaperOnly(moment.file) ? {} : known), isChildThere, blank: BLANK };
  return {
    parts: MEETING_PARTS.map((part) => ({
      part: say(voice, `part.${part}`),
      minutes: String(PART_MINUTES[part]),
      lines: chairWords(voice, part, values),
    })),
    always: chairAlways(voice),
  };
}
