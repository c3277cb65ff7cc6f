/**
 * Who can be told whom the meeting is about: the other called units, once everybody has agreed to that they prepare.
 */

import type { Temporal } from 'temporal-polyfill';
import { hasCome } from './attendance.ts';
import type { Topic } from './codes.ts';
import { commonConsent, hasScope } from './consent.ts';
import { currentMeeting, participantsOf } from './current.ts';
import { dayOf, isOnOrBefore } from './days.ts';
import type { Moment } from './moment.ts';
import type { CaseFile } from './rows/case-file.ts';

export const otherUnits = (file: CaseFile): string[] => [
  ...new Set(
    participantsOf(file, currentMeeting(file))
      .map(({ unitId }) => unitId)
      .filter((unit) => unit !== file.case.unitId),
  ),
];

/** It was at a meeting of the case, or has been handed its plan. */
const knowsAlready = ({ participants, planRecipients }: CaseFile, unitId: string): boolean =>
  participants.some((row) => row.unitId === unitId && hasCome(row.attendance)) ||
  planRecipients.some((row) => row.unitId === unitId && row.givenOn !== null);

/** The called units that hear for the first time whom it is about. */
export const unitsNewToIt = (file: CaseFile): string[] => otherUnits(file).filter((unit) => !knowsAlready(file, unit));

export const unitsToTell = ({ file, today }: Moment): string[] =>
  hasScope(file, 'PREPARE', today) ? unitsNewToIt(file) : [];

/** Topics that everybody had said yes to when the kallelse was sent, and not any more. */
function topicsLost(file: CaseFile, today: Temporal.PlainDate): Topic[] {
  const sentAt = currentMeeting(file)?.sentAt;
  if (!sentAt) return [];
  const isThen = ({ recordedAt }: { recordedAt: Temporal.Instant | null }) =>
    recordedAt !== null && isOnOrBefore(recordedAt, sentAt);
  const then = { ...file, consents: file.consents.filter(isThen), withdrawals: file.withdrawals.filter(isThen) };
  const now = commonConsent(file, [today])?.topics;
  return [...(commonConsent(then, [dayOf(sentAt)])?.topics ?? [])].filter((topic) => now && !now.has(topic));
}

/** The called units that have not yet confirmed the consent as it is now: they must hear that a topic is out. */
export function unitsToTellOfTopics({ file, today }: Moment): string[] {
  if (topicsLost(file, today).length === 0) return [];
  const rows = participantsOf(file, currentMeeting(file));
  return otherUnits(file).filter((unit) => rows.some((row) => row.unitId === unit && row.consentCheckedOn === null));
}
