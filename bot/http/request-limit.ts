/**
 * Requests held back by where they come from: per copy of the program, in its memory. By address before anything of the
 * request is read, by person and tenant once its token has been believed.
 */
import type { Request } from 'restify';
import { emptied, hasRoom, type Limit, type Limits } from '../../domain/limits.ts';
import { clientAddress, proxyList } from './client-address.ts';
import type { Activity } from './read-activity.ts';
import type { Refused } from './read-json.ts';

/** At most so many are remembered; the one that was asked about longest ago is forgotten first. */
const MOST = 10_000;

/**
 * `take` answers how many seconds to wait, 0 where there was room. `now` in milliseconds, from wherever. Written out on
 * the rule that counts people's acts: `rate-limiter-flexible` keeps a timer for each key and as many keys as come.
 */
export function createVessels(limit: Limit, now: () => number = () => performance.now(), most = MOST) {
  const vessels = new Map<string, { level: number; at: number }>();
  return {
    take(key: string): number {
      const at = now();
      const known = vessels.get(key);
      const level = known ? emptied(known.level, limit, (at - known.at) / 1000) : 0;
      const isFull = !hasRoom(level, limit);
      vessels.delete(key);
      vessels.set(key, { level: isFull ? level : level + 1, at });
      const [oldest] = vessels.keys();
      if (vessels.size > most && oldest !== undefined) vessels.delete(oldest);
      return isFull ? (level - limit.atOnce + 1) * limit.everySeconds : 0;
    },
    size: () => vessels.size,
  };
}

const tooMuch = (reason: string, retryAfterSeconds: number): Refused | null =>
  retryAfterSeconds > 0 ? { ok: false, status: 429, reason, retryAfterSeconds } : null;

/** Only behind proxies that are known: behind one that is not, everybody would have the same address. */
export function addressLimit(trustedProxies: readonly string[], { request: { address: limit } }: Limits) {
  const proxies = proxyList(trustedProxies);
  const vessels = createVessels(limit);
  type Sent = Pick<Request, 'headers' | 'socket'>;
  return {
    turnsAway(request: Sent): Refused | null {
      const address = clientAddress(request, proxies);
      return address === null ? null : tooMuch('address-limit', vessels.take(address));
    },
    addressOf: (request: Sent): string => clientAddress(request, proxies) ?? request.socket.remoteAddress ?? '',
  };
}

/**
 * Behind the guard: the tenant is one of those that are listed. Whoever sends first, known to the register or not: what
 * one person sends too much takes nothing of their tenant's room, and nobody else's place in a case's line.
 */
export function senderLimit({ request }: Limits) {
  const people = createVessels(request.person);
  const tenants = createVessels(request.tenant);
  return ({ from, conversation, channelData }: Activity): Refused | null => {
    const tenant = (conversation.tenantId ?? channelData?.tenant?.id ?? '').toLowerCase();
    const refused =
      tooMuch('person-limit', people.take(from.aadObjectId ?? from.id)) ??
      tooMuch('tenant-limit', tenants.take(tenant));
    return refused && { ...refused, tenant };
  };
}
