import type { Temporal } from 'temporal-polyfill';
import type { DeviationCode, DeviationOutcome } from '../codes.ts';

/** What was done about a deviation, so that nobody is asked twice. */
export type SettledDeviation = {
  id: string;
  caseId: string;
  code: DeviationCode;
  subjectId: string;
  happenedOn: Temporal.PlainDate;
  outcome: DeviationOutcome;
  settledOn: Temporal.PlainDate;
};
