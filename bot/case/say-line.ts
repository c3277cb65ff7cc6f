import { newPosting } from '../../domain/posting.ts';
import type { Context, Outcome, Step } from '../act.ts';

/** One neutral sentence where the words were typed; a button gets it as a notice on its card. Nothing of what was typed is kept. */
export function lineOutcome({ act, newId, now, language }: Context, key: string, code: string): Outcome {
  if (act.kind === 'verb' || !act.at) return { code, notice: { key } };
  const { tenantId, conversationId, serviceUrl } = act.at;
  const at = { tenantId, conversationId, serviceUrl };
  const line = newPosting(newId(), { kind: 'LINE', page: 'line', line: { key, values: {} }, language, createdAt: now, ...at });
  return { code, changes: [line], effects: [{ kind: 'card', subjectId: line.id }] };
}

/** Answers typed words with one fixed sentence. */
export const sayLine = (key: string): Step => ({ run: (context) => lineOutcome(context, key, 'ok') });
