import type { TextKey } from '../../cards/texts/say.ts';
import type { Language } from '../../domain/codes.ts';
import type { NewEffect, Store } from '../../domain/ports.ts';
import { homePage, newPosting } from '../../domain/posting.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import type { Posting } from '../../domain/rows/posting.ts';

type Made = { changes: Change[]; effects: NewEffect[] };
type Making = { store: Store; newId: () => string; now: Posting['createdAt']; language: Language };

/**
 * The case's card for somebody who joins it, in their own chat. Whoever has not opened the bot yet gets it when they
 * do.
 */
export async function cardFor(
  file: CaseFile,
  personId: string,
  { store, newId, now, language }: Making,
): Promise<Made> {
  const caseId = file.case.id;
  if (file.postings.some((one) => one.kind === 'CASE' && one.personId === personId))
    return { changes: [], effects: [] };
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
  return { changes: [card], effects: chat ? [{ kind: 'card', caseId, subjectId: card.id }] : [] };
}

/** Somebody leaves the case: their card becomes one neutral line. */
export function takeCard(file: CaseFile, personId: string, key: TextKey): Made {
  const cards = file.postings.filter((one) => one.kind === 'CASE' && one.personId === personId);
  return {
    changes: cards.map((card) => ({
      in: 'posting',
      id: card.id,
      set: {
        kind: 'LINE',
        page: 'line',
        notice: null,
        line: { key, values: { code: file.case.code } },
        wanted: card.wanted + 1,
      },
    })),
    effects: cards.map((card) => ({ kind: 'card', caseId: file.case.id, subjectId: card.id })),
  };
}
