import type { Temporal } from 'temporal-polyfill';
import type { DecidingRole } from './codes.ts';
import { isAfter } from './days.ts';

type Decision = { role: DecidingRole | null; decidedOn: Temporal.PlainDate | null; reference: string | null };
export type DecisionGap = 'ROLE' | 'DAY' | 'DAY_AHEAD' | 'REFERENCE';

/** What a manager's decision lacks: it counts with role, day and reference, and once it has been made. */
export const gapsInDecision = ({ role, decidedOn, reference }: Decision, today: Temporal.PlainDate): DecisionGap[] => [
  ...(role ? [] : (['ROLE'] as const)),
  ...(decidedOn ? [] : (['DAY'] as const)),
  ...(decidedOn && isAfter(decidedOn, today) ? (['DAY_AHEAD'] as const) : []),
  ...(reference ? [] : (['REFERENCE'] as const)),
];
