import type { Safety } from './codes.ts';
import { currentMeeting } from './current.ts';
import { ended } from './from-afar.ts';
import type { CaseFile, Change } from './rows/case-file.ts';

/**
 * On the first page too, while nothing is sent: later the page of its own, because an answer may call a meeting off. On
 * paper only, no answer opens the case again.
 */
export const mayAnswerSafety = ({ case: { status, safety } }: CaseFile): boolean =>
  status === 'PREPARING' && safety !== 'RESTRICTED';

/** On paper only: what is called is off, and the case is prepared on paper instead. */
export function offChanges(file: CaseFile, safety: Safety | null): Change[] {
  const meeting = currentMeeting(file);
  if (safety !== 'RESTRICTED' || !meeting || meeting.status === 'DRAFT' || meeting.status === 'HELD') return [];
  return [
    { in: 'meeting', id: meeting.id, set: ended('CANCELLED') },
    { in: 'case', id: file.case.id, set: { status: 'PREPARING' } },
  ];
}

/** Somebody of age who cannot decide: a manager and a lawyer go on, on paper. Only a manager's decision ends it. */
export const onPaperChanges = (file: CaseFile): Change[] => [
  { in: 'case', id: file.case.id, set: { safety: 'RESTRICTED' } },
  ...offChanges(file, 'RESTRICTED'),
];

/**
 * Whether the place of a meeting that has not been may stand on pages and papers; while nobody knows, nothing changes.
 */
export function placeChanges(file: CaseFile, safety: Safety | null): Change[] {
  const meeting = currentMeeting(file);
  const placeOral = safety === 'PLACE_ORALLY' ? true : safety === 'OPEN' ? false : meeting?.placeOral;
  if (!meeting || meeting.status === 'HELD' || placeOral === undefined || placeOral === meeting.placeOral) return [];
  return [{ in: 'meeting', id: meeting.id, set: { placeOral } }];
}
