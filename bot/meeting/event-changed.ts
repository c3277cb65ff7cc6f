import { z } from 'zod';
import type { Step } from '../act.ts';

const change = z.object({ subscriptionId: z.string(), eventId: z.string().nullable() });

/** A Graph notification only says that something changed: the event is read again. */
export const eventChanged: Step = {
  async run({ act, store }) {
    const parsed = change.safeParse(act.data);
    if (!parsed.success) return { code: 'malformed' };
    const { subscriptionId, eventId } = parsed.data;
    const [subscription] = await store.findSubscriptions([subscriptionId]);
    if (!subscription || !eventId) return { code: 'notOurs' };
    const meeting = await store.findMeetingByEvent(subscription.mailbox, eventId);
    if (!meeting) return { code: 'otherEvent' };
    return { code: 'ok', effects: [{ kind: 'read-answers', caseId: meeting.caseId, subjectId: meeting.meetingId }] };
  },
};

/** The subscription itself was lost, or changes were missed: subscribe anew, which also reads every event again. */
export const subscriptionLost: Step = {
  async run({ act, store, now }) {
    const { subscriptionId } = change.parse(act.data);
    const [lost] = await store.findSubscriptions([subscriptionId]);
    if (!lost) return { code: 'notOurs' };
    await store.saveSubscription(lost.mailbox, { subscriptionId, clientState: lost.clientState, expiresAt: now });
    return { code: 'ok', effects: [{ kind: 'subscribe', subjectId: lost.mailbox }] };
  },
};
