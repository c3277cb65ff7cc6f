import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { Request, Response } from 'restify';
import { z } from 'zod';
import type { Route, Visit } from '../../bot/http/open-door.ts';
import { hasBody } from '../../bot/http/read-json.ts';
import type { GraphFaults } from './faults.ts';
import { GraphRefusal } from './refusal.ts';

/** One request as the handlers see it: its token and body are there, its body is not yet checked. */
export type GraphRequest = {
  params: Readonly<Record<string, string>>;
  path: string;
  query: URLSearchParams;
  body: unknown;
  header(name: string): string | undefined;
  /** The zone that times are answered in: `Prefer: outlook.timezone="…"`, otherwise UTC. */
  timeZone: string;
};
export type GraphAnswer = { status: number; body?: unknown; headers?: Record<string, string> };
export type GraphHandler = (request: GraphRequest) => GraphAnswer | Promise<GraphAnswer>;

const HANG_MS = 60_000;
const MAX_BODY_BYTES = 4_000_000;
const DEFAULT_RETRY_AFTER = 10;

/** A route: faults, token, body, then the handler; what it refuses becomes an error as Graph writes it. */
export const graphRoute = (
  method: Route['method'],
  path: string,
  handler: GraphHandler,
  faults: GraphFaults,
  closing: AbortSignal,
): Route => ({
  method,
  path,
  ...(method === 'post' || method === 'patch' ? { most: MAX_BODY_BYTES } : {}),
  async take(visit) {
    const { request, response } = visit;
    if (faults.slowMs) await wait(faults.slowMs, undefined, { signal: closing }).catch(() => {});
    if (faults.graph === 'hang') await hang(request, closing);
    if (faults.graph === 'hang' || faults.graph === 'off') {
      request.socket.destroy();
      return;
    }
    const answer = faultAnswer(faults, request.params?.user) ?? (await answerOf(handler, visit));
    write(response, faults.failAfterDoing && answer.status < 300 ? unavailable(faults) : answer);
  },
});

async function answerOf(handler: GraphHandler, visit: Visit): Promise<GraphAnswer> {
  try {
    if (!/^Bearer \S+$/.test(visit.request.headers.authorization ?? '')) {
      throw new GraphRefusal(401, 'InvalidAuthenticationToken', 'Access token is empty.');
    }
    return await handler(await readRequest(visit));
  } catch (error) {
    if (error instanceof GraphRefusal) return refused(error.status, error.code, error.message);
    if (error instanceof z.ZodError) return refused(400, 'ErrorInvalidRequest', z.prettifyError(error));
    return refused(500, 'InternalServerError', error instanceof Error ? error.message : 'unknown');
  }
}

async function readRequest({ request, read, note }: Visit): Promise<GraphRequest> {
  const header = (name: string) => request.header(name) as string | undefined;
  const timeZone = /outlook\.timezone="([^"]+)"/.exec(header('prefer') ?? '')?.[1] ?? 'UTC';
  const { pathname: path, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  // Some of Graph's actions take no body at all.
  const body = hasBody(request) ? await read() : { ok: true as const, value: undefined };
  if (!body.ok) {
    note(body);
    throw new GraphRefusal(body.status, 'BadRequest', 'Unable to read JSON request payload.');
  }
  return { params: request.params ?? {}, path, query: searchParams, body: body.value, header, timeZone };
}

function faultAnswer(faults: GraphFaults, user: string | undefined): GraphAnswer | undefined {
  if (user !== undefined && user === faults.goneMailbox)
    return refused(
      404,
      'MailboxNotEnabledForRESTAPI',
      'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
    );
  if (faults.graph === '403') return refused(403, 'ErrorAccessDenied', 'Access is denied.');
  if (faults.graph === '503') return unavailable(faults);
  if (faults.graph !== '429') return undefined;
  const headers = { 'retry-after': String(faults.retryAfter ?? DEFAULT_RETRY_AFTER) };
  return { ...refused(429, 'ApplicationThrottled', 'Application is over its MailboxConcurrency limit.'), headers };
}

function unavailable({ retryAfter }: GraphFaults): GraphAnswer {
  const headers: Record<string, string> = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  return { ...refused(503, 'ErrorServerBusy', 'The server is busy.'), headers };
}

function refused(status: number, code: string, message: string): GraphAnswer {
  const innerError = { date: new Date().toISOString(), 'request-id': randomUUID() };
  return { status, body: { error: { code, message, innerError } } };
}

async function hang(request: Request, closing: AbortSignal): Promise<void> {
  const waiting = new AbortController();
  const signal = AbortSignal.any([closing, waiting.signal]);
  const gone = once(request.socket, 'close', { signal });
  await Promise.race([wait(HANG_MS, undefined, { signal }), gone]).catch(() => {});
  waiting.abort();
  await gone.catch(() => {});
}

function write(response: Response, { status, body, headers }: GraphAnswer): void {
  const type: Record<string, string> =
    body === undefined ? {} : { 'content-type': 'application/json; odata.metadata=minimal; charset=utf-8' };
  response.writeHead(status, { ...type, ...headers, 'request-id': randomUUID() });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}
