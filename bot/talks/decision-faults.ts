import type { Temporal } from 'temporal-polyfill';
import type { TextKey } from '../../cards/texts/say.ts';
import type { DecidingRole } from '../../domain/codes.ts';
import { isAfter } from '../../domain/days.ts';

type Decision = { role: DecidingRole | null; decidedOn: Temporal.PlainDate | null; reference: string | null };

/** A manager's decision counts with role, day and reference: sentences at what is missing. */
export function decisionFaults(
  { role, decidedOn, reference }: Decision,
  today: Temporal.PlainDate,
): Record<string, TextKey> {
  return {
    ...(role ? {} : { role: 'error.decidingRole' }),
    ...(decidedOn === null ? { decidedOn: 'error.decidedOn' } : {}),
    ...(decidedOn && isAfter(decidedOn, today) ? { decidedOn: 'error.futureDay' } : {}),
    ...(reference ? {} : { reference: 'error.decisionRef' }),
  };
}
