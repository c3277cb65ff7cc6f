import type { Guard } from '../bot/http/guard.ts';
import { readActivity } from '../bot/http/read-activity.ts';

/**
 * The local Teams client signs nothing, so no token is asked for; but what it says must lead back to that client, and
 * nothing is sent anywhere else.
 */
export const localGuard =
  (isPlayground: (serviceUrl: string) => boolean): Guard =>
  async ({ read }) => {
    const body = await read();
    if (!body.ok) return body;
    const reading = readActivity(body.value);
    if (!reading.ok) return reading;
    const { serviceUrl } = reading.activity;
    if (!isPlayground(serviceUrl)) return { ok: false, status: 403, reason: 'service-url' };
    return { ok: true, activity: reading.activity, claims: { appId: '', serviceUrl, endorsements: null } };
  };

/**
 * The connector of a Playground on one of these ports of this machine, and nothing that another parser could read as
 * more.
 */
export const isPlaygroundOn =
  (...ports: readonly number[]) =>
  (serviceUrl: string): boolean =>
    ports.some((port) =>
      ['localhost', '127.0.0.1'].some((host) => `http://${host}:${port}/_connector` === serviceUrl.replace(/\/$/, '')),
    );
