import type { CaseList, Store } from '../../domain/ports.ts';
import type { Posting } from '../../domain/rows/posting.ts';
import { pageOf } from './render.ts';

/** The person's cases that the posting's page lists, where it is such a page. */
export async function listed(store: Store, posting: Posting | null): Promise<CaseList> {
  const part = posting && pageOf(posting.page)?.lists;
  return part && posting.personId ? store.listCases(posting.personId, part) : { files: [], total: 0 };
}
