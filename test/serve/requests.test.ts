import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLog } from '../../bot/log/log.ts';
import { startServer } from '../../bot/serve/server.ts';
import { buttonsOf } from '../support/card-json.ts';
import { hasPostgres, openTestDatabase } from '../support/databases.ts';
import { APP_ID, type Framework, SERVICE_URL, startFramework, TENANT } from '../support/framework-tokens.ts';
import { teamsClient } from '../support/teams-client.ts';
import { startTeamsSink, type TeamsSink } from '../support/teams-sink.ts';
import { watchOutbound } from './outbound.ts';
import {
  channelTo,
  configOf,
  emptyDatabase,
  importedDatabase,
  karin,
  type ProductionDatabase,
  settings,
} from './production.ts';

describe.skipIf(!hasPostgres())('npm run serve', () => {
  let place: ProductionDatabase;
  let framework: Framework;
  let sink: TeamsSink;
  let server: Awaited<ReturnType<typeof startServer>>;
  let outbound: ReturnType<typeof watchOutbound>;
  const reasons: string[] = [];
  /** Reasons that stand in the log already. */
  const known = new Set<string>();
  const botUrl = () => `http://127.0.0.1:${server.port}`;

  beforeAll(async () => {
    [place, framework, sink] = await Promise.all([importedDatabase(), startFramework(new Date()), startTeamsSink()]);
    const destination = {
      write: (line: string) => void reasons.push(String((JSON.parse(line) as { reason?: string }).reason)),
    };
    const log = createLog({ key: 'k', level: 'warn', destination });
    server = await startServer(configOf(settings(place.url)), { keys: framework.keys, channel: channelTo(sink), log });
    outbound = watchOutbound(botUrl);
  });
  afterAll(async () => {
    outbound.stop();
    await server.stop();
    await sink.close();
    await place.remove();
  });

  const client = (token: string | null, serviceUrl = SERVICE_URL, tenantId = karin.tenantId) =>
    teamsClient({
      botUrl: botUrl(),
      serviceUrl,
      someone: { ...karin, tenantId },
      headers: token ? { authorization: `Bearer ${token}` } : {},
    });

  /** What would be left behind by a request that got past the guard. */
  async function traces() {
    const open = await openTestDatabase(place.location);
    const counts = {
      acts: await open.prisma.audit.count(),
      chats: await open.prisma.chat.count(),
      effects: await open.prisma.effect.count(),
    };
    await open.close();
    return counts;
  }

  test('is ready, and answers what Microsoft 365 asks before it sends notifications', async () => {
    expect(await (await fetch(`${botUrl()}/readyz`)).json()).toEqual({ ready: true });
    const handshake = await fetch(`${botUrl()}/graph/notifications?validationToken=abc%20123`, { method: 'POST' });
    expect([handshake.status, await handshake.text()]).toEqual([200, 'abc 123']);
  });

  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const inAnHour = Math.floor(Date.now() / 1000) + 3_600;
  const algNone = () =>
    `${part({ alg: 'none', typ: 'JWT' })}.${part({ iss: 'https://api.botframework.com', aud: APP_ID, nbf: 1, exp: inAnHour, serviceurl: SERVICE_URL })}.AA`;

  test.each<[string, number, string, () => Promise<ReturnType<typeof client>>]>([
    ['unsigned', 401, 'no-token', async () => client(null)],
    ['alg none', 401, 'ERR_JOSE_ALG_NOT_ALLOWED', async () => client(algNone())],
    ['HS256 with the public key', 401, 'ERR_JOSE_ALG_NOT_ALLOWED', async () => client(await framework.confusedToken())],
    [
      'signed by a stranger',
      401,
      'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
      async () => client(await framework.token({ signer: 'stranger' })),
    ],
    [
      'signed for an empty app id',
      401,
      'ERR_JWT_CLAIM_VALIDATION_FAILED.aud',
      async () => client(await framework.token({ claims: { aud: '' } })),
    ],
    ['of another tenant', 403, 'tenant', async () => client(await framework.token(), SERVICE_URL, TENANT)],
    [
      'with a foreign serviceUrl',
      403,
      'service-url-claim',
      async () => client(await framework.token(), sink.serviceUrl),
    ],
    [
      'with a foreign serviceUrl, in the token too',
      403,
      'service-url',
      async () => client(await framework.token({ claims: { serviceurl: sink.serviceUrl } }), sink.serviceUrl),
    ],
  ])('%s: refused (%i), nothing is done and nobody is called', async (_, status, reason, someone) => {
    const teams = await someone();
    reasons.length = 0;
    const press = teams.pressed({ verb: 'case.list', data: { posting: 'p', turn: 't', verb: 'case.list' } }, {});
    for (const activity of [
      teams.activity({ type: 'message', text: 'nytt Västbus' }),
      teams.activity({ type: 'installationUpdate', action: 'add' }),
      press,
    ]) {
      expect(await teams.send(activity)).toEqual({ status, body: null });
    }
    // The same one again within a minute is counted, not written.
    expect(reasons).toEqual(known.has(reason) ? [] : [reason]);
    known.add(reason);
    expect(await traces()).toEqual({ acts: 0, chats: 0, effects: 0 });
    expect([sink.bodies, outbound.origins]).toEqual([[], []]);
  });

  test('a signed "nytt Västbus" posts the card of a new case, and a signed press on it is answered with the next page', async () => {
    const teams = client(await framework.token());
    await teams.type('nytt Västbus');
    const posted = await sink.until(() => sink.messages[0], 'the card of the new case');
    const filled = { ageBand: 'A12_14', guardianOne: 'MOTHER', guardianTwo: 'FATHER', existingSip: 'NO' };
    expect(await traces()).toMatchObject({ chats: 1 });
    const page = await teams.press(posted.card, 'start.save', filled, posted.id);
    expect(buttonsOf(page).map(({ verb }) => verb)).toContain('startMore.save');
    expect(new Set(outbound.origins)).toEqual(new Set([new URL(sink.serviceUrl).origin]));
  });
});

describe.skipIf(!hasPostgres())('what leaves', () => {
  test('an address that is on no list gets nothing, even when it stands in the database', async () => {
    const [place, framework, sink] = await Promise.all([emptyDatabase(), startFramework(new Date()), startTeamsSink()]);
    const open = await openTestDatabase(place.location);
    const failed = waitFor();
    const destination = { write: (line: string) => failed.got(JSON.parse(line) as Record<string, unknown>) };
    const server = await startServer(configOf(settings(place.url)), {
      keys: framework.keys,
      log: createLog({ key: 'k', level: 'warn', destination }),
    });
    const outbound = watchOutbound(() => `http://127.0.0.1:${server.port}`);
    await open.prisma.posting.create({
      data: {
        id: 'p1',
        kind: 'HELP',
        page: 'help',
        tenantId: karin.tenantId,
        language: 'sv',
        turn: 't',
        conversationId: 'c',
        serviceUrl: sink.serviceUrl,
        createdAt: new Date(),
      },
    });
    await open.database.transaction((store) => store.queue([{ kind: 'card', subjectId: 'p1' }]));
    expect(await failed.line).toMatchObject({
      event: 'effect.failed',
      kind: 'card',
      state: 'DEAD',
      cause: 'serviceUrl',
    });
    outbound.stop();
    await server.stop();
    await open.close();
    await sink.close();
    await place.remove();
    expect([sink.bodies, outbound.origins]).toEqual([[], []]);
  });
});

function waitFor() {
  let got: (line: Record<string, unknown>) => void = () => undefined;
  const line = new Promise<Record<string, unknown>>((found) => {
    got = found;
  });
  return { line, got };
}
