/**
 * Whether what goes to and from Graph is what Microsoft publishes: no address, property, type or word that it does not
 * know. Both sides of the wire are ours in tests, so without this they could agree on something that is nowhere else.
 * What the types do not say is not held to them: which properties must be there, and which status answers what.
 */
import { fileURLToPath } from 'node:url';
import { Ajv, type ValidateFunction } from 'ajv';
import { createGenerator } from 'ts-json-schema-generator';
import type { GraphExchanges } from './graph-exchanges.ts';

type Shape = keyof GraphExchanges;
export type Exchange = { method: string; url: string; body: unknown; status: number | null; response: unknown };

/** What is sent, and what is answered; null: nothing. */
const ADDRESSES: readonly [method: string, path: RegExp, sent: Shape | null, answered: Shape | null][] = [
  ['POST', /^\/users\/[^/]+\/events$/, 'event', 'event'],
  ['GET', /^\/users\/[^/]+\/events$/, null, 'events'],
  ['GET', /^\/users\/[^/]+\/calendarView$/, null, 'events'],
  ['GET', /^\/users\/[^/]+\/events\/[^/]+$/, null, 'event'],
  ['PATCH', /^\/users\/[^/]+\/events\/[^/]+$/, 'event', 'event'],
  ['POST', /^\/users\/[^/]+\/events\/[^/]+\/cancel$/, 'comment', null],
  ['POST', /^\/users\/[^/]+\/calendar\/getSchedule$/, 'getSchedule', 'schedules'],
  ['POST', /^\/subscriptions$/, 'subscription', 'subscription'],
  ['PATCH', /^\/subscriptions\/[^/]+$/, 'subscription', 'subscription'],
];

/** What does not fit, a line each. */
export const misfitsOf = (exchanges: readonly Exchange[]): string[] => [...new Set(exchanges.flatMap(misfits))];

function misfits({ method, url, body, status, response }: Exchange): string[] {
  const path = new URL(url).pathname.replace('/v1.0', '');
  const known = ADDRESSES.find((one) => one[0] === method && one[1].test(path));
  if (!known) return [`${method} ${path} is no address of Graph's that is listed here`];
  const [, , sent, answered] = known;
  const at = `${method} ${path.replace(/[^/]{20,}/g, '…')}`;
  return [
    ...misfitsIn(sent, body).map((one) => `${at} sends ${one}`),
    // Nothing came back: there is nothing to say of it.
    ...(status === null ? [] : misfitsIn(status < 300 ? answered : 'refusal', response)).map(
      (one) => `${at} answers ${one}`,
    ),
  ];
}

/** What does not fit in one body. */
export function misfitsIn(shape: Shape | null, value: unknown): string[] {
  if (shape === null) return value === null ? [] : ['something where nothing belongs'];
  const validate = validatorOf(shape);
  if (validate(withoutAnnotations(value))) return [];
  return (validate.errors ?? [])
    .filter(({ keyword }) => keyword !== 'anyOf')
    .map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`);
}

/** `@odata.etag` and the like are the protocol's and may stand on anything. */
const withoutAnnotations = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).filter(([name]) => !name.includes('@') || name === '@odata.nextLink'))
      : inner,
  );

const made = new Map<Shape, ValidateFunction>();
let ajv: Ajv | undefined;

function validatorOf(shape: Shape): ValidateFunction {
  ajv ??= new Ajv({ allErrors: true }).addSchema(published(), 'graph');
  const found = made.get(shape) ?? ajv.compile({ $ref: `graph#/definitions/GraphExchanges/properties/${shape}` });
  made.set(shape, found);
  return found;
}

/** Made once in each process, in about a second. */
function published(): object {
  const path = fileURLToPath(new URL('./graph-exchanges.ts', import.meta.url));
  const generator = createGenerator({ path, skipTypeCheck: true, encodeRefs: false, additionalProperties: false });
  return generator.createSchema('GraphExchanges');
}
