/**
 * A Teams connector that listens and remembers: what the program posts and updates arrives here as it would in Teams.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CardJson } from './card-json.ts';

/** `posted` is the card as it came first, `card` as it stands now. */
export type SinkMessage = { id: string; conversationId: string; posted: CardJson; card: CardJson; updates: number };

export type TeamsSink = {
  serviceUrl: string;
  port: number;
  /** In the order they were first posted, each as it stands now. */
  messages: SinkMessage[];
  /** Every request body as text, posts and updates. */
  bodies: string[];
  /** Waits until something the program sends makes `look` answer; fails with `what` after a while. */
  until<T>(look: () => T | undefined | false, what: string, seconds?: number): Promise<T>;
  /** Answers the next requests with this status instead. */
  fail(status: number, times: number, headers?: () => Record<string, string>): void;
  /**
   * Leaves the next request of this kind without an answer until its sender is gone, and does the work (`done`) or not
   * (`lost`). Resolves when that request has come in.
   */
  hang(method: 'POST' | 'PUT', work: 'done' | 'lost'): Promise<void>;
  close(): Promise<void>;
};

type Sent = { activity?: Sent; attachments?: { content: CardJson }[]; channelData?: { channel?: { id: string } } };

export async function startTeamsSink(port = 0): Promise<TeamsSink> {
  const messages: SinkMessage[] = [];
  const bodies: string[] = [];
  const watchers = new Set<() => void>();
  let failing = { status: 0, times: 0, headers: (): Record<string, string> => ({}) };
  let hanging: { method: string; work: 'done' | 'lost'; came: () => void } | null = null;
  let counter = 0;

  const post = (conversationId: string, sent: Sent): string => {
    counter += 1;
    const id = `m${counter}`;
    const card = sent.attachments?.[0]?.content;
    if (card) messages.push({ id, conversationId, posted: card, card, updates: 0 });
    return id;
  };

  function answer(method: string, path: string, text: string): [number, unknown] {
    const sent = JSON.parse(text === '' ? '{}' : text) as Sent;
    const [, conversation, activity] = /\/v3\/conversations(?:\/([^/]+)\/activities(?:\/([^/]+))?)?$/.exec(path) ?? [];
    if (method === 'POST' && conversation) return [200, { id: post(decodeURIComponent(conversation), sent) }];
    if (method === 'POST') {
      const thread = `${sent.channelData?.channel?.id ?? 'channel'};messageid=${counter + 1}`;
      const id = post(thread, sent.activity ?? {});
      return [201, { id: thread, activityId: id }];
    }
    const message = messages.find((one) => one.id === decodeURIComponent(activity ?? ''));
    if (method !== 'PUT' || !message) return [404, { error: { code: 'ActivityNotFoundInConversation' } }];
    message.card = sent.attachments?.[0]?.content ?? message.card;
    message.updates += 1;
    return [200, { id: message.id }];
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    bodies.push(text);
    if (hanging && hanging.method === request.method) {
      const { work, came } = hanging;
      hanging = null;
      if (work === 'done') answer(request.method ?? '', pathOf(request), text);
      came();
      for (const watch of [...watchers]) watch();
      return;
    }
    const isFailing = failing.times > 0;
    if (isFailing) failing.times -= 1;
    const [status, body] = isFailing ? [failing.status, {}] : answer(request.method ?? '', pathOf(request), text);
    response.statusCode = status;
    if (isFailing) for (const [name, value] of Object.entries(failing.headers())) response.setHeader(name, value);
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(body));
    for (const watch of [...watchers]) watch();
  }

  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  const bound = (server.address() as AddressInfo).port;
  return {
    serviceUrl: `http://localhost:${bound}/_connector`,
    port: bound,
    messages,
    bodies,
    until: (look, what, seconds = 20) =>
      new Promise((done, failed) => {
        const check = () => {
          const found = look();
          if (found === undefined || found === false) return;
          stop();
          done(found);
        };
        const timer = setTimeout(() => {
          stop();
          failed(new Error(`never came: ${what}\nlast card: ${JSON.stringify(messages.at(-1)?.card)?.slice(0, 1500)}`));
        }, seconds * 1_000);
        const stop = () => {
          clearTimeout(timer);
          watchers.delete(check);
        };
        watchers.add(check);
        check();
      }),
    fail: (status, times, headers = () => ({})) => {
      failing = { status, times, headers };
    },
    hang: (method, work) =>
      new Promise((came) => {
        hanging = { method, work, came };
      }),
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

const pathOf = (request: IncomingMessage): string => (request.url ?? '').split('?')[0] ?? '';
