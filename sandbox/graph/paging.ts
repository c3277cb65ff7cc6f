import type { GraphAnswer, GraphRequest } from './request.ts';

/** How many Graph gives of a calendar where nobody says how many, and at most. */
const USUALLY = 10;
const MOST = 1_000;

/** Part of a list, and the address of the next part, which is Graph's own wherever the list was asked for. */
export function pageOf<T>(
  all: readonly T[],
  { path, query }: Pick<GraphRequest, 'path' | 'query'>,
  most: number | null,
  show: (one: T) => unknown,
): GraphAnswer {
  const asked = Math.min(Number(query.get('$top') ?? USUALLY) || USUALLY, MOST);
  const size = Math.min(asked, most ?? asked);
  const skipped = Number(query.get('$skip') ?? 0) || 0;
  const value = all.slice(skipped, skipped + size).map(show);
  if (skipped + size >= all.length) return { status: 200, body: { value } };
  const next = new URL(path, 'https://graph.microsoft.com');
  next.search = query.toString();
  next.searchParams.set('$skip', String(skipped + size));
  return { status: 200, body: { value, '@odata.nextLink': next.toString() } };
}
