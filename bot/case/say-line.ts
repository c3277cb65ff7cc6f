import type { TextKey } from '../../cards/texts/say.ts';
import type { PersonLimit } from '../../domain/limits.ts';
import type { OutcomeCode } from '../../domain/names.ts';
import { newPosting } from '../../domain/posting.ts';
import type { Context, Outcome, Say, Step } from '../act.ts';

/**
 * One neutral sentence where the words were typed; a button gets it as a notice on its card. Nothing of what was typed
 * is kept.
 */
export function lineOutcome(
  { act, newId, now, language }: Context,
  key: TextKey,
  code: OutcomeCode,
  values: Say['values'] = {},
): Outcome {
  if (act.kind === 'verb' || !act.at) return { code, notice: { key, values } };
  const { tenantId, conversationId, serviceUrl } = act.at;
  const at = { tenantId, conversationId, serviceUrl };
  const line = newPosting(newId(), {
    kind: 'LINE',
    page: 'line',
    line: { key, values },
    language,
    createdAt: now,
    ...at,
  });
  return { code, changes: [line] };
}

/**
 * A typed worry gets one fixed answer, with the number to ring. Nothing of it is kept: the bot takes no reports of
 * concern.
 */
export const sayConcern: Step = {
  run: (context) => lineOutcome(context, 'line.worry', 'ok', { concern: context.register.settings.concernLine }),
};

/** Nothing of a case is said anywhere but in the own chat, and the person has none yet. */
export const openChat = (context: Context): Outcome =>
  lineOutcome(context, 'line.openChat', 'noChat', { word: context.register.settings.meetingWord });

/** It was too much in a short time: what was filled in stays, and what to do is said. */
export const sayTooMuch = (limit: PersonLimit): Step => ({
  run: (context) => ({ ...lineOutcome(context, `err.tooMuch.${limit}`, 'tooMuch'), keepTyped: true }),
});
