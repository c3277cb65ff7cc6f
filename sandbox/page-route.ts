import type { Response } from 'restify';
import { z } from 'zod';
import type { Route } from '../bot/http/open-door.ts';
import { SandboxProblem } from './problem.ts';

/** Why a page's request is not carried out, in a sentence that the page shows. */
export class PageRefusal extends Error {
  readonly status: number;
  constructor(status: number, sentence: string) {
    super(sentence);
    this.status = status;
  }
}

const MAX_BYTES = 64 * 1024;
const parameters = z.record(z.string(), z.string());
type Parameters = z.output<typeof parameters>;

/** What a page asks for. A refusal becomes `{message}`. */
export const shown = (path: string, handler: (params: Parameters) => unknown): Route => ({
  method: 'get',
  path,
  take: ({ request, response }) => answer(response, () => handler(parameters.parse(request.params))),
});

/** What a page does, and what it gets: JSON both ways, the body as the schema wants it. */
export const done = <T>(
  path: string,
  schema: z.ZodType<T>,
  handler: (body: T, params: Parameters) => unknown,
): Route => ({
  method: 'post',
  path,
  most: MAX_BYTES,
  async take({ request, response, read, refuse }) {
    const body = await read();
    if (!body.ok) return refuse(body);
    await answer(response, () => handler(parse(body.value, schema), parameters.parse(request.params)));
  },
});

async function answer(response: Response, make: () => unknown): Promise<void> {
  try {
    response.json(200, await make());
  } catch (refusal) {
    if (refusal instanceof PageRefusal) response.json(refusal.status, { message: refusal.message });
    else if (refusal instanceof SandboxProblem) response.json(409, { message: refusal.message });
    else throw refusal;
  }
}

/** Throws PageRefusal with what is wrong first. */
function parse<T>(body: unknown, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new PageRefusal(400, `${[...(issue?.path ?? []), ''].join(': ')}${issue?.message ?? 'cannot be read'}`);
}
