/**
 * Graph's change notifications: handshake, and one act for each changed event. Answered when they are in the database.
 */
import type { Request, Response } from 'restify';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import type { NotificationName } from '../../domain/names.ts';
import type { Database } from '../../domain/ports.ts';
import { type Act, newAct } from '../act.ts';
import type { Dispatch } from '../engine/dispatch.ts';

/** PostgreSQL refuses NUL and half characters. */
const text = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u);

const notification = z.object({
  subscriptionId: text(200),
  clientState: text(200),
  changeType: text(40).optional(),
  resourceData: z.object({ id: text(500), '@odata.etag': text(500).optional() }).optional(),
  /** `missed`, `subscriptionRemoved`, `reauthorizationRequired`: something of the subscription itself. */
  lifecycleEvent: z.string().max(100).optional(),
});
type Notification = z.output<typeof notification>;
const body = z.object({ value: z.array(z.unknown()).max(1_000) });

const read = (payload: unknown): Notification[] =>
  (body.safeParse(payload).data?.value ?? []).flatMap((raw) => notification.safeParse(raw).data ?? []);

/**
 * Several notifications per change and repeats of them are normal: the etag tells them apart; a removed event keeps its
 * last one.
 */
function actOf({ subscriptionId, changeType, resourceData, lifecycleEvent }: Notification): Act {
  const name: NotificationName = lifecycleEvent ? 'subscription.lost' : 'event.changed';
  const what = lifecycleEvent ? uuid() : `${resourceData?.id}:${changeType}:${resourceData?.['@odata.etag'] ?? uuid()}`;
  return newAct('notification', name, `${subscriptionId}:${what}`, {
    data: { subscriptionId, eventId: resourceData?.id ?? null },
  });
}

/** Only what carries the secret of a subscription of ours is believed; anybody can post here. */
async function ours(database: Database, notifications: Notification[]): Promise<Notification[]> {
  const ids = [...new Set(notifications.map((one) => one.subscriptionId))];
  const secrets = await database.transaction((store) =>
    Promise.all(ids.map(async (id) => [id, (await store.findSubscriptionById(id))?.clientState] as const)),
  );
  const secretOf = new Map(secrets);
  return notifications.filter((one) => secretOf.get(one.subscriptionId) === one.clientState);
}

export function notificationsRoute(database: Database, dispatch: Dispatch) {
  const take = async (payload: unknown): Promise<void> => {
    const notifications = read(payload);
    const acts = notifications.length > 0 ? (await ours(database, notifications)).map(actOf) : [];
    const once = acts.filter((act, n) => acts.findIndex((same) => same.key === act.key) === n);
    for (const act of once) await dispatch(act);
  };
  return async (request: Request, response: Response): Promise<void> => {
    const token: unknown = request.query?.validationToken;
    if (typeof token === 'string') {
      response.setHeader('Content-Type', 'text/plain');
      response.setHeader('X-Content-Type-Options', 'nosniff');
      response.sendRaw(200, token.slice(0, 2_000));
      return;
    }
    // What went wrong is logged where it did; Graph sends again, for hours, what was not taken.
    const isTaken = await take(request.body).then(
      () => true,
      () => false,
    );
    response.send(isTaken ? 202 : 503);
  };
}
