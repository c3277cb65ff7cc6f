/**
 * The bearer token that the Bot Framework sends with each activity. Source of the rules: "Authentication with the Bot
 * Connector API", connector to bot. Tokens of the emulator and of skills have other issuers and are refused with
 * everything else. Single-tenant bots get the same channel tokens.
 */
import { createRemoteJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { z } from 'zod';

const ISSUER = 'https://api.botframework.com';
const KEYS = new URL('https://login.botframework.com/v1/.well-known/keys');
/** The difference between two clocks that the Bot Framework SDK allows, too. */
const CLOCK_SKEW_SECONDS = 300;

/** A resolver of public keys that also shows them: the framework writes in each key for which channels it may sign. */
export type KeySet = JWTVerifyGetKey & { jwks(): JSONWebKeySet | undefined };

export type Claims = { appId: string; serviceUrl: string; endorsements: string[] | null };
export type TokenVerdict = { ok: true; claims: Claims } | { ok: false; status: 401 | 503; reason: string };

/**
 * Keys of the Bot Framework, fetched when first needed and kept for a day; an unknown key id asks anew, at most every
 * half minute.
 */
export const botFrameworkKeys = (): KeySet =>
  createRemoteJWKSet(KEYS, { timeoutDuration: 3_000, cacheMaxAge: 24 * 3_600_000 });

const claimsShape = z.object({
  serviceurl: z.string().min(1),
  appid: z.string().optional(),
  azp: z.string().optional(),
});
const endorsedKey = z.looseObject({ kid: z.string(), endorsements: z.array(z.string()).optional() });

export async function verifyToken(
  authorization: string | undefined,
  appId: string,
  keys: KeySet,
  now: Date,
): Promise<TokenVerdict> {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
  if (!token) return { ok: false, status: 401, reason: 'no-token' };
  try {
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      algorithms: ['RS256'],
      issuer: ISSUER,
      audience: appId,
      requiredClaims: ['exp', 'nbf'],
      clockTolerance: CLOCK_SKEW_SECONDS,
      currentDate: now,
    });
    // A list of audiences would make one token good for several bots; the framework never sends one.
    if (payload.aud !== appId) return { ok: false, status: 401, reason: 'audience' };
    const claims = claimsShape.safeParse(payload);
    if (!claims.success) return { ok: false, status: 401, reason: 'no-service-url-claim' };
    // An application id other than ours, in either claim, is how a skill (another bot) presents itself.
    const callers = [claims.data.azp, claims.data.appid].filter((id) => id !== undefined);
    if (!callers.every((id) => id === appId)) return { ok: false, status: 401, reason: 'other-application' };
    if (!protectedHeader.kid) return { ok: false, status: 401, reason: 'no-key-id' };
    return {
      ok: true,
      claims: { appId, serviceUrl: claims.data.serviceurl, endorsements: endorsementsOf(keys, protectedHeader.kid) },
    };
  } catch (error) {
    return refusalOf(error);
  }
}

/** Null where the key says nothing about channels. */
function endorsementsOf(keys: KeySet, kid: string): string[] | null {
  const found = keys
    .jwks()
    ?.keys.map((key) => endorsedKey.safeParse(key).data)
    .find((key) => key?.kid === kid);
  return found?.endorsements ?? null;
}

/** Keys that cannot be fetched are our trouble, not the sender's: 503 makes Teams try again, 401 would not. */
function refusalOf(error: unknown): TokenVerdict {
  const ours =
    !(error instanceof errors.JOSEError) || error instanceof errors.JWKSTimeout || error.code === 'ERR_JOSE_GENERIC';
  if (ours) return { ok: false, status: 503, reason: 'keys-unreachable' };
  const claim = error instanceof errors.JWTClaimValidationFailed ? `.${error.claim}` : '';
  return { ok: false, status: 401, reason: `${error.code}${claim}` };
}
