/** The log: one JSON object a line, with an event and codes. Never words about people (see `log-field.ts`). */
import { createHmac } from 'node:crypto';
import pino, { type DestinationStream } from 'pino';
import { DatabaseAway } from '../../domain/ports.ts';
import { describeError } from './describe-error.ts';
import { type LogFields, logField, REMOVED } from './log-field.ts';

type Write = (event: string, fields?: LogFields) => void;

/** Where a surprise was caught: a closed set, so that the place can always be written. */
export const PLACES = ['process', 'start', 'database', 'request', 'act', 'answer', 'sweep', 'tidy', 'effect'] as const;
type Place = (typeof PLACES)[number];

export type Log = {
  debug: Write;
  info: Write;
  warn: Write;
  error: Write;
  /**
   * An error that nobody expected: its class and where it was thrown, never its message. `of`: which act or route. A
   * database that is away is none: that is said as `database.away`, a warning.
   */
  surprise(where: Place, error: unknown, of?: string): void;
  /** How an attempt at something outside ended; `code` is the case's and is hashed. */
  effect(kind: string, state: string, cause: string, attempts: number, failure: unknown, code: string | null): void;
  /** A case code as it may stand in the log: the same letters each time, unreadable without the key. */
  hashCode(code: string): string;
  /** Whom a request came from: the same letters each time for one address. */
  hashAddress(address: string): string;
};

type Level = 'debug' | 'info' | 'warn' | 'error' | 'silent';
/** `key` makes the hashes; `destination` is standard output unless told. */
export type LogOptions = { key: string; level?: Level; destination?: DestinationStream };

/** Fields that nobody should have; even a code under one of these names is not written. */
const SENSITIVE = [
  'name',
  'mail',
  'words',
  'text',
  'body',
  'data',
  'code',
  'authorization',
  'token',
  'password',
  'message',
  'url',
];

export function createLog({ key, level = 'info', destination }: LogOptions): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SENSITIVE, censor: REMOVED },
  };
  const logger = destination ? pino(options, destination) : pino(options);
  const write =
    (at: Exclude<Level, 'silent'>): Write =>
    (event, fields = {}) =>
      logger[at](
        Object.fromEntries(Object.entries({ event, ...fields }).map(([name, value]) => [name, logField(value)])),
      );
  const [warn, error] = [write('warn'), write('error')];
  return {
    debug: write('debug'),
    info: write('info'),
    warn,
    error,
    surprise: (where, thrown, of) =>
      thrown instanceof DatabaseAway
        ? warn('database.away', { where, of, cause: thrown.cause })
        : error('surprise', { where, of, ...describeError(thrown) }),
    effect: (kind, state, cause, attempts, failure, code) =>
      (state === 'DEAD' ? error : warn)('effect.failed', {
        kind,
        state,
        cause,
        attempts,
        case: code && hashCode(key, code),
        ...describeError(failure),
      }),
    hashCode: (code) => hashCode(key, code),
    hashAddress: (address) => hashCode(key, `address ${address}`),
  };
}

/** A sealed text that does not open: which field, and the row as twelve letters. */
export const sayUnreadable =
  ({ error, hashCode }: Pick<Log, 'error' | 'hashCode'>) =>
  (field: string, rowId: string): void =>
    error('sealed.unreadable', { field, row: hashCode(rowId) });

/** Twelve letters a–p (48 bits): letters only, so that no hash looks like somebody's number. */
const hashCode = (key: string, code: string): string =>
  createHmac('sha256', key)
    .update(code)
    .digest('hex')
    .slice(0, 12)
    .replace(/./g, (digit) => 'abcdefghijklmnop'.charAt(Number.parseInt(digit, 16)));
