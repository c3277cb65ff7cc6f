import type { Store } from '../../domain/ports.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';

/** A person's open cases whose cards are written: each is locked, always in the same order. */
export async function lockedCases(store: Store, personId: string): Promise<CaseFile[]> {
  const files: CaseFile[] = [];
  for (const id of await store.listCaseIds(personId)) {
    const file = await store.lockCase(id);
    if (file) files.push(file);
  }
  return files;
}
