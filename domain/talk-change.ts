import type { TalkPartner } from './codes.ts';
import { newTalk } from './new-rows.ts';
import type { CaseFile, Change, Talk } from './rows.ts';
import { talkWith } from './talks.ts';

/** There is one row per talk partner; it comes to be when its page is first saved. */
export function talkChange(file: CaseFile, partner: TalkPartner, newId: string, set: Partial<Talk>): Change {
  const known = talkWith(file, partner);
  if (known) return { in: 'talk', id: known.id, set };
  return { in: 'talk', id: newId, set: { ...newTalk({ id: newId, caseId: file.case.id, with: partner }), ...set } };
}
