import type { z } from 'zod';
import { protection } from '../../cards/protection.ts';
import { worksIn } from '../../domain/access.ts';
import { currentMeeting } from '../../domain/current.ts';
import { homePage } from '../../domain/posting.ts';
import type { CaseFile, Change } from '../../domain/rows.ts';
import { safetyOf } from '../../domain/safety.ts';
import type { CaseStep, Outcome } from '../act.ts';

/** On paper only: what is called is off, and the case is prepared on paper instead. */
function toPaper(file: CaseFile): Change[] {
  const meeting = currentMeeting(file);
  if (!meeting || meeting.status === 'DRAFT' || meeting.status === 'HELD') return [];
  return [
    { in: 'meeting', id: meeting.id, set: { status: 'CANCELLED' } },
    { in: 'case', id: file.case.id, set: { status: 'PREPARING' } },
  ];
}

/** Only what the answers lead to is kept, never why. "Vet inte" is fine until the kallelse; "ja" sends the case to paper, at any time. */
export const saveProtection: CaseStep<z.output<ReturnType<typeof protection.form>>> = {
  case: true,
  during: ['PREPARING', 'INVITED', 'MEETING', 'PLAN_ACTIVE'],
  at: 'protection',
  alone: true,
  who: worksIn,
  form: () => protection.form(),
  run({ form, file }): Outcome {
    // The page opens empty for a case on paper: left so, nothing is changed.
    const safety = safetyOf(form) ?? file.case.safety;
    const meeting = currentMeeting(file);
    const isRestricted = safety === 'RESTRICTED';
    const changes: Change[] = [
      { in: 'case', id: file.case.id, set: { safety } },
      ...(meeting?.status === 'DRAFT' ? [{ in: 'meeting' as const, id: meeting.id, set: { placeOral: safety === 'PLACE_ORALLY' } }] : []),
      ...(isRestricted ? toPaper(file) : []),
    ];
    const isOff = changes.some((change) => change.in === 'meeting' && 'set' in change && change.set.status === 'CANCELLED');
    return {
      code: safety === file.case.safety ? 'ok' : 'modeChanged',
      changes,
      effects: isOff ? [{ kind: 'cancel-stray', caseId: file.case.id, subjectId: file.case.id }] : [],
      page: isOff ? 'guide' : homePage(file),
      ...(isRestricted ? { notice: { key: 'prot.yes' } } : {}),
    };
  },
};
