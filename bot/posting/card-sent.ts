import { z } from 'zod';
import type { Step } from '../act.ts';

const sent = z.object({
  wanted: z.number(),
  hash: z.string(),
  from: z.string().nullable(),
  conversationId: z.string(),
  activityId: z.string(),
});

/**
 * Remembers which message a card stands in, so that the next update goes there; and sends again what has changed
 * meanwhile.
 */
export const cardSent: Step = {
  async run({ act, file, store }) {
    const { wanted, hash, from, conversationId, activityId } = sent.parse(act.data);
    const id = act.subjectId ?? '';
    const posting = file?.postings.find((one) => one.id === id) ?? (await store.findPosting(id));
    if (!posting) return { code: 'noPosting' };
    // While this was on its way the card was opened in another message, or its chat was lost: what was decided then
    // counts.
    if (posting.activityId !== from) {
      return {
        code: 'moved',
        changes: [{ in: 'posting', id, set: { sendingId: null } }],
        effects: [{ kind: 'card', subjectId: id, ...(act.caseId ? { caseId: act.caseId } : {}) }],
      };
    }
    return {
      code: 'ok',
      changes: [
        { in: 'posting', id, set: { sent: wanted, sentHash: hash, conversationId, activityId, sendingId: null } },
      ],
      effects:
        posting.wanted > wanted ? [{ kind: 'card', subjectId: id, ...(act.caseId ? { caseId: act.caseId } : {}) }] : [],
    };
  },
};

/**
 * The card could not be sent. A chat that is gone or shut is forgotten, so that nothing more is tried there; the card
 * comes again when the person next turns up (`case/greet.ts`).
 */
export const cardNotSent: Step = {
  async run({ act, file, store }) {
    const id = act.subjectId ?? '';
    const posting = file?.postings.find((one) => one.id === id) ?? (await store.findPosting(id));
    if (!posting) return { code: 'noPosting' };
    const chat = posting.kind === 'MEASURE' ? {} : { conversationId: null, serviceUrl: null };
    const gone = act.effect?.cause === 'gone' ? { activityId: null, ...chat } : {};
    return { code: act.effect?.cause ?? 'dead', changes: [{ in: 'posting', id, set: { sendingId: null, ...gone } }] };
  },
};
