import type { Temporal } from 'temporal-polyfill';
import { consentedUnits } from './consent.ts';
import type { CaseFile } from './rows/case-file.ts';

/** The units of the case: the own one, those that were called, and those that the family has named. */
export const unitsOf = (file: CaseFile, today: Temporal.PlainDate): string[] => [
  ...new Set([file.case.unitId, ...file.participants.map(({ unitId }) => unitId), ...consentedUnits(file, today)]),
];
