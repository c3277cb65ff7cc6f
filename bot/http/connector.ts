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
  RemoteUnreachable,
} from '../../domain/ports.ts';
import { ringAfter } from '../engine/ring-after.ts';

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
  /** Null where the connector asks for none (the local Teams client). */
  getToken: (() => Promise<string>) | null;
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

/** The ids of what was posted, whichever of its shapes the connector answers with. */
const idOf = (answer: unknown, key: string): string | undefined => {
  const value = typeof answer === 'object' && answer !== null ? (answer as Record<string, unknown>)[key] : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** 429, 412 and 5xx pass; 403 (blocked, not installed) and 404 mean that the reference leads nowhere any more. */
function failureOf(status: number, retryAfter: string | null): Error {
  if (status === 429 || status === 412 || status === 408 || status >= 500) {
    return new RemoteUnreachable(`teams${status}`, retryAfter ? Number(retryAfter) || undefined : undefined);
  }
  return status === 404 || status === 403 ? new RemoteGone() : new RemoteRefused(`teams${status}`);
}

export function createConnector({ getToken, isAllowed, record, now, timeoutMs = 4_000 }: ConnectorOptions): Channel {
  async function call(serviceUrl: string, method: string, path: string, body: unknown): Promise<unknown> {
    if (!isAllowed(serviceUrl)) throw new RemoteRefused('serviceUrl');
    const url = `${serviceUrl.replace(/\/$/, '')}/v3/conversations${path}`;
    const token = getToken ? await getToken() : null;
    const headers = { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) };
    const write = (status: number, response: unknown) =>
      record?.({ at: now(), to: 'teams', method, url, body, status, response });
    const tooLong = new AbortController();
    const stop = ringAfter(timeoutMs, () => tooLong.abort());
    try {
      const answer = await fetch(url, {
        method,
        headers,
        body: JSON.stringify(body),
        signal: tooLong.signal,
        redirect: 'error',
      });
      const text = await answer.text();
      const parsed = parseOrNull(text);
      write(answer.status, parsed ?? text.slice(0, 200));
      if (answer.ok) return parsed;
      throw failureOf(answer.status, answer.headers.get('retry-after'));
    } catch (failure) {
      if (failure instanceof RemoteGone || failure instanceof RemoteRefused || failure instanceof RemoteUnreachable)
        throw failure;
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
        const answer = await call(to.serviceUrl, 'POST', inConversation(to), message);
        return { conversationId: to.conversationId, activityId: idOf(answer, 'id') ?? '' };
      }
      const thread = {
        isGroup: true,
        tenantId: to.tenantId,
        channelData: { channel: { id: to.conversationId }, tenant: { id: to.tenantId } },
        activity: message,
      };
      const answer = await call(to.serviceUrl, 'POST', '', thread);
      return {
        conversationId: idOf(answer, 'id') ?? to.conversationId,
        activityId: idOf(answer, 'activityId') ?? idOf(answer, 'id') ?? '',
      };
    },
    async update(at, card, summary) {
      await call(at.serviceUrl, 'PUT', `${inConversation(at)}/${encodeURIComponent(at.activityId)}`, {
        ...messageOf(card, summary),
        id: at.activityId,
      });
    },
  };
}

function parseOrNull(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
