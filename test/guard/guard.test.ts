import { Readable } from 'node:stream';
import { beforeAll, describe, expect, test } from 'vitest';
import { createGuard, type Guard, isOurConnector } from '../../bot/http/guard.ts';
import { MAX_ACTIVITY_BYTES } from '../../bot/http/read-activity.ts';
import { readJson } from '../../bot/http/read-json.ts';
import type { KeySet } from '../../bot/http/verify-token.ts';
import {
  APP_ID,
  type Framework,
  invoke,
  NOW,
  SERVICE_URL,
  startFramework,
  TENANT,
} from '../support/framework-tokens.ts';

const HOSTS = ['smba.trafficmanager.net'];
const STRANGERS_TENANT = 'a0000000-0000-4000-8000-00000000000b';
const seconds = (offset: number) => Math.floor(NOW.getTime() / 1000) + offset;

let framework: Framework;
let guard: Guard;
beforeAll(async () => {
  framework = await startFramework();
  guard = createGuard({
    appId: APP_ID,
    allowedTenants: [TENANT],
    serviceUrlHosts: HOSTS,
    keys: framework.keys,
    now: () => NOW,
  });
});

const ask = (
  authorization: string | undefined,
  body: unknown = invoke(),
  contentType: string | undefined = 'application/json; charset=utf-8',
) => guard({ authorization, read: () => readAs(contentType, typeof body === 'string' ? body : JSON.stringify(body)) });
/** Through the reader of bodies, as on the bot's route. */
const readAs = (contentType: string | undefined, body: string | Buffer) =>
  readJson(
    Object.assign(Readable.from([Buffer.from(body)]), {
      headers: contentType === undefined ? {} : { 'content-type': contentType },
    }),
    MAX_ACTIVITY_BYTES,
  );
const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('what Teams sends', () => {
  test('a signed invoke of an allowed tenant passes', async () => {
    expect(await ask(`Bearer ${await framework.token()}`)).toMatchObject({
      ok: true,
      activity: { type: 'invoke', channelId: 'msteams' },
      claims: { appId: APP_ID, serviceUrl: SERVICE_URL },
    });
  });

  test('clocks may differ by a few minutes', async () => {
    expect(await ask(`Bearer ${await framework.token({ claims: { exp: seconds(-240) } })}`)).toMatchObject({
      ok: true,
    });
    expect(await ask(`Bearer ${await framework.token({ claims: { nbf: seconds(240) } })}`)).toMatchObject({ ok: true });
  });

  test('the tenant may stand in either place, in any case of letters', async () => {
    const authorization = `Bearer ${await framework.token()}`;
    expect(await ask(authorization, invoke({ channelData: undefined }))).toMatchObject({ ok: true });
    expect(await ask(authorization, invoke({ channelData: { tenant: { id: TENANT.toUpperCase() } } }))).toMatchObject({
      ok: true,
    });
  });
});

