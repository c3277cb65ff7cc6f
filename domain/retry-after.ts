/** A day: what is told to wait longer than that asks again then. */
const MOST_SECONDS = 86_400;

/**
 * Seconds to wait, from an answer's `Retry-After`: a number of seconds, or a date (RFC 9110, 10.2.3). A date is compared
 * with the answer's own clock, and with `receivedAt` (milliseconds) only where it tells none. Undefined where nothing is
 * asked for, or nothing that can be read.
 */
export function retryAfterSeconds(headers: Pick<Headers, 'get'> | undefined, receivedAt: number): number | undefined {
  const value = headers?.get('retry-after')?.trim();
  if (!value) return undefined;
  const told = Date.parse(headers?.get('date') ?? '');
  const seconds = /^\d+(\.\d+)?$/.test(value)
    ? Number(value)
    : (Date.parse(value) - (Number.isNaN(told) ? receivedAt : told)) / 1_000;
  return seconds > 0 ? Math.min(Math.ceil(seconds), MOST_SECONDS) : undefined;
}
