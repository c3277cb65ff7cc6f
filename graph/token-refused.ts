/**
 * The identity platform does not accept our credential (rotated secret, removed app): asking again gives the same
 * answer.
 */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
}

/**
 * OAuth's codes for "no" (RFC 6749, 5.2). @azure/identity has one error class for these and for a lost network, and
 * begins its message with the code.
 */
const REFUSALS = [
  'invalid_client',
  'unauthorized_client',
  'invalid_grant',
  'invalid_request',
  'invalid_scope',
  'access_denied',
];

/**
 * What @azure/identity threw, as TokenRefused when it is one. Its text, which names app and tenant, is dropped then.
 */
export function toTokenError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = /^([a-z_]+):/.exec(error.message)?.[1] ?? '';
  return REFUSALS.includes(code) || error.name === 'AuthenticationError' ? new TokenRefused(code) : error;
}
