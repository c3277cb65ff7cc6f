/** Which of the database's failures say nothing about what was asked of it. */
import { DatabaseAway } from '../domain/ports.ts';

/** By SQLSTATE, its class where the whole class means the same (PostgreSQL, appendix A). */
const STATES: Readonly<Record<string, DatabaseAway['cause']>> = {
  '40001': 'lock',
  '40P01': 'lock',
  '55P03': 'lock',
  '57014': 'slow',
  '25P03': 'slow',
  '25P04': 'slow',
  '25006': 'readOnly',
  '08': 'lost',
  '57': 'lost',
  '53': 'full',
  '58': 'full',
};

/** What Node says of a connection. */
const NETWORK = /^(E(CONN|HOST|NET|AI_|PIPE|TIMEDOUT|NOTFOUND))/;

/** What the driver and its pool say without a code (pg 8, pg-pool 3). */
export const SILENT = 'Query read timeout';
const SAYINGS = [
  SILENT,
  'timeout exceeded when trying to connect',
  'timeout expired',
  'Connection terminated',
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
];

function causeOf(error: Error): DatabaseAway['cause'] | undefined {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === '') return SAYINGS.some((saying) => error.message.startsWith(saying)) ? 'lost' : undefined;
  return STATES[code] ?? STATES[code.slice(0, 2)] ?? (NETWORK.test(code) ? 'lost' : undefined);
}

/** The failure as the rest of the program knows it; what is a surprise stays as it is. */
export function asAway(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DatabaseAway) return error;
  const cause = causeOf(error);
  return cause ? new DatabaseAway(cause, error.message) : error;
}
