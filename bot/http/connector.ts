/**
 * The Channel port on the Teams connector's REST API. Written on fetch and not on the SDK's client, because that one
 * retries a POST by itself (a card may then stand twice); here the outbox is the one place that tries again.
 */
import {
  type Card,
  type Channel,
  type Conversation,
  RemoteGone,
  RemoteRefused,
  RemoteShut,
  RemoteUnreachable,
} from '../../domain/ports.ts';
import { channelOf } from '../../domain/posting.ts';
import { retryAfterSeconds } from '../../domain/retry-after.ts';
import { wholeText } from '../../domain/whole-answer.ts';
import { ringAfter } from '../engine/ring-after.ts';
import { teamsId } from './read-activity.ts';

export type Recorded = {
  at: string;
  to: 'teams';
  method: string;
  url: string;
  body: unknown;
  status: number;
  response: unknown;
};

export type ConnectorOptions = {
  /**
   * Null where the connector asks for none (the local Teams client). `refused`: the token that was not accepted; another
   * one is wanted.
   */
  getToken: ((refused?: string) => Promise<string>) | null;
  /** No request leaves for an address that is not on the list. */
  isAllowed: (serviceUrl: string) => boolean;
  record?: (entry: Recorded) => void;
  now: () => string;
  timeoutMs?: number;
};

const messageOf = (card: Card, summary: string) => ({
  type: 'message',
  summary,
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
});

/**
 * The ids of what was posted, whichever of its shapes the connector answers with. What is no id is not kept: PostgreSQL
 * takes no NUL, and no row an id without end.
 */
const idOf = (answer: unknown, key: string): string | undefined => {
  const value = typeof answer === 'object' && answer !== null ? (answer as Record<string, unknown>)[key] : undefined;
  return teamsId.safeParse(value).data;
};

/**
 * What the connector's statuses mean for a card. `refused` is for good: the same card would be refused again. Every
 * other one below 500 is a refusal too, and from 500 on it passes.
 */
export const MEANINGS = {
  400: 'refused',
  401: 'refused',
  403: 'shut',
  404: 'gone',
  408: 'passes',
  412: 'passes',
  413: 'refused',
  429: 'passes',
  500: 'passes',
  502: 'passes',
  503: 'passes',
  504: 'passes',
} as const satisfies Record<number, 'refused' | 'shut' | 'gone' | 'passes'>;

function failureOf(status: number, headers: Headers, conversation: string): Error {
  const cause = `teams${status}`;
  switch ((MEANINGS as Record<number, (typeof MEANINGS)[keyof typeof MEANINGS]>)[status]) {
    case 'gone':
      return new RemoteGone();
    case 'shut':
      return new RemoteShut(cause);
    case 'passes':
      return new RemoteUnreachable(cause, retryAfterSeconds(headers, Date.now()), conversation);
    default:
      return status >= 500 ? new RemoteUnreachable(cause) : new RemoteRefused(cause);
  }
}

export function createConnector({ getToken, isAllowed, record, now, timeoutMs = 4_000 }: ConnectorOptions): Channel {
  async function call(to: Conversation, method: string, path: string, body: unknown): Promise<unknown> {
    const { serviceUrl } = to;
    const conversation = channelOf(to.conversationId);
    if (!isAllowed(serviceUrl)) throw new RemoteRefused('serviceUrl');
    const url = `${serviceUrl.replace(/\/$/, '')}/v3/conversations${path}`;
    if (!getToken) return answerOf(await ask(url, method, body, null), conversation);
    const token = await getToken();
    const answer = await ask(url, method, body, token);
    // Its key was changed, or it was taken back before its time: once with a new one.
    return answerOf(answer.status === 401 ? await ask(url, method, body, await getToken(token)) : answer, conversation);
  }

  async function ask(url: string, method: string, body: unknown, token: string | null): Promise<Answer> {
    const headers = { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) };
    const write = (status: number, response: unknown) =>
      record?.({ at: now(), to: 'teams', method, url, body, status, response });
    const tooLong = new AbortController();
    let stop = () => {};
    const tooLate = new Promise<never>((_, reject) => {
      stop = ringAfter(timeoutMs, () => {
        tooLong.abort();
        reject(new RemoteUnreachable('teamsNetwork'));
      });
    });
    tooLate.catch(() => undefined);
    try {
      const answer = await fetch(url, {
        method,
        headers,
        body: JSON.stringify(body),
        signal: tooLong.signal,
        redirect: 'error',
      });
      const text = await wholeText(answer, tooLate);
      const parsed = parseOrNull(text);
      write(answer.status, parsed ?? text.slice(0, 200));
      return { status: answer.status, headers: answer.headers, parsed };
    } catch {
      write(0, null);
      throw new RemoteUnreachable('teamsNetwork');
    } finally {
      stop();
    }
  }

  const inConversation = ({ conversationId }: Conversation) => `/${encodeURIComponent(conversationId)}/activities`;

  return {
    async post(to, card, summary) {
      const message = messageOf(card, summary);
      if (!to.channel) {
        const answer = await call(to, 'POST', inConversation(to), message);
        return { conversationId: to.conversationId, activityId: idOf(answer, 'id') ?? '' };
      }
      const thread = {
        isGroup: true,
        tenantId: to.tenantId,
        channelData: { channel: { id: to.conversationId }, tenant: { id: to.tenantId } },
        activity: message,
      };
      const answer = await call(to, 'POST', '', thread);
      return {
        conversationId: idOf(answer, 'id') ?? to.conversationId,
        activityId: idOf(answer, 'activityId') ?? idOf(answer, 'id') ?? '',
      };
    },
    async update(at, card, summary) {
      await call(at, 'PUT', `${inConversation(at)}/${encodeURIComponent(at.activityId)}`, {
        ...messageOf(card, summary),
        id: at.activityId,
      });
    },
  };
}

type Answer = { status: number; headers: Headers; parsed: unknown };

function answerOf({ status, headers, parsed }: Answer, conversation: string): unknown {
  if (status >= 200 && status < 300) return parsed;
  throw failureOf(status, headers, conversation);
}

function parseOrNull(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
