import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { isAfter } from '../domain/days.ts';
import { type Clock, RemoteRefused, RemoteUnreachable, type SubscriptionState } from '../domain/ports.ts';
import type { GraphClient } from './client.ts';
import { GraphInstant } from './date-time.ts';

export type NotificationUrls = {
  /** Where Graph tells about changed events. It must answer the validation while `subscribe` is still waiting. */
  notificationUrl: string;
  /** Where Graph tells that a subscription died or lost something; it cannot be added later. */
  lifecycleNotificationUrl: string;
};

/** Graph's limit for events is 10,080 minutes (7 days); one less, because the two clocks differ a little. */
const LONGEST_MINUTES = 10_079;

const Subscription = z.object({ id: z.string().min(1), expirationDateTime: GraphInstant });

/**
 * Asks to be told about every change in the mailbox's calendar. The answer says until when, which can be earlier than
 * asked for.
 */
export async function subscribe(
  graph: GraphClient,
  clock: Clock,
  urls: NotificationUrls,
  wanted: { mailboxId: string; clientState: string; expiresAt: Temporal.Instant },
): Promise<SubscriptionState> {
  const body = {
    changeType: 'created,updated,deleted',
    notificationUrl: urls.notificationUrl,
    lifecycleNotificationUrl: urls.lifecycleNotificationUrl,
    resource: `users/${wanted.mailboxId}/events`,
    clientState: wanted.clientState,
    expirationDateTime: atMost(clock, wanted.expiresAt).toString(),
  };
  const created = await graph({ method: 'POST', path: '/subscriptions', body, answer: Subscription }).catch(toLater);
  return toState(created, wanted.expiresAt);
}

/** Our own address did not answer the handshake, as where the program was just being stopped: later it does. */
function toLater(failure: unknown): never {
  const isHandshake = failure instanceof RemoteRefused && failure.cause === 'ValidationError';
  throw isHandshake ? new RemoteUnreachable('handshake') : failure;
}

/** Throws RemoteGone when Graph has dropped the subscription: subscribe anew. */
export async function renewSubscription(
  graph: GraphClient,
  clock: Clock,
  subscriptionId: string,
  expiresAt: Temporal.Instant,
): Promise<SubscriptionState> {
  const path = `/subscriptions/${encodeURIComponent(subscriptionId)}`;
  const body = { expirationDateTime: atMost(clock, expiresAt).toString() };
  return toState(
    await graph({ method: 'PATCH', path, body, answer: Subscription, gone: ['ResourceNotFound'] }),
    expiresAt,
  );
}

function atMost(clock: Clock, expiresAt: Temporal.Instant): Temporal.Instant {
  const limit = clock.now().add({ minutes: LONGEST_MINUTES });
  return isAfter(expiresAt, limit) ? limit : expiresAt;
}

function toState(
  { id, expirationDateTime }: z.output<typeof Subscription>,
  asked: Temporal.Instant,
): SubscriptionState {
  return { subscriptionId: id, expiresAt: expirationDateTime ?? asked };
}
