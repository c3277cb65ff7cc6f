import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { Request, Response } from 'restify';
import { z } from 'zod';
import type { GraphFaults } from './faults.ts';
import { GraphRefusal } from './refusal.ts';

/** One request as the handlers see it: its token and body are there, its body is not yet checked. */
export type GraphRequest = {
  params: Readonly<Record<string, string>>;
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

/**
 * Makes a restify handler: faults, token, body, then the handler; what it refuses becomes an error as Graph writes it.
 */
export function answering(handler: GraphHandler, faults: GraphFaults, closing: AbortSignal) {
  return async (request: Request, response: Response): Promise<void> => {
    if (faults.slowMs) await wait(faults.slowMs, undefined, { signal: closing }).catch(() => {});
    if (faults.graph === 'hang') await hang(request, closing);
    if (faults.graph === 'hang' || faults.graph === 'off') {
      request.socket.destroy();
      return;
    }
    const answer = faultAnswer(faults) ?? (await answerOf(handler, request));
    write(response, faults.failAfterDoing && answer.status < 300 ? unavailable(faults) : answer);
  };
}

async function answerOf(handler: GraphHandler, request: Request): Promise<GraphAnswer> {
  try {
    if (!/^Bearer \S+$/.test(request.header('authorization') ?? '')) {
      throw new GraphRefusal(401, 'InvalidAuthenticationToken', 'Access token is empty.');
    }
    return await handler(await read(request));
  } catch (error) {
    if (error instanceof GraphRefusal) return refused(error.status, error.code, error.message);
    if (error instanceof z.ZodError) return refused(400, 'ErrorInvalidRequest', z.prettifyError(error));
    return refused(500, 'InternalServerError', error instanceof Error ? error.message : 'unknown');
  }
}

async function read(request: Request): Promise<GraphRequest> {
  const header = (name: string) => request.header(name) as string | undefined;
  const timeZone = /outlook\.timezone="([^"]+)"/.exec(header('prefer') ?? '')?.[1] ?? 'UTC';
  const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
  return { params: request.params ?? {}, query: searchParams, body: await readBody(request), header, timeZone };
}

/** The server may or may not read bodies itself. */
async function readBody(request: Request): Promise<unknown> {
  if (request.body !== undefined && !Buffer.isBuffer(request.body) && typeof request.body !== 'string')
    return request.body;
  const parts: Buffer[] = request.body === undefined ? [] : [Buffer.from(request.body)];
  let bytes = 0;
  if (request.body === undefined) {
    for await (const part of request) {
      bytes += part.length;
      if (bytes > MAX_BODY_BYTES) throw new GraphRefusal(413, 'RequestEntityTooLarge', 'The body is too large.');
      parts.push(part);
    }
  }
  const text = Buffer.concat(parts).toString('utf8');
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new GraphRefusal(400, 'BadRequest', 'Unable to read JSON request payload.');
  }
}

function faultAnswer(faults: GraphFaults): GraphAnswer | undefined {
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
