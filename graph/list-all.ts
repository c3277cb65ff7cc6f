import { z } from 'zod';
import { RemoteRefused } from '../domain/ports.ts';
import type { GraphClient } from './client.ts';

/** More than any calendar has in some days: a list without an end is no answer. */
const MOST_PAGES = 100;

/** Every page of a list. Where the next one stands is only taken as a path: our token goes to no other host. */
export async function listAll<T>(graph: GraphClient, first: string, item: z.ZodType<T>): Promise<T[]> {
  const Page = z.object({
    // Each by itself: an odd one hides none of the others.
    value: z.array(z.unknown()).transform((all) => all.flatMap((one) => item.safeParse(one).data ?? [])),
    '@odata.nextLink': z.url().nullish(),
  });
  const all: T[] = [];
  let path: string | null = first;
  for (let pages = 0; path !== null; pages += 1) {
    if (pages === MOST_PAGES) throw new RemoteRefused('tooManyPages');
    const page: z.output<typeof Page> = await graph({ method: 'GET', path, answer: Page });
    all.push(...page.value);
    path = pathOf(page['@odata.nextLink']);
  }
  return all;
}

/** Below `/v1.0`, as every other path. */
function pathOf(link: string | null | undefined): string | null {
  if (!link) return null;
  const { pathname, search } = new URL(link);
  const [, path] = /^(?:\/v1\.0(?=\/))?(\/(?!\/|v1\.0).*)$/.exec(pathname) ?? [];
  if (!path) throw new RemoteRefused('oddPage');
  return path + search;
}
