import { newPosting } from '../../domain/posting.ts';
import { quietUntil } from '../../domain/quiet.ts';
import type { Step } from '../act.ts';

/**
 * Something that was due in the case was given up, and no card says so: its convener gets one neutral line in their
 * chat. Whoever runs the program can have it done anew (`npm run dead`).
 */
export const tellGivenUp: Step = {
  async run({ file, store, newId, now, register }) {
    if (!file) return { code: 'expired' };
    const { id: caseId, code, convenerId: personId, tenantId } = file.case;
    const chat = await store.findChat(personId);
    if (!chat) return { code: 'noChat' };
    const id = newId();
    const later = quietUntil(file, now);
    const line = newPosting(id, {
      kind: 'LINE',
      page: 'line',
      line: { key: 'line.givenUp', values: { code } },
      caseId,
      personId,
      tenantId,
      language: chat.language ?? register.settings.defaultLanguage,
      ...(later ? {} : { conversationId: chat.conversationId, serviceUrl: chat.serviceUrl }),
      createdAt: now,
    });
    return {
      code: 'dead',
      changes: [line],
      due: later ? [{ kind: 'card.waits', caseId, subjectId: id, dueAt: later }] : [],
    };
  },
};
