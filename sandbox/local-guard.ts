import type { Guard } from '../bot/http/guard.ts';
import { readActivity } from '../bot/http/read-activity.ts';

/**
 * The local Teams client signs nothing, so no token is asked for; but what it says must still lead back to this
 * machine.
 */
export const localGuard: Guard = async ({ body }) => {
  const read = readActivity(body);
  if (!read.ok) return read;
  if (!isLocal(read.activity.serviceUrl)) return { ok: false, status: 403, reason: 'service-url' };
  return {
    ok: true,
    activity: read.activity,
    claims: { appId: '', serviceUrl: read.activity.serviceUrl, endorsements: null },
  };
};

/** An http address on this machine: the only place that the sandbox's program sends anything to. */
export function isLocal(serviceUrl: string): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const { protocol, hostname } = new URL(serviceUrl);
  return protocol === 'http:' && ['localhost', '127.0.0.1'].includes(hostname);
}
