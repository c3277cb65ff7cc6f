import type { Request, RequestHandler } from 'restify';
import type { z } from 'zod';
import { SandboxProblem } from './problem.ts';

/** Why a page's request is not carried out, in a sentence that the page shows. */
export class PageRefusal extends Error {
  readonly status: number;
  constructor(status: number, sentence: string) {
    super(sentence);
    this.status = status;
  }
}

/** What a page asks for and what it gets: JSON both ways. A refusal becomes `{message}`. */
export function pageRoute(handler: (request: Request) => unknown): RequestHandler {
  return async (request, response) => {
    try {
      response.json(200, await handler(request));
    } catch (refusal) {
      if (refusal instanceof PageRefusal) response.json(refusal.status, { message: refusal.message });
      else if (refusal instanceof SandboxProblem) response.json(409, { message: refusal.message });
      else throw refusal;
    }
  };
}

/** The body as the schema wants it. Throws PageRefusal with what is wrong first. */
export function readBody<T>(request: Request, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(request.body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new PageRefusal(400, `${[...(issue?.path ?? []), ''].join(': ')}${issue?.message ?? 'cannot be read'}`);
}
