/** Who can be told whom the meeting is about: the other called units, once everybody has agreed to that they prepare. */
import type { Temporal } from 'temporal-polyfill';
import { hasScope } from './consent.ts';
import { currentMeeting, participantsOf } from './current.ts';
import type { CaseFile } from './rows.ts';

export const otherUnits = (file: CaseFile): string[] => [
  ...new Set(
    participantsOf(file, currentMeeting(file))
      .map(({ unitId }) => unitId)
      .filter((unit) => unit !== file.case.unitId),
  ),
];

export const unitsToTell = (file: CaseFile, today: Temporal.PlainDate): string[] =>
  hasScope(file, 'PREPARE', today) ? otherUnits(file) : [];
