import { randomInt } from 'node:crypto';
import { makeCaseCode } from '../../domain/case-code.ts';
import type { Language } from '../../domain/codes.ts';
import { newPosting } from '../../domain/posting.ts';
import type { CaseRow } from '../../domain/rows/case.ts';
import { newCaseRow } from '../../domain/rows/case.ts';
import type { Change } from '../../domain/rows/case-file.ts';
import type { Person } from '../../domain/rows/register.ts';
import type { Context } from '../act.ts';

type Chat = { tenantId: string; conversationId: string | null; serviceUrl: string | null; language?: Language | null };

/** A case with its random code, and its card in the chat of the one who holds it. `set`: what is known from before. */
export function newCase(
  { newId, now, language: said, today }: Context,
  person: Person,
  chat: Chat,
  set: Partial<CaseRow> = {},
): { row: CaseRow; changes: Change[] } {
  const caseId = newId();
  const language = chat.language ?? said;
  const row = newCaseRow({
    id: caseId,
    code: makeCaseCode(randomInt),
    tenantId: person.tenantId,
    convenerId: person.id,
    unitId: person.unitId,
    language,
    needNoticedOn: today,
    createdAt: now,
    ...set,
  });
  const { tenantId, conversationId, serviceUrl } = chat;
  const card = newPosting(newId(), {
    kind: 'CASE',
    page: 'start',
    caseId,
    personId: person.id,
    tenantId,
    language,
    conversationId,
    serviceUrl,
    createdAt: now,
  });
  return { row, changes: [{ in: 'case', id: caseId, set: row }, card] };
}
