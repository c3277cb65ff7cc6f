import { z } from 'zod';
import { NO_CALENDAR, RemoteGone, RemoteRefused, RemoteUnreachable } from '../domain/ports.ts';
import { retryAfterSeconds } from '../domain/retry-after.ts';
import type { TokenRefused } from './token-refused.ts';

/**
 * What the client library throws; `statusCode` is -1 when no answer came, and `code` is then the inner error's name.
 */
const Failure = z.object({
  statusCode: z.number().catch(-1),
  code: z.string().nullish().catch(null),
  headers: z
    .custom<Headers>((value) => value instanceof Headers)
    .optional()
    .catch(undefined),
});

const MAX_CODE_LENGTH = 64;

/** Nobody has this mailbox any more: whoever had it has left, or has no licence. */
const NO_MAILBOX = ['ErrorInvalidUser', 'MailboxNotEnabledForRESTAPI', 'ErrorNonExistentMailbox'];

/** Names of failures of the credential. */
const TOKEN_REFUSED: TokenRefused['name'] = 'TokenRefused';
export const TOKEN_UNAVAILABLE = 'TokenUnavailable';

/**
 * Sorts a failure into refused, unreachable and gone; `gone` names the codes of a 404 that mean that the thing itself
 * is missing. The message of the other side is dropped: it can quote what we sent.
 */
export function toRemoteError(
  error: unknown,
  gone: readonly string[],
  target: string,
): RemoteRefused | RemoteUnreachable | RemoteGone {
  const { statusCode, code, headers } = Failure.parse(error instanceof Error ? error : {});
  if (code === TOKEN_REFUSED) return new RemoteRefused('token');
  if (statusCode < 0) return new RemoteUnreachable(causeWithoutAnswer(code));
  // Only a call that says on what state it was decided is answered with 412.
  if (statusCode === 408 || statusCode === 412 || statusCode === 429 || statusCode >= 500) {
    return new RemoteUnreachable(`http${statusCode}`, retryAfterSeconds(headers, Date.now()), target);
  }
  if (statusCode < 400) return new RemoteUnreachable('answer');
  if (statusCode === 404 && code && gone.includes(code)) return new RemoteGone('gone');
  if (code && NO_MAILBOX.includes(code)) return new RemoteRefused(NO_CALENDAR);
  return new RemoteRefused(isCode(code) ? code : `http${statusCode}`);
}

function causeWithoutAnswer(code: string | null | undefined): string {
  if (code === TOKEN_UNAVAILABLE) return 'token';
  return code === 'TimeoutError' || code === 'AbortError' ? 'timeout' : 'network';
}

function isCode(code: string | null | undefined): code is string {
  return typeof code === 'string' && code.length <= MAX_CODE_LENGTH && /^[A-Za-z][A-Za-z0-9_.]*$/.test(code);
}
