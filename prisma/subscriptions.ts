import { Temporal } from 'temporal-polyfill';
import type { Store } from '../domain/ports.ts';
import type { Inside } from './inside.ts';

type SubscriptionStore = Pick<Store, 'findSubscription' | 'findSubscriptionById' | 'saveSubscription'>;

const placeOf = (mailbox: string): string => `Subscription.clientState:${mailbox}`;

/** What Microsoft Graph tells us by: one subscription per organiser's mailbox, its secret sealed. */
export const subscriptionStore = ({ tx, keys }: Inside): SubscriptionStore => ({
  async findSubscription(mailbox) {
    const row = await tx.subscription.findUnique({ where: { mailbox } });
    if (!row) return null;
    const expiresAt = Temporal.Instant.fromEpochMilliseconds(row.expiresAt.getTime());
    return {
      subscriptionId: row.subscriptionId,
      clientState: keys.open(row.clientStateSealed, placeOf(mailbox)),
      expiresAt,
    };
  },
  async findSubscriptionById(subscriptionId) {
    const row = await tx.subscription.findFirst({ where: { subscriptionId } });
    return row && { mailbox: row.mailbox, clientState: keys.open(row.clientStateSealed, placeOf(row.mailbox)) };
  },
  async saveSubscription(mailbox, { subscriptionId, clientState, expiresAt }) {
    const data = {
      subscriptionId,
      clientStateSealed: keys.seal(clientState, placeOf(mailbox)),
      expiresAt: new Date(expiresAt.epochMilliseconds),
    };
    await tx.subscription.upsert({ where: { mailbox }, create: { mailbox, ...data }, update: data });
  },
});
