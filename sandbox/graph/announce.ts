import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { etagOf } from './event-json.ts';
import type { Touched } from './office.ts';
import type { State, Subscription } from './state.ts';

/**
 * Puts one notification per change and live subscription among the pending ones. Says what changed, never what it says.
 */
export function announceChanges(
  state: State,
  now: Temporal.Instant,
  tenantOf: (mailboxId: string) => string,
  touched: readonly Touched[],
): void {
  for (const one of touched) {
    for (const subscription of state.subscriptions) {
      if (
        subscription.mailboxId !== one.mailboxId ||
        !subscription.changeTypes.includes(one.change) ||
        !isLive(subscription, now)
      )
        continue;
      const notification = toNotification(subscription, one, tenantOf(one.mailboxId));
      state.pending.push({
        id: randomUUID(),
        url: subscription.notificationUrl,
        body: { value: [notification] },
        attempts: 0,
      });
    }
  }
}

export function isLive({ expiresAt }: Subscription, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(Temporal.Instant.from(expiresAt), now) > 0;
}

function toNotification(
  subscription: Subscription,
  { mailboxId, eventId, changeKey, change }: Touched,
  tenantId: string,
) {
  const resource = `Users/${mailboxId}/Events/${eventId}`;
  return {
    subscriptionId: subscription.id,
    subscriptionExpirationDateTime: subscription.expiresAt,
    changeType: change,
    resource,
    resourceData: {
      '@odata.type': '#Microsoft.Graph.Event',
      '@odata.id': resource,
      '@odata.etag': etagOf(changeKey),
      id: eventId,
    },
    clientState: subscription.clientState,
    tenantId,
  };
}
