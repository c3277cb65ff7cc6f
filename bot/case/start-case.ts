import { mayStart } from '../../domain/access.ts';
import type { Language } from '../../domain/codes.ts';
import { newPosting } from '../../domain/posting.ts';
import type { Context, Step } from '../act.ts';
import { newCase } from './new-case.ts';
import { lineOutcome, openChat } from './say-line.ts';

/** "nytt Västbus": a case and its card in the starter's own chat. In a channel only a neutral line is said. */
export const startCase: Step = {
  on: ['HELP', 'CASES'],
  async run(context) {
    const { person, act, store } = context;
    if (!person) return lineOutcome(context, 'err.notInRegister', 'notInRegister');
    const chat = act.at?.personal ? act.at : await store.findChat(person.id);
    if (!chat) return openChat(context);
    const line = act.at && !act.at.personal ? lineOutcome(context, 'line.continueInChat', 'ok') : null;
    const opened = mayStart(person) ? newCase(context, person, chat) : proposal(context, person.id, chat);
    return {
      code: mayStart(person) ? 'ok' : 'mayNotCall',
      changes: [...opened.changes, ...(line?.changes ?? [])],
      ...(line?.notice ? { notice: line.notice } : {}),
    };
  },
};

type Chat = { tenantId: string; conversationId: string; serviceUrl: string; language?: Language | null };

/** Everybody who works with children may propose; not everybody may call (Vänersborg's routine). */
function proposal(
  { newId, now, language: said }: Context,
  personId: string,
  { tenantId, conversationId, serviceUrl, language }: Chat,
) {
  const card = newPosting(newId(), {
    kind: 'PROPOSE',
    page: 'propose',
    personId,
    tenantId,
    language: language ?? said,
    conversationId,
    serviceUrl,
    createdAt: now,
  });
  return { changes: [card] };
}
