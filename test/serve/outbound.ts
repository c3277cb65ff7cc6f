/**
 * Watches what this process asks of anybody else, however it asks: fetch and node:http(s) both tell their diagnostics
 * channels.
 */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { z } from 'zod';

const fetched = z.object({ request: z.object({ origin: z.union([z.string(), z.instanceof(URL)]).transform(String) }) });

/** `origins` has each request's origin, in order, but those to `own` (the test's own questions to the program). */
export function watchOutbound(own: () => string): { origins: string[]; stop(): void } {
  const origins: string[] = [];
  const note = (origin: string) => void (origin === own() || origins.push(origin));
  const onFetch = (message: unknown) => note(fetched.parse(message).request.origin);
  const onHttp = (message: unknown) => {
    const { protocol, host } = (message as { request: ClientRequest }).request;
    note(`${protocol}//${host}`);
  };
  subscribe('undici:request:create', onFetch);
  subscribe('http.client.request.start', onHttp);
  return {
    origins,
    stop() {
      unsubscribe('undici:request:create', onFetch);
      unsubscribe('http.client.request.start', onHttp);
    },
  };
}
