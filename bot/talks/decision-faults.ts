import { Temporal } from 'temporal-polyfill';
import type { DecidingRole } from '../../domain/codes.ts';

type Decision = { role: DecidingRole | null; decidedOn: Temporal.PlainDate | null; reference: string | null };

/** A manager's decision counts with role, day and reference: sentences at what is missing. */
export function decisionFaults(
  { role, decidedOn, reference }: Decision,
  today: Temporal.PlainDate,
): Record<string, string> {
  return {
    ...(role ? {} : { role: 'error.decidingRole' }),
    ...(decidedOn === null ? { decidedOn: 'error.decidedOn' } : {}),
    ...(decidedOn && Temporal.PlainDate.compare(decidedOn, today) > 0 ? { decidedOn: 'error.futureDay' } : {}),
    ...(reference ? {} : { reference: 'error.decisionRef' }),
  };
}
