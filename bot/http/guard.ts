/**
 * What stands before the adapter: nothing of a request is believed, and nothing is called, until it has passed here.
 * The SDK compares serviceUrl with the token only if the token has one, knows no list of hosts and no tenants; here all
 * three are required, so a stolen activity cannot make the bot send its answers, with its token, to somebody else.
 *
 * The framework's tokens carry no id of their own and are used for many activities, so a token is no proof of one body.
 * What a replayed body could do is held back behind us: each act is run once for its posting, turn, verb and actor.
 */
import { type Activity, readActivity } from './read-activity.ts';
import type { Read, Refused } from './read-json.ts';
import { type Claims, type KeySet, verifyToken } from './verify-token.ts';

export type Verdict = { ok: true; activity: Activity; claims: Claims } | Refused;
/** The body is read when it is asked for: never for somebody without a token. */
export type GuardedRequest = { authorization: string | undefined; read: () => Promise<Read> };
export type Guard = (request: GuardedRequest) => Promise<Verdict>;

export type GuardSettings = {
  appId: string;
  allowedTenants: readonly string[];
  serviceUrlHosts: readonly string[];
  keys: KeySet;
  now?: () => Date;
};

const CHANNEL = 'msteams';

/**
 * Answers 401 for the token, 400, 413 and 415 for the form, 403 for what the activity says, 503 when the keys cannot be
 * had.
 */
export function createGuard({
  appId,
  allowedTenants,
  serviceUrlHosts,
  keys,
  now = () => new Date(),
}: GuardSettings): Guard {
  // Whatever the settings came through: without a real id every token's audience would be nobody's.
  if (!/^[0-9a-f-]{36}$/i.test(appId)) throw new Error('the guard needs the app id of the bot');

  return async ({ authorization, read }) => {
    const token = await verifyToken(authorization, appId, keys, now());
    if (!token.ok) return token;
    const body = await read();
    if (!body.ok) return body;
    const { claims } = token;
    const reading = readActivity(body.value);
    if (!reading.ok) return reading;
    const reason = strangeness(reading.activity, claims, allowedTenants, serviceUrlHosts);
    if (!reason) return { ok: true, activity: reading.activity, claims };
    return { ok: false, status: 403, reason, ...tenantIn(reading.activity) };
  };
}

/** For the log, of whoever came with a token: the tenant that is missing in a list, or should be. */
function tenantIn({ channelData, conversation }: Activity): { tenant?: string } {
  const tenant = channelData?.tenant?.id ?? conversation.tenantId;
  return tenant === undefined ? {} : { tenant };
}

/** Why the activity is not for us, as a code; null when it is. */
function strangeness(
  activity: Activity,
  claims: Claims,
  tenants: readonly string[],
  hosts: readonly string[],
): string | null {
  if (activity.channelId !== CHANNEL) return 'channel';
  if (claims.endorsements && !claims.endorsements.includes(CHANNEL)) return 'endorsement';
  if (activity.serviceUrl !== claims.serviceUrl) return 'service-url-claim';
  if (!isOurConnector(activity.serviceUrl, hosts)) return 'service-url';
  // In a shared channel the two may differ: the host's and the person's own. Both must be ours.
  const named = [activity.channelData?.tenant?.id, activity.conversation.tenantId].filter((id) => id !== undefined);
  if (named.length === 0 || !named.every((id) => tenants.includes(id.toLowerCase()))) return 'tenant';
  return null;
}

/**
 * An https address on a listed host and nothing that another parser could read differently (user, port, query,
 * backslash, space).
 */
export function isOurConnector(address: string, hosts: readonly string[]): boolean {
  if (!/^https:\/\/[a-z0-9.-]+(\/[\w./~-]*)?$/i.test(address)) return false;
  return URL.canParse(address) && hosts.includes(new URL(address).hostname);
}
