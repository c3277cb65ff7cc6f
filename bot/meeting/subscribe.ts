import { randomBytes } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { isAfter } from '../../domain/days.ts';
import { RemoteGone } from '../../domain/ports.ts';
import type { Step } from '../act.ts';
import type { EffectKind } from '../effect.ts';

type Payload = { mailbox: string; clientState: string; known: string | null; expiresAt: Temporal.Instant };

const standing = z.object({
  mailbox: z.string(),
  clientState: z.string(),
  subscriptionId: z.string(),
  expiresAt: z.string(),
});

/** Graph keeps an Outlook subscription for at most 10,080 minutes (seven days). */
const LIFETIME_HOURS = 7 * 24 - 1;
const RENEW_HOURS_BEFORE = 24;

/** Sees to it that changes in the organiser's calendar are told: subscribes, or renews what will soon end. */
export const subscribe: EffectKind<Payload, z.input<typeof standing>> = {
  async prepare({ effect, store, now }) {
    if (!effect.subjectId) return null;
    const known = await store.findSubscription(effect.subjectId);
    const isFresh = known && isAfter(known.expiresAt, now.add({ hours: RENEW_HOURS_BEFORE + 1 }));
    if (isFresh) return null;
    return {
      mailbox: effect.subjectId,
      clientState: known?.clientState ?? randomBytes(24).toString('base64url'),
      known: known?.subscriptionId ?? null,
      expiresAt: now.add({ hours: LIFETIME_HOURS }),
    };
  },
  calendars: ({ mailbox }) => [mailbox],
  async send({ mailbox, clientState, known, expiresAt }, { calendar }) {
    const state = known ? await renewOrNull(() => calendar.renew(known, expiresAt)) : null;
    const now = state ?? (await calendar.subscribe(mailbox, clientState, expiresAt));
    return { mailbox, clientState, subscriptionId: now.subscriptionId, expiresAt: now.expiresAt.toString() };
  },
  done: 'subscribed',
};

async function renewOrNull<T>(renew: () => Promise<T>): Promise<T | null> {
  try {
    return await renew();
  } catch (failure) {
    if (failure instanceof RemoteGone) return null;
    throw failure;
  }
}

/** From now on changes are told; what was answered before that is read once. */
export const subscribed: Step = {
  async run({ act, store }) {
    const { mailbox, expiresAt: text, ...row } = standing.parse(act.data);
    const expiresAt = Temporal.Instant.from(text);
    await store.saveSubscription(mailbox, { ...row, expiresAt });
    const meetings = await store.findMeetingsOfOrganizer(mailbox);
    return {
      code: 'ok',
      effects: meetings.map(({ caseId, meetingId }) => ({ kind: 'read-answers', caseId, subjectId: meetingId })),
      due: [
        { kind: 'subscription.renew', subjectId: mailbox, dueAt: expiresAt.subtract({ hours: RENEW_HOURS_BEFORE }) },
      ],
    };
  },
};

export const renewSubscription: Step = {
  run: ({ act }) => ({ code: 'ok', effects: act.subjectId ? [{ kind: 'subscribe', subjectId: act.subjectId }] : [] }),
};
