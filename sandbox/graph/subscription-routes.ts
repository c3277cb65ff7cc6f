import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { isLive } from './announce.ts';
import type { Office } from './office.ts';
import { GraphRefusal, invalid } from './refusal.ts';
import type { GraphHandler, GraphRequest } from './request.ts';
import type { Route } from './routes.ts';
import { CHANGE_TYPES, type Subscription } from './state.ts';

/** Real Graph wants https; on one machine plain http is the only way. */
const ReceiverUrl = z.url({ protocol: /^https?$/ });
const NewSubscription = z.strictObject({
  changeType: z
    .string()
    .transform((list) => list.split(',').map((one) => one.trim()))
    .pipe(z.array(z.enum(CHANGE_TYPES)).min(1)),
  notificationUrl: ReceiverUrl,
  lifecycleNotificationUrl: ReceiverUrl.nullable().default(null),
  resource: z.string(),
  expirationDateTime: z.iso.datetime({ offset: true }),
  clientState: z.string().max(128).nullable().default(null),
});
const Renewal = z.strictObject({ expirationDateTime: z.iso.datetime({ offset: true }) });

const LONGEST_MINUTES = 10_080;
const HANDSHAKE_WITHIN_MS = 10_000;

export function subscriptionRoutes(office: Office): Route[] {
  const live = () => office.state.subscriptions.filter((one) => isLive(one, Temporal.Instant.from(office.now())));
  const getLive = ({ params }: GraphRequest) => {
    const found = live().find(({ id }) => id === params.subscription);
    if (!found) throw new GraphRefusal(404, 'ResourceNotFound', 'The object was not found.');
    return found;
  };

  const create: GraphHandler = async ({ body }) => {
    const { changeType, expirationDateTime, ...given } = NewSubscription.parse(body);
    const mailbox = /^\/?users\/([^/]+)\/events$/i.exec(given.resource)?.[1];
    if (!mailbox) throw invalid(`The resource '${given.resource}' is not supported.`, 'ExtensionError');
    const mailboxId = office.getOwner(decodeURIComponent(mailbox)).id;
    const expiresAt = checkExpiry(office, expirationDateTime);
    // The receiver must answer before the caller gets its subscription.
    await shakeHands(given.notificationUrl);
    if (given.lifecycleNotificationUrl) await shakeHands(given.lifecycleNotificationUrl);

    const subscription: Subscription = { id: randomUUID(), mailboxId, changeTypes: changeType, expiresAt, ...given };
    office.act(() => {
      office.state.subscriptions = [...live(), subscription];
    });
    return { status: 201, body: toJson(subscription) };
  };
  const renew: GraphHandler = (request) => {
    const found = getLive(request);
    const expiresAt = checkExpiry(office, Renewal.parse(request.body).expirationDateTime);
    office.act(() => {
      found.expiresAt = expiresAt;
    });
    return { status: 200, body: toJson(found) };
  };
  const remove: GraphHandler = (request) => {
    const found = getLive(request);
    office.act(() => {
      office.state.subscriptions = office.state.subscriptions.filter((one) => one !== found);
    });
    return { status: 204 };
  };

  return [
    ['post', '/subscriptions', create],
    ['get', '/subscriptions', () => ({ status: 200, body: { value: live().map(toJson) } })],
    ['get', '/subscriptions/:subscription', (request) => ({ status: 200, body: toJson(getLive(request)) })],
    ['patch', '/subscriptions/:subscription', renew],
    ['del', '/subscriptions/:subscription', remove],
  ];
}

/** Between now and 10,080 minutes ahead, by the sandbox's clock. */
function checkExpiry(office: Office, expirationDateTime: string): string {
  const at = Temporal.Instant.from(expirationDateTime);
  const ahead = Temporal.Instant.from(office.now()).until(at).total('minutes');
  if (ahead <= 0) throw invalid('Expiration is in the past.', 'ValidationError');
  if (ahead > LONGEST_MINUTES)
    throw invalid('Subscription expiration can only be 10080 minutes in the future.', 'ValidationError');
  return at.toString();
}

async function shakeHands(url: string): Promise<void> {
  const token = `Validation: ${randomUUID()}+å&=`;
  const address = new URL(url);
  address.searchParams.set('validationToken', token);
  const headers = { 'content-type': 'text/plain; charset=utf-8' };
  const echoed = await fetch(address, { method: 'POST', headers, signal: AbortSignal.timeout(HANDSHAKE_WITHIN_MS) })
    .then(async (response) => {
      const plain = response.headers.get('content-type')?.startsWith('text/plain') ?? false;
      const text = await response.text();
      return response.status === 200 && plain && text === token;
    })
    .catch(() => false);
  if (!echoed)
    throw invalid(
      'Subscription validation request failed. The receiver must answer 200 text/plain with the token.',
      'ValidationError',
    );
}

/** The secret is never given back, as Graph does it. */
function toJson({ id, resource, changeTypes, notificationUrl, lifecycleNotificationUrl, expiresAt }: Subscription) {
  const changeType = changeTypes.join(',');
  return {
    id,
    resource,
    changeType,
    notificationUrl,
    lifecycleNotificationUrl,
    clientState: null,
    expirationDateTime: expiresAt,
  };
}