describe('tokens that are not the framework’s, for us, now', () => {
  type Variant = [name: string, make: (framework: Framework) => Promise<string | undefined>, reason: string | RegExp];
  const bearer = (options: Parameters<Framework['token']>[0]) => async (from: Framework) =>
    `Bearer ${await from.token(options)}`;
  const tampered = (change: (parts: string[]) => string[]) => async (from: Framework) =>
    `Bearer ${change((await from.token()).split('.')).join('.')}`;

  const variants: Variant[] = [
    ['no header', async () => undefined, 'no-token'],
    ['empty header', async () => '', 'no-token'],
    ['only the word Bearer', async () => 'Bearer ', 'no-token'],
    ['Basic', async () => 'Basic dXNlcjpwYXNz', 'no-token'],
    ['junk', async () => 'Bearer junk', 'no-token'],
    ['junk in three parts', async () => 'Bearer a.b.c', /^ERR_JW/],
    ['two tokens', async (from) => `Bearer ${await from.token()} ${await from.token()}`, 'no-token'],
    ['an encrypted token', async () => 'Bearer a.b.c.d.e', 'no-token'],
    ['token without a scheme', (from) => from.token(), 'no-token'],
    ['very long token', async () => `Bearer ${'a'.repeat(100_000)}.b.c`, /^ERR_JW/],
    [
      'alg none',
      tampered(([, payload = '']) => [base64({ alg: 'none', typ: 'JWT', kid: 'framework-1' }), payload, '']),
      'no-token',
    ],
    [
      'alg none, with the old signature',
      tampered(([, ...rest]) => [base64({ alg: 'none', kid: 'framework-1' }), ...rest]),
      'ERR_JOSE_ALG_NOT_ALLOWED',
    ],
    [
      'alg NONE',
      tampered(([, ...rest]) => [base64({ alg: 'NONE', kid: 'framework-1' }), ...rest]),
      'ERR_JOSE_ALG_NOT_ALLOWED',
    ],
    ['HS256 with the public key', async (from) => `Bearer ${await from.confusedToken()}`, 'ERR_JOSE_ALG_NOT_ALLOWED'],
    [
      'RS384 in the header',
      tampered(([, ...rest]) => [base64({ alg: 'RS384', kid: 'framework-1' }), ...rest]),
      'ERR_JOSE_ALG_NOT_ALLOWED',
    ],
    [
      'PS256 in the header',
      tampered(([, ...rest]) => [base64({ alg: 'PS256', kid: 'framework-1' }), ...rest]),
      'ERR_JOSE_ALG_NOT_ALLOWED',
    ],
    ['no alg', tampered(([, ...rest]) => [base64({ kid: 'framework-1' }), ...rest]), /^ERR_JW/],
    [
      'unknown critical header',
      tampered(([, ...rest]) => [base64({ alg: 'RS256', kid: 'framework-1', crit: ['x'], x: 1 }), ...rest]),
      /^ERR_/,
    ],
    ['signed by somebody else, same key id', bearer({ signer: 'stranger' }), 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED'],
    [
      'a key of their own in the header',
      bearer({ signer: 'stranger', header: { jwk: { kty: 'RSA', n: 'AQAB', e: 'AQAB' } } }),
      'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
    ],
    [
      'keys from an address in the header',
      bearer({ signer: 'stranger', header: { jku: 'https://evil.example/keys' } }),
      'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
    ],
    ['unknown key id', bearer({ header: { kid: 'framework-9' } }), 'ERR_JWKS_NO_MATCHING_KEY'],
    ['key id of another key', bearer({ header: { kid: 'framework-2' } }), 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED'],
    ['no key id', bearer({ header: { kid: undefined } }), /^(no-key-id|ERR_JWKS_MULTIPLE_MATCHING_KEYS)$/],
    [
      'payload changed',
      tampered(([header = '', , signature = '']) => [header, base64({ aud: APP_ID }), signature]),
      'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
    ],
    [
      'signature cut off',
      tampered(([header = '', payload = '', signature = '']) => [header, payload, signature.slice(0, 40)]),
      'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
    ],
    ['expired', bearer({ claims: { exp: seconds(-301) } }), 'ERR_JWT_EXPIRED'],
    ['expired a year ago', bearer({ claims: { exp: seconds(-31_536_000) } }), 'ERR_JWT_EXPIRED'],
    ['not valid yet', bearer({ claims: { nbf: seconds(301) } }), 'ERR_JWT_CLAIM_VALIDATION_FAILED.nbf'],
    ['never expires', bearer({ without: ['exp'] }), 'ERR_JWT_CLAIM_VALIDATION_FAILED.exp'],
    ['expiry as text', bearer({ claims: { exp: 'tomorrow' as unknown as number } }), /^ERR_JWT/],
    ['no start', bearer({ without: ['nbf'] }), 'ERR_JWT_CLAIM_VALIDATION_FAILED.nbf'],
    [
      'for another bot',
      bearer({ claims: { aud: '00000000-0000-4000-8000-000000000001' } }),
      'ERR_JWT_CLAIM_VALIDATION_FAILED.aud',
    ],
    ['for nobody', bearer({ without: ['aud'] }), 'ERR_JWT_CLAIM_VALIDATION_FAILED.aud'],
    ['for an empty app id', bearer({ claims: { aud: '' } }), 'ERR_JWT_CLAIM_VALIDATION_FAILED.aud'],
    ['for several bots', bearer({ claims: { aud: [APP_ID, '00000000-0000-4000-8000-000000000001'] } }), 'audience'],
    ['no issuer', bearer({ without: ['iss'] }), 'ERR_JWT_CLAIM_VALIDATION_FAILED.iss'],
    [
      'issuer with a slash more',
      bearer({ claims: { iss: 'https://api.botframework.com/' } }),
      'ERR_JWT_CLAIM_VALIDATION_FAILED.iss',
    ],
    [
      'issuer of the US government cloud',
      bearer({ claims: { iss: 'https://api.botframework.us' } }),
      'ERR_JWT_CLAIM_VALIDATION_FAILED.iss',
    ],
    [
      'emulator, v1',
      bearer({
        claims: { iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/', appid: APP_ID, ver: '1.0' },
      }),
      'ERR_JWT_CLAIM_VALIDATION_FAILED.iss',
    ],
    [
      'emulator, v2',
      bearer({
        claims: {
          iss: 'https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0',
          azp: APP_ID,
          ver: '2.0',
        },
      }),
      'ERR_JWT_CLAIM_VALIDATION_FAILED.iss',
    ],
    [
      'skill of our own tenant',
      bearer({
        claims: { iss: `https://login.microsoftonline.com/${TENANT}/v2.0`, azp: STRANGERS_TENANT, ver: '2.0' },
      }),
      'ERR_JWT_CLAIM_VALIDATION_FAILED.iss',
    ],
    [
      'skill claim under the right issuer',
      bearer({ claims: { azp: STRANGERS_TENANT, ver: '2.0' } }),
      'other-application',
    ],
    ['skill claim, older form', bearer({ claims: { appid: STRANGERS_TENANT, ver: '1.0' } }), 'other-application'],
    ['no serviceurl claim', bearer({ without: ['serviceurl'] }), 'no-service-url-claim'],
    ['empty serviceurl claim', bearer({ claims: { serviceurl: '' } }), 'no-service-url-claim'],
    [
      'serviceurl claim in another spelling',
      bearer({ without: ['serviceurl'], claims: { serviceUrl: SERVICE_URL } }),
      'no-service-url-claim',
    ],
    [
      'a good azp beside another appid',
      bearer({ claims: { azp: APP_ID, appid: STRANGERS_TENANT } }),
      'other-application',
    ],
    [
      'a good appid beside another azp',
      bearer({ claims: { azp: STRANGERS_TENANT, appid: APP_ID } }),
      'other-application',
    ],
    ['serviceurl claim as a list', bearer({ claims: { serviceurl: [SERVICE_URL] } }), 'no-service-url-claim'],
  ];

  test.each(variants)('%s: 401', async (_name, make, reason) => {
    const verdict = await ask(await make(framework));
    expect(verdict).toMatchObject({ ok: false, status: 401 });
    expect(verdict).toHaveProperty('reason', typeof reason === 'string' ? reason : expect.stringMatching(reason));
  });

  test('keys that cannot be fetched are our trouble: 503, so that Teams tries again', async () => {
    const offline: KeySet = Object.assign(() => Promise.reject(new TypeError('fetch failed')), {
      jwks: () => undefined,
    });
    const alone = createGuard({
      appId: APP_ID,
      allowedTenants: [TENANT],
      serviceUrlHosts: HOSTS,
      keys: offline,
      now: () => NOW,
    });
    const request = {
      authorization: `Bearer ${await framework.token()}`,
      read: () => readAs('application/json', JSON.stringify(invoke())),
    };
    expect(await alone(request)).toEqual({ ok: false, status: 503, reason: 'keys-unreachable' });
  });

  test.each(['', ' ', 'undefined'])('an app id of "%s" makes no guard at all', (appId) => {
    expect(() =>
      createGuard({ appId, allowedTenants: [TENANT], serviceUrlHosts: HOSTS, keys: framework.keys }),
    ).toThrow(/app id/);
  });
});

describe('activities that are not for us', () => {
  type Variant = [name: string, activity: Record<string, unknown>, reason: string];
  const variants: Variant[] = [
    ['another tenant', invoke({ channelData: { tenant: { id: STRANGERS_TENANT } } }), 'tenant'],
    [
      'another tenant in the conversation',
      invoke({ conversation: { id: 'a:1', tenantId: STRANGERS_TENANT } }),
      'tenant',
    ],
    ['no tenant', invoke({ channelData: {}, conversation: { id: 'a:1' } }), 'tenant'],
    ['another channel', invoke({ channelId: 'webchat' }), 'channel'],
    ['the emulator’s channel', invoke({ channelId: 'emulator' }), 'channel'],
    ['a channel in capitals', invoke({ channelId: 'MSTEAMS' }), 'channel'],
    [
      'another serviceUrl than the token’s',
      invoke({ serviceUrl: 'https://smba.trafficmanager.net/amer/' }),
      'service-url-claim',
    ],
    ['a stranger’s serviceUrl', invoke({ serviceUrl: 'https://evil.example/' }), 'service-url-claim'],
    ['the machine’s own address', invoke({ serviceUrl: 'http://169.254.169.254/latest/' }), 'service-url-claim'],
  ];
  test.each(variants)('%s: 403', async (_name, activity, reason) => {
    expect(await ask(`Bearer ${await framework.token()}`, activity)).toMatchObject({ ok: false, status: 403, reason });
  });

  test('a key that may not sign for Teams: 403', async () => {
    const verdict = await ask(`Bearer ${await framework.token({ signer: 'other-channel' })}`);
    expect(verdict).toMatchObject({ ok: false, status: 403, reason: 'endorsement' });
  });

  test('even a signed serviceUrl must be on the list: 403', async () => {
    const serviceurl = 'https://smba.trafficmanager.net.evil.example/emea/';
    const verdict = await ask(
      `Bearer ${await framework.token({ claims: { serviceurl } })}`,
      invoke({ serviceUrl: serviceurl }),
    );
    expect(verdict).toMatchObject({ ok: false, status: 403, reason: 'service-url' });
  });
});

describe('bodies that are no activities', () => {
  type Variant = [name: string, body: string, status: number, reason: string];
  const invokeFrom = (aadObjectId: string) => invoke({ from: { id: '29:x', aadObjectId } });
  const invokeIn = (conversation: object) => invoke({ conversation: { id: 'a:1', tenantId: TENANT, ...conversation } });
  const deep = (depth: number) => `{"type":"message","value":${'['.repeat(depth)}${']'.repeat(depth)}}`;
  const variants: Variant[] = [
    ['nothing', '', 400, 'not-json'],
    ['no JSON', 'type=invoke', 400, 'not-json'],
    ['JSON cut short', '{"type":"invoke"', 400, 'not-json'],
    ['a list', '[]', 400, 'not-an-activity'],
    ['null', 'null', 400, 'not-an-activity'],
    ['a text', '"invoke"', 400, 'not-an-activity'],
    ['no type', JSON.stringify(invoke({ type: undefined })), 400, 'not-an-activity'],
    ['empty type', JSON.stringify(invoke({ type: '' })), 400, 'not-an-activity'],
    ['type as an object', JSON.stringify(invoke({ type: {} })), 400, 'not-an-activity'],
    ['no serviceUrl', JSON.stringify(invoke({ serviceUrl: undefined })), 400, 'not-an-activity'],
    ['empty serviceUrl', JSON.stringify(invoke({ serviceUrl: '' })), 400, 'not-an-activity'],
    ['no conversation', JSON.stringify(invoke({ conversation: undefined })), 400, 'not-an-activity'],
    ['nobody from whom', JSON.stringify(invoke({ from: undefined })), 400, 'not-an-activity'],
    [
      'tenant as an object',
      JSON.stringify(invoke({ channelData: { tenant: { id: { $ne: null } } } })),
      400,
      'not-an-activity',
    ],
    ['no recipient', JSON.stringify(invoke({ recipient: undefined })), 400, 'not-an-activity'],
    ['a recipient without an id', JSON.stringify(invoke({ recipient: {} })), 400, 'not-an-activity'],
    ['lists where objects belong', JSON.stringify(invoke({ from: [], channelData: [] })), 400, 'not-an-activity'],
    ['words as an object', JSON.stringify(invoke({ type: 'message', text: {} })), 400, 'not-an-activity'],
    ['a person’s id that is none of Entra’s', JSON.stringify(invokeFrom('anna.andersson')), 400, 'not-an-activity'],
    ['a tenant that is none of Entra’s', JSON.stringify(invokeIn({ tenantId: 'tenant' })), 400, 'not-an-activity'],
    ['a conversation named in words', JSON.stringify(invokeIn({ id: 'Åsa och "Bo"' })), 400, 'not-an-activity'],
    ['an endless conversation', JSON.stringify(invokeIn({ id: 'a'.repeat(401) })), 400, 'not-an-activity'],
    ['an activity’s id with NUL', JSON.stringify(invoke({ id: 'a\u0000' })), 400, 'not-an-activity'],
    ['nested 65 deep', deep(65), 400, 'too-deep'],
    ['nested 100,000 deep', deep(100_000), 400, 'too-deep'],
    ['more values than anything has', `{"type":"message","value":[${'{},'.repeat(60_000)}0]}`, 400, 'too-many'],
    ['more than 256 KB', JSON.stringify(invoke({ value: 'x'.repeat(262_144) })), 413, 'too-large'],
  ];
  test.each(variants)('%s', async (_name, body, status, reason) => {
    expect(await ask(`Bearer ${await framework.token()}`, body)).toEqual({ ok: false, status, reason });
  });

  test('bytes that are no text', async () => {
    const authorization = `Bearer ${await framework.token()}`;
    const body = Buffer.concat([Buffer.from('{"type":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]);
    expect(await guard({ authorization, read: () => readAs('application/json', body) })).toMatchObject({
      status: 400,
      reason: 'not-json',
    });
  });

  test.each([undefined, 'text/plain', 'application/x-www-form-urlencoded', 'application/jsonp'])(
    'content type %s: 415',
    async (contentType) => {
      const request = {
        authorization: `Bearer ${await framework.token()}`,
        read: () => readAs(contentType, JSON.stringify(invoke())),
      };
      expect(await guard(request)).toEqual({ ok: false, status: 415, reason: 'not-json-type' });
    },
  );

  test('what nobody here reads goes no further, whatever its shape', async () => {
    const odd = { entities: [null], attachments: 5, deliveryMode: 'expectReplies', recipient: { id: '28:b', x: [] } };
    const verdict = await ask(`Bearer ${await framework.token()}`, invoke({ ...odd, type: 'message', text: 'hej' }));
    if (!verdict.ok) throw new Error(verdict.reason);
    expect(Object.keys(verdict.activity)).not.toEqual(expect.arrayContaining(['entities']));
    expect(verdict.activity).toMatchObject({ text: 'hej', recipient: { id: '28:b' } });
    expect(verdict.activity.recipient).not.toHaveProperty('x');
  });

  test('one person’s id and one tenant’s is the same in capitals; null is nothing', async () => {
    const id = '0F8FAD5B-D9CB-469F-A165-70867728950E';
    const activity = invoke({ from: { id: '29:x', aadObjectId: id }, replyToId: null, channelData: null });
    const verdict = await ask(`Bearer ${await framework.token()}`, activity);
    expect(verdict).toMatchObject({ ok: true, activity: { from: { aadObjectId: id.toLowerCase() } } });
  });

  test('a large body with __proto__ in it is refused: looking at each of its keys would hold up everybody', async () => {
    const large = `{"__pr\\u006fto__":{},"value":[${`{"a":"${'x'.repeat(90)}"},`.repeat(1_000)}{}]}`;
    expect(await readAs('application/json', large)).toEqual({ ok: false, status: 400, reason: 'odd-key' });
  });

  test('brackets inside texts are no nesting, and __proto__ is dropped wherever it stands', async () => {
    const body = JSON.stringify(invoke({ text: `\\"${'['.repeat(500)}` })).replace(
      '"value":{',
      '"__proto__":{"admin":true},"value":{"__pro\\u0074o__":{"admin":true},',
    );
    const verdict = await ask(`Bearer ${await framework.token()}`, body);
    if (!verdict.ok) throw new Error(verdict.reason);
    const value: unknown = Object.assign({}, verdict.activity, verdict.activity.value);
    expect(value).not.toHaveProperty('admin');
    expect(JSON.stringify(verdict.activity)).not.toContain('admin');
  });
});

describe('where answers may be sent', () => {
  test.each([
    'https://smba.trafficmanager.net',
    'https://smba.trafficmanager.net/',
    SERVICE_URL,
    `${SERVICE_URL}${TENANT}/`,
    'https://SMBA.trafficmanager.net/emea/',
  ])('%s', (address) => expect(isOurConnector(address, HOSTS)).toBe(true));

  const strange = [
    'https://190010119001011900101',
    '',
    ' ',
    '/',
    '//smba.trafficmanager.net/',
    'smba.trafficmanager.net',
    'http://smba.trafficmanager.net/',
    'ftp://smba.trafficmanager.net/',
    'file:///etc/passwd',
    'file://smba.trafficmanager.net/etc/passwd',
    'data:text/plain,x',
    'javascript:alert(1)',
    'gopher://127.0.0.1/',
    'https://127.0.0.1/',
    'https://localhost/',
    'https://[::1]/',
    'https://0.0.0.0/',
    'https://169.254.169.254/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://10.0.0.1/',
    'https://[::ffff:169.254.169.254]/',
    'https://evil.example/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://evilsmba.trafficmanager.net/',
    'https://x.smba.trafficmanager.net/',
    'https://trafficmanager.net/',
    'https://smba.trafficmanager.net./',
    'https://smba.trafficmanager.net@evil.example/',
    'https://smba.trafficmanager.net:pw@evil.example/',
    'https://evil.example@smba.trafficmanager.net/',
    'https://smba.trafficmanager.net:444/',
    'https://smba.trafficmanager.net:443@evil.example',
    'https://smba.trafficmanager.net\\@evil.example/',
    'https:\\\\smba.trafficmanager.net/',
    'https://smba.trafficmanager.net/?next=https://evil.example',
    'https://smba.trafficmanager.net/#x',
    'https://evil.example/https://smba.trafficmanager.net/',
    'https://evil.example#smba.trafficmanager.net',
    'https://evil.example?smba.trafficmanager.net',
    ' https://smba.trafficmanager.net/',
    'https://smba.trafficmanager.net/ x',
    'https://smba.traffic\nmanager.net/',
    'https://smba.trafficmanager.net%2eevil.example/',
    'https://smba。trafficmanager。net/',
    'https://ѕmba.trafficmanager.net/',
    'https:smba.trafficmanager.net',
    'https:///smba.trafficmanager.net',
  ];
  test.each(strange)('never %j', (address) => expect(isOurConnector(address, HOSTS)).toBe(false));
});
