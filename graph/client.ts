import { setTimeout as wait } from 'node:timers/promises';
import { AuthenticationHandler, Client, type Context, TelemetryHandler } from '@microsoft/microsoft-graph-client';
import type { ZodType } from 'zod';
import { RemoteUnreachable } from '../domain/ports.ts';
import { createPace, targetOf } from './not-before.ts';
import { TOKEN_UNAVAILABLE, toRemoteError } from './remote-error.ts';
import { createSend, type SendOptions } from './send.ts';
import { TokenRefused } from './token-refused.ts';

export type GraphClientOptions = SendOptions & {
  /**
   * An access token for https://graph.microsoft.com/.default, from a credential that keeps it until it expires. May
   * throw TokenRefused.
   */
  getToken: () => Promise<string>;
};

export type GraphCall<T> = {
  method: 'GET' | 'POST' | 'PATCH';
  /** Below `/v1.0`, ids already encoded; query included. */
  path: string;
  body?: unknown;
  /**
   * The state of the thing that the change was decided on; changed meanwhile, it is "not reached" and must be read
   * again.
   */
  ifMatch?: string;
  /** What the answer must look like; answers that do not are taken as "not reached". */
  answer: ZodType<T>;
  /**
   * Error codes of a 404 that mean "the thing is gone". Any other 404 (a lost mailbox, say) is a refusal that somebody
   * must see.
   */
  gone?: readonly string[];
};

/** Sends one request once. Throws RemoteRefused, RemoteUnreachable, RemoteGone or NotYet and nothing else. */
export type GraphClient = <T>(call: GraphCall<T>) => Promise<T>;

/**
 * Base address of every request, also towards a local Graph: the library only adds the token for https and known hosts,
 * so the last link of the chain, not the base address, decides where requests go. Nothing here tries again: the queue
 * of effects does.
 */
const BASE_URL = 'https://graph.microsoft.com/';
const TOKEN_TIMEOUT_MS = 4000;

/** Ids that survive when somebody moves the event to another folder, and instants in UTC; on every request. */
const PREFER = 'IdType="ImmutableId", outlook.timezone="UTC"';

export function createGraphClient(options: GraphClientOptions): GraphClient {
  const send = createSend(options);
  const client = Client.initWithMiddleware({
    baseUrl: BASE_URL,
    defaultVersion: 'v1.0',
    middleware: chain(options, send),
  });

  const pace = createPace();

  return async ({ method, path, body, ifMatch, answer, gone = [] }) => {
    const target = targetOf(path);
    pace.mayCall(target);
    let received: unknown;
    try {
      const request = client.api(path).header('Prefer', PREFER);
      if (ifMatch) request.header('If-Match', ifMatch);
      if (method === 'GET') received = await request.get();
      else received = method === 'POST' ? await request.post(body ?? {}) : await request.patch(body ?? {});
    } catch (error) {
      const failure = toRemoteError(error, gone, target);
      if (failure instanceof RemoteUnreachable) pace.learn(failure);
      throw failure;
    }
    const parsed = answer.safeParse(received);
    if (!parsed.success) throw new RemoteUnreachable('answer');
    return parsed.data;
  };
}

function chain({ getToken, timeoutMs = TOKEN_TIMEOUT_MS }: GraphClientOptions, send: ReturnType<typeof createSend>) {
  const authentication = new AuthenticationHandler({ getAccessToken: () => tokenWithin(timeoutMs, getToken) });
  const telemetry = new TelemetryHandler();
  const last = {
    async execute(context: Context) {
      const url = typeof context.request === 'string' ? context.request : context.request.url;
      context.response = await send(url, (context.options ?? {}) as RequestInit);
    },
  };
  authentication.setNext(telemetry);
  telemetry.setNext(last);
  return authentication;
}

/** The library keeps only the name of what is thrown here. */
async function tokenWithin(timeoutMs: number, getToken: () => Promise<string>): Promise<string> {
  const timer = new AbortController();
  const late = wait(timeoutMs, undefined, { signal: timer.signal }).then(() => {
    throw new Error('token takes too long');
  });
  try {
    return await Promise.race([getToken(), late]);
  } catch (error) {
    if (error instanceof TokenRefused) throw error;
    throw Object.assign(new Error('no token'), { name: TOKEN_UNAVAILABLE });
  } finally {
    late.catch(() => {});
    timer.abort();
  }
}
