import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer } from '../../bot/serve/server.ts';
import type { Channel } from '../../domain/ports.ts';
import { buttonsOf } from '../support/card-json.ts';
import { hasPostgres, openTestDatabase } from '../support/databases.ts';
import { type Framework, SERVICE_URL, startFramework } from '../support/framework-tokens.ts';
import { type TeamsClient, teamsClient } from '../support/teams-client.ts';
import { startTeamsSink, type TeamsSink } from '../support/teams-sink.ts';
import {
  channelTo,
  configOf,
  emptyDatabase,
  importedDatabase,
  karin,
  type ProductionDatabase,
  settings,
} from './production.ts';

describe.skipIf(!hasPostgres())('two copies of the program on one database', () => {
  let place: ProductionDatabase;
  let framework: Framework;
  let sink: TeamsSink;
  let copies: Awaited<ReturnType<typeof startServer>>[];
  let clients: TeamsClient[];
  const posts = [0, 0];

  beforeAll(async () => {
    [place, framework, sink] = await Promise.all([importedDatabase(), startFramework(new Date()), startTeamsSink()]);
    copies = await Promise.all(
      posts.map((_, copy) =>
        startServer(configOf(settings(place.url)), { keys: framework.keys, channel: counted(channelTo(sink), copy) }),
      ),
    );
    const headers = { authorization: `Bearer ${await framework.token()}` };
    clients = copies.map(({ port }) =>
      teamsClient({ botUrl: `http://127.0.0.1:${port}`, serviceUrl: SERVICE_URL, someone: karin, headers }),
    );
  });
  afterAll(async () => {
    await sink.close();
    await place.remove();
  });

  const counted = (channel: Channel, copy: number): Channel => ({
    ...channel,
    post(...message) {
      posts[copy] = (posts[copy] ?? 0) + 1;
      return channel.post(...message);
    },
  });
  const words = 24;
  const word = (client: TeamsClient, n: number) => client.activity({ type: 'message', text: 'hjälp', id: `word-${n}` });

  test('the same press at both at once is one case; the same words at both are answered once; each card is posted once', async () => {
    const [one, two] = clients as [TeamsClient, TeamsClient];
    await one.install();
    const help = await sink.until(() => sink.messages[0], 'the greeting');
    const button = buttonsOf(help.card).find(({ verb }) => verb === 'case.new');
    if (!button) throw new Error('the greeting has no button for a new case');
    const answers = await Promise.all([one, two].map((client) => client.send(client.pressed(button, {}, help.id))));
    expect(answers.map(({ body }) => body?.statusCode)).toEqual([200, 200]);

    const sent = Array.from({ length: words }, (_, n) => [one, two].map((client) => client.send(word(client, n))));
    for (const { status } of await Promise.all(sent.flat())) expect(status).toBe(200);
    await sink.until(() => sink.messages.length >= words + 2, 'a card for each word');
    // Stopping drains: what comes after this is nothing.
    await Promise.all(copies.map((copy) => copy.stop()));

    const open = await openTestDatabase(place.location);
    const [cases, postings, unfinished] = [
      await open.prisma.case.count(),
      await open.prisma.posting.count(),
      await open.prisma.effect.count({ where: { state: { not: 'DONE' } } }),
    ];
    await open.close();
    expect({ cases, postings, unfinished }).toEqual({ cases: 1, postings: words + 2, unfinished: 0 });
    expect(sink.messages).toHaveLength(postings);
    expect(posts.reduce((sum, count) => sum + count)).toBe(postings);
  });
});

describe.skipIf(!hasPostgres())('stopping', () => {
  test('waits for the card that is just being sent, and for its result', async () => {
    const [place, framework] = await Promise.all([emptyDatabase(), startFramework(new Date())]);
    let release: (sent: { conversationId: string; activityId: string }) => void = () => undefined;
    const answer = new Promise<{ conversationId: string; activityId: string }>((answered) => {
      release = answered;
    });
    let reached: () => void = () => undefined;
    const sending = new Promise<void>((begun) => {
      reached = begun;
    });
    const channel: Channel = {
      post() {
        reached();
        return answer;
      },
      update: () => Promise.reject(new Error('there is nothing to update')),
    };
    const server = await startServer(configOf(settings(place.url)), { keys: framework.keys, channel });
    const headers = { authorization: `Bearer ${await framework.token()}` };
    await teamsClient({
      botUrl: `http://127.0.0.1:${server.port}`,
      serviceUrl: SERVICE_URL,
      someone: karin,
      headers,
    }).install();
    await sending;
    const order: string[] = [];
    const stopped = server.stop().then(() => order.push('stopped'));
    // Takes longer than a stop that waits for nobody.
    const open = await openTestDatabase(place.location);
    order.push('sent');
    release({ conversationId: 'c', activityId: 'm1' });
    await stopped;
    const [effects, postings] = [await open.prisma.effect.findMany(), await open.prisma.posting.findMany()];
    await open.close();
    await place.remove();
    expect(order).toEqual(['sent', 'stopped']);
    expect(effects).toMatchObject([{ kind: 'card', state: 'DONE' }]);
    expect(postings).toMatchObject([{ activityId: 'm1', sent: 1 }]);
  });
});
