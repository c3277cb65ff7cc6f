/**
 * What may stand in the log: short codes, ids and small numbers. Everything else becomes `[removed]`, whoever hands it
 * in.
 */
export type LogField = string | number | boolean | null | undefined;
export type LogFields = Record<string, LogField>;

export const REMOVED = '[removed]';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/**
 * A code has no space, no @, no å, ä or ö, and no run of digits that could be a date of birth or a telephone number.
 */
const CODE = /^(?!.*\d{5})[\w.:/-]{0,80}$/;
/**
 * Counts, ports and milliseconds are below this; a personnummer without its century is above it, but for those born in
 * 2000.
 */
const LIMIT = 10_000_000;

export function logField(value: unknown): LogField {
  if (typeof value === 'number') return Math.abs(value) < LIMIT ? value : REMOVED;
  if (typeof value === 'string') return UUID.test(value) || CODE.test(value) ? value : REMOVED;
  return value === null || value === undefined || typeof value === 'boolean' ? value : REMOVED;
}
