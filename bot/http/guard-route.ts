/**
 * The guard as a restify handler, first on the bot's route. No body parser may run before it: it reads the body itself,
 * up to the limit.
 */
import type { Next, Request, Response } from 'restify';
import type { Log } from '../log/log.ts';
import type { Guard } from './guard.ts';
import { MAX_BODY_BYTES } from './read-activity.ts';

/** What has passed stands in `request.body`, parsed. What has not gets a bare status; why is in the log, as a code. */
export function guardRoute(guard: Guard, log: Log) {
  const check = async (request: Request, response: Response): Promise<boolean> => {
    const body = await readBody(request);
    const { authorization, 'content-type': contentType } = request.headers;
    const verdict = body
      ? await guard({ authorization, contentType, body })
      : ({ ok: false, status: 413, reason: 'too-large' } as const);
    if (verdict.ok) request.body = verdict.activity;
    else {
      log.warn('guard.refused', { status: verdict.status, reason: verdict.reason });
      if (!body) response.setHeader('Connection', 'close');
      response.send(verdict.status);
    }
    return verdict.ok;
  };
  return (request: Request, response: Response, next: Next): void => {
    check(request, response).then(
      (passed) => next(passed ? undefined : false),
      () => {
        log.warn('guard.refused', { status: 400, reason: 'cut-short' });
        response.send(400);
        next(false);
      },
    );
  };
}

/** Null as soon as more has come, or is announced, than the limit. */
async function readBody(request: Request): Promise<Uint8Array | null> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
