import type { CaseRow } from './case.ts';
import type { CaseFile } from './case-file.ts';
import type { Participant } from './participant.ts';

/**
 * What the words of a plan are made of: a case is one, and so is what a reader may read of it (`plan-readers.ts`). Who
 * came to its meetings tells a promise from a question.
 */
export type PlanFile = Pick<CaseFile, 'plans' | 'needs' | 'goals' | 'measures' | 'openPoints'> & {
  /** `safety`: a place that is told by word of mouth stands nowhere. */
  case: Pick<CaseRow, 'code' | 'unitId' | 'safety'>;
  participants: readonly Pick<Participant, 'meetingId' | 'unitId' | 'personId' | 'attendance'>[];
};
