import type { DoorOptions } from '../bot/http/open-door.ts';
import type { Refused } from '../bot/http/read-json.ts';

const LOCAL = /^(localhost|127\.0\.0\.1)(:\d{1,5})?$/;
const refuse = (reason: string): Refused => ({ ok: false, status: 403, reason });

/**
 * The sandbox asks for no token, so it asks where a request comes from: this machine by its own name (another name that
 * leads here is somebody else's page), and no other site's page. A browser always says one of the two, whatever the page
 * wants; what is no browser says neither. Another site may lead somebody to a page, which only shows.
 */
export const turnsStrangersAway: NonNullable<DoorOptions['turnsAway']> = ({ method, headers }) => {
  const { host = '', origin, 'sec-fetch-site': site, 'sec-fetch-mode': mode } = headers;
  if (!LOCAL.test(host)) return refuse('host');
  if (method === 'GET' && mode === 'navigate') return null;
  // The page that opens a paper gives no origin away, not even to itself: then only the site tells.
  if (site !== undefined) return site === 'same-origin' || site === 'none' ? null : refuse('site');
  return origin === undefined || origin === `http://${host}` ? null : refuse('origin');
};
