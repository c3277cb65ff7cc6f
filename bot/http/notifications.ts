/**
 * Graph's change notifications: handshake, and one act for each changed event. Answered when they are in the database.
 */
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import type { NotificationName } from '../../domain/names.ts';
import type { Database } from '../../domain/ports.ts';
import { type Act, newAct } from '../act.ts';
import type { Dispatch } from '../engine/dispatch.ts';
import type { Visit } from './open-door.ts';
import type { Read, Refused } from './read-json.ts';

/** Graph's have some kilobytes. */
export const MAX_NOTIFICATION_BYTES = 256 * 1024;

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

/**
 * What of a body is notifications, and how many things it lists; nobody holds the body itself while they are carried
 * out.
 */
function listed(read: Read): Refused | { ok: true; notifications: Notification[]; of: number } {
  if (!read.ok) return read;
  const all = body.safeParse(read.value).data?.value;
  const notifications = (all ?? []).flatMap((raw) => notification.safeParse(raw).data ?? []);
  return { ok: true, notifications, of: all?.length ?? Number.NaN };
}

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
  const known = await database.transaction((store) => store.findSubscriptions(ids), 'background');
  const secretOf = new Map(known.map(({ subscriptionId, clientState }) => [subscriptionId, clientState]));
  return notifications.filter((one) => secretOf.get(one.subscriptionId) === one.clientState);
}

const FORGED = { ok: false, status: 202, reason: 'client-state' } as const;

export function notificationsRoute(database: Database, dispatch: Dispatch) {
  /** Whether all of it was ours. */
  const take = async (notifications: Notification[], of: number): Promise<boolean> => {
    const believed = notifications.length > 0 ? await ours(database, notifications) : [];
    const acts = believed.map(actOf);
    await dispatchAll(new Map(acts.map((act) => [act.key, act])).values());
    return believed.length === of;
  };
  /**
   * One whose case cannot be had just now does not stop the others; thrown afterwards, so that Graph sends it again.
   */
  async function dispatchAll(acts: Iterable<Act>): Promise<void> {
    const failures: unknown[] = [];
    for (const act of acts) await dispatch(act).catch((failure) => failures.push(failure));
    if (failures.length > 0) throw failures[0];
  }
  return async ({ request, response, read: readBody, refuse, note }: Visit): Promise<void> => {
    const token = new URLSearchParams(request.getQuery()).get('validationToken');
    if (token !== null) {
      response.setHeader('Content-Type', 'text/plain');
      response.setHeader('X-Content-Type-Options', 'nosniff');
      response.sendRaw(200, token.slice(0, 2_000));
      return;
    }
    const list = await readBody().then(listed);
    if (!list.ok) return refuse(list);
    // What is thrown is answered at the door; Graph sends again, for hours, what was not taken.
    const isOurs = await take(list.notifications, list.of);
    // Whoever forged it is not told.
    if (!isOurs) note(FORGED);
    response.send(202);
  };
}
