import { newPosting } from '../../domain/posting.ts';
import type { Posting } from '../../domain/rows/posting.ts';
import type { Outcome, Say, Step } from '../act.ts';
import { lineOutcome } from './say-line.ts';

/**
 * Help and lists are snapshots: always posted new, where the words were typed. A list of cases is only ever shown in
 * the own chat.
 */
export const postOverview = (
  kind: 'HELP' | 'CASES',
  notice: Say | null = null,
  more: Pick<Outcome, 'notUnderstood'> = {},
): Step => ({
  // "Mina ärenden" stands on the card of a closed case too.
  on: ['HELP', 'CASE'],
  async run(context) {
    const { act, person, newId, now, language, store } = context;
    const here = act.at;
    const isPrivate = kind === 'CASES';
    const own = here && (here.personal || !isPrivate) ? null : person && (await store.findChat(person.id));
    const chat = own ?? here;
    if (!chat || (isPrivate && !own && !here?.personal)) return { code: 'noChat' };
    const page: Posting['page'] = kind === 'CASES' && person ? 'cases' : 'help';
    const posting = newPosting(newId(), {
      kind: page === 'cases' ? 'CASES' : 'HELP',
      page,
      notice,
      personId: person?.id ?? null,
      tenantId: chat.tenantId,
      language: own?.language ?? language,
      conversationId: chat.conversationId,
      serviceUrl: chat.serviceUrl,
      createdAt: now,
    });
    const elsewhere =
      here !== null && !here.personal && isPrivate ? lineOutcome(context, 'line.listInChat', 'ok') : null;
    return {
      code: 'ok',
      ...more,
      changes: [posting, ...(elsewhere?.changes ?? [])],
      ...(elsewhere?.notice ? { notice: elsewhere.notice } : {}),
    };
  },
});
