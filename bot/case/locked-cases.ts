import type { Store } from '../../domain/ports.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';

/** A person's open cases whose cards are written: each is locked, always in the same order. */
export async function lockedCases(store: Store, personId: string): Promise<CaseFile[]> {
  const files: CaseFile[] = [];
  for (const { case: row } of (await store.listCases(personId)).sort((a, b) => (a.case.id < b.case.id ? -1 : 1))) {
    const file = await store.lockCase(row.id);
    if (file) files.push(file);
  }
  return files;
}
