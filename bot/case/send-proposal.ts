import type { z } from 'zod';
import { propose } from '../../cards/case/propose.ts';
import { newPosting } from '../../domain/posting.ts';
import { invalid, type Step } from '../act.ts';
import { conveners } from './propose-page.ts';

/** A neutral card in the convener's own chat: who proposes, and nothing about whom. They talk with each other. */
export const sendProposal: Step<z.output<ReturnType<typeof propose.form>>> = {
  on: ['PROPOSE'],
  form: ({ register, person }) => propose.form(conveners(register, person?.id ?? null).map(({ id }) => id)),
  async run({ form, person, posting, register, store, newId, now, language }) {
    if (!form.to || !person || !posting) return invalid({ to: 'error.proposeTo' });
    const chat = await store.findChat(form.to);
    if (!chat) return invalid({ to: 'error.noChat' });
    const card = newPosting(newId(), {
      kind: 'HELP',
      page: 'help',
      notice: { key: 'propose.from', values: { personId: person.id } },
      personId: form.to,
      tenantId: chat.tenantId,
      language: chat.language ?? register.settings.defaultLanguage,
      conversationId: chat.conversationId,
      serviceUrl: chat.serviceUrl,
      createdAt: now,
    });
    // A line stands, also on a locked telephone: it says nobody's number.
    const line = { key: 'propose.sent', values: {} } as const;
    return {
      code: 'ok',
      changes: [
        card,
        {
          in: 'posting',
          id: posting.id,
          set: { kind: 'LINE', page: 'line', line, language, wanted: posting.wanted + 1 },
        },
      ],
      notice: { key: 'propose.sentTo', values: { personId: form.to } },
    };
  },
};
