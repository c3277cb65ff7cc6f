/** A Bot Framework of our own for tests: signs tokens as the real one does, with keys made for the run. */
import { createLocalJWKSet, exportJWK, exportSPKI, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';
import type { KeySet } from '../../bot/http/verify-token.ts';

export const APP_ID = '1b4e28ba-2fa1-4d2e-883f-0016d3cca427';
export const TENANT = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
export const SERVICE_URL = 'https://smba.trafficmanager.net/emea/';
export const NOW = new Date('2026-03-03T10:00:00Z');

export type TokenOptions = {
  claims?: JWTPayload;
  without?: string[];
  header?: Record<string, unknown>;
  signer?: 'framework' | 'stranger' | 'other-channel';
};

export type Framework = {
  keys: KeySet;
  token(options?: TokenOptions): Promise<string>;
  /** HS256 with the public key's text as the secret: works against a verifier that believes the header. */
  confusedToken(): Promise<string>;
};

const KID = 'framework-1';

export async function startFramework(now: Date = NOW): Promise<Framework> {
  const [framework, stranger, otherChannel] = await Promise.all([rsa(), rsa(), rsa()]);
  const jwk = async (pair: Pair, kid: string, endorsements: string[]): Promise<JWK & { endorsements: string[] }> => ({
    ...(await exportJWK(pair.publicKey)),
    kid,
    use: 'sig',
    alg: 'RS256',
    endorsements,
  });
  const keys = createLocalJWKSet({
    keys: [await jwk(framework, KID, ['msteams', 'webchat']), await jwk(otherChannel, 'framework-2', ['webchat'])],
  });
  const at = Math.floor(now.getTime() / 1000);
  const whole: JWTPayload = {
    iss: 'https://api.botframework.com',
    aud: APP_ID,
    nbf: at - 60,
    exp: at + 3600,
    serviceurl: SERVICE_URL,
  };

  return {
    keys,
    token({ claims = {}, without = [], header = {}, signer = 'framework' } = {}) {
      const payload = Object.fromEntries(
        Object.entries({ ...whole, ...claims }).filter(([name]) => !without.includes(name)),
      );
      const pair = { framework, stranger, 'other-channel': otherChannel }[signer];
      const kid = signer === 'other-channel' ? 'framework-2' : KID;
      return new SignJWT(payload)
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid, ...header })
        .sign(pair.privateKey);
    },
    async confusedToken() {
      const secret = new TextEncoder().encode(await exportSPKI(framework.publicKey));
      return new SignJWT(whole).setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: KID }).sign(secret);
    },
  };
}

const rsa = () => generateKeyPair('RS256', { extractable: true });
type Pair = Awaited<ReturnType<typeof rsa>>;

/** An invoke as Teams sends it: somebody presses a button on a card in the personal chat. */
export const invoke = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  type: 'invoke',
  name: 'adaptiveCard/action',
  id: 'f:1',
  channelId: 'msteams',
  serviceUrl: SERVICE_URL,
  from: { id: '29:karin', aadObjectId: '0f8fad5b-d9cb-469f-a165-70867728950e', name: 'Karin Ek' },
  recipient: { id: `28:${APP_ID}`, name: 'SIP' },
  conversation: { id: 'a:1', conversationType: 'personal', tenantId: TENANT },
  channelData: { tenant: { id: TENANT } },
  value: { action: { type: 'Action.Execute', verb: 'case.list', data: {} }, trigger: 'manual' },
  ...changes,
});
