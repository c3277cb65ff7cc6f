import type { TextKey } from '../../cards/texts/say.ts';
import type { Language } from '../../domain/codes.ts';
import type { Store } from '../../domain/ports.ts';
import { asLine, homePage, newPosting } from '../../domain/posting.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import type { Posting } from '../../domain/rows/posting.ts';

type Making = { store: Store; newId: () => string; now: Posting['createdAt']; language: Language };

/**
 * The case's card for somebody who joins it, in their own chat. Whoever has not opened the bot yet gets it when they
 * do.
 */
export async function cardFor(
  file: CaseFile,
  personId: string,
  { store, newId, now, language }: Making,
): Promise<Change[]> {
  const caseId = file.case.id;
  if (file.postings.some((one) => one.kind === 'CASE' && one.personId === personId)) return [];
  const chat = await store.findChat(personId);
  const card = newPosting(newId(), {
    kind: 'CASE',
    page: homePage(file),
    caseId,
    personId,
    tenantId: file.case.tenantId,
    language: chat?.language ?? language,
    conversationId: chat?.conversationId ?? null,
    serviceUrl: chat?.serviceUrl ?? null,
    createdAt: now,
  });
  return [card];
}

/** Somebody leaves the case: their card becomes one neutral line. */
export const takeCard = (file: CaseFile, personId: string, key: TextKey): Change[] =>
  file.postings
    .filter((one) => one.kind === 'CASE' && one.personId === personId)
    .map((card) => asLine(card, key, file.case.code));
