import type { Clock } from '../domain/ports.ts';
import { wholeText } from '../domain/whole-answer.ts';

/**
 * One request to Graph and what came back. `status` is null when nothing came back; headers (and so tokens) are never
 * part of it.
 */
export type GraphRecord = {
  at: string;
  to: 'graph';
  method: string;
  url: string;
  body: unknown;
  status: number | null;
  response: unknown;
};

export type SendOptions = {
  clock: Clock;
  record?: ((entry: GraphRecord) => void) | undefined;
  /**
   * Origin of a local Graph on this machine, such as `http://127.0.0.1:3980`; without it requests go to
   * graph.microsoft.com.
   */
  localServer?: string | undefined;
  /** Longest wait for one attempt, the whole answer included. Milliseconds, 4000 unless told. */
  timeoutMs?: number | undefined;
};

export type Send = (url: string, init: RequestInit) => Promise<Response>;

const DEFAULT_TIMEOUT_MS = 4000;
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * The last link of the client's chain: sends once, within the time limit, and records what was sent as if to
 * graph.microsoft.com.
 */
export function createSend({ clock, record, localServer, timeoutMs = DEFAULT_TIMEOUT_MS }: SendOptions): Send {
  const local = localServer === undefined ? undefined : new URL(localServer);
  // A token in clear text must not leave the machine.
  if (local && !LOOPBACK.has(local.hostname))
    throw new Error(`localServer must be on this machine, not ${local.hostname}`);

  return async (url, init) => {
    const sent = {
      at: clock.now().toString(),
      to: 'graph' as const,
      method: init.method ?? 'GET',
      url,
      body: readable(init.body),
    };
    let answer: { status: number; headers: Headers; text: string };
    const signal = AbortSignal.timeout(timeoutMs);
    const tooLate = new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    tooLate.catch(() => undefined);
    try {
      // Graph does not redirect these calls; following one could carry the token or the text to another host.
      const options: RequestInit = { ...init, redirect: 'error', signal };
      const response = await fetch(local ? onto(local, url) : url, options);
      answer = { status: response.status, headers: response.headers, text: await wholeText(response, tooLate) };
    } catch (error) {
      record?.({ ...sent, status: null, response: { failed: error instanceof Error ? error.name : 'unknown' } });
      throw error;
    }
    record?.({ ...sent, status: answer.status, response: readable(answer.text) });
    return rebuild(answer);
  };
}

function onto(local: URL, url: string): string {
  const { pathname, search } = new URL(url);
  return new URL(pathname + search, local).toString();
}

/** The body was read inside the time limit; the client gets it once more with the headers it looks at. */
function rebuild({ status, headers, text }: { status: number; headers: Headers; text: string }): Response {
  const kept = new Headers();
  for (const name of ['content-type', 'retry-after', 'date', 'request-id']) {
    const value = headers.get(name);
    if (value !== null) kept.set(name, value);
  }
  return new Response(text === '' ? null : text, { status, headers: kept });
}

/** `clientState` is the secret that tells real notifications from forged ones. */
function readable(body: unknown): unknown {
  if (typeof body !== 'string' || body === '') return null;
  try {
    return JSON.parse(body, (key, value: unknown) => (key === 'clientState' && value !== null ? '[removed]' : value));
  } catch {
    return body;
  }
}
