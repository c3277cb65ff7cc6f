import { randomInt } from 'node:crypto';
import { mayStart } from '../../domain/access.ts';
import { makeCaseCode } from '../../domain/case-code.ts';
import { newPosting } from '../../domain/posting.ts';
import type { CaseRow } from '../../domain/rows.ts';
import type { Step } from '../act.ts';
import { lineOutcome } from './say-line.ts';

/** "nytt Västbus": a case with its random code, and its card in the starter's own chat. In a channel only a neutral line is said. */
export const startCase: Step = {
  async run(context) {
    const { person, act, store, newId, now, language, today } = context;
    if (!person || !mayStart(person)) return lineOutcome(context, 'err.mayNotCall', 'mayNotCall');
    const chat = act.at?.personal ? act.at : await store.findChat(person.id);
    if (!chat) return lineOutcome(context, 'line.openChat', 'noChat');
    const caseId = newId();
    const row: CaseRow = {
      id: caseId,
      code: makeCaseCode(randomInt),
      tenantId: person.tenantId,
      status: 'PREPARING',
      convenerId: person.id,
      unitId: person.unitId,
      language,
      ageBand: null,
      guardianOne: null,
      guardianTwo: null,
      existingSip: null,
      needNoticedOn: today,
      protectedIdentity: null,
      secretPlace: null,
      createdAt: now,
      revision: 0,
    };
    const posting = newPosting(newId(), {
      kind: 'CASE',
      page: 'start',
      caseId,
      personId: person.id,
      tenantId: chat.tenantId,
      language,
      conversationId: chat.conversationId,
      serviceUrl: chat.serviceUrl,
      createdAt: now,
    });
    const line = act.at && !act.at.personal ? lineOutcome(context, 'line.continueInChat', 'ok') : null;
    return {
      code: 'ok',
      changes: [{ in: 'case', id: caseId, set: row }, posting, ...(line?.changes ?? [])],
      effects: [{ kind: 'card', caseId, subjectId: posting.id }, ...(line?.effects ?? [])],
      ...(line?.notice ? { notice: line.notice } : {}),
    };
  },
};
