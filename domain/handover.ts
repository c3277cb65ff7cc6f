/**
 * A case can be handed over to somebody who may call: in the own unit at any time, in another unit when everybody who
 * must consent has named it and agreed that it may prepare (practice: "the family wants another unit to call" is a
 * handing over, not a closed case).
 */

import type { Temporal } from 'temporal-polyfill';
import { mayStart } from './access.ts';
import { consentedUnits, hasScope } from './consent.ts';
import type { Moment } from './moment.ts';
import type { CaseFile, Change } from './rows/case-file.ts';
import type { Person } from './rows/register.ts';
import type { Talk } from './rows/talk.ts';
import { teamOf } from './team.ts';

export function mayTakeOver({ file, register, today }: Moment): Person[] {
  const others = hasScope(file, 'PREPARE', today) ? consentedUnits(file, today) : new Set<string>();
  return register.people.filter(
    (one) =>
      mayStart(one) &&
      one.id !== file.case.convenerId &&
      one.tenantId === file.case.tenantId &&
      (one.unitId === file.case.unitId || others.has(one.unitId)),
  );
}

/** How the child is with and who sees to the child's voice is the meeting's matter. */
type Follows =
  | (
      | 'id'
      | 'caseId'
      | 'with'
      | 'round'
      | 'outcome'
      | 'heldOn'
      | 'present'
      | 'informed'
      | 'notReached'
      | 'otherTries'
      | 'wordsMayBeShown'
    )
  | ('participation' | 'voiceKeeper' | 'shares' | 'ownConsent' | 'ownConsentOn' | 'ownConsentMethod' | 'ownConsentById')
  | ('invitedOn' | 'reachedOn' | 'revision');

/** A new field stays or follows: the compiler asks. The delivery and the interpreter are asked for anew. */
const onlyItsDay = ({ words, better, notBetter, wordsMayBeShown }: Talk): Omit<Talk, Follows> => ({
  wants: [],
  wishes: [],
  words: wordsMayBeShown ? words : null,
  delivery: null,
  interpreter: null,
  interpreterHow: null,
  interpreterBooking: null,
  support: [],
  better: wordsMayBeShown ? better : null,
  notBetter: wordsMayBeShown ? notBetter : null,
});

/**
 * To another unit go the consent and the days of the talks, and the words that the child lets everybody at the meeting
 * see. What else was said or wished, and a sibling's code, belong to the unit that leaves and are taken away here. The
 * team belongs to the unit.
 */
export function handoverChanges(file: CaseFile, to: Person, now: Temporal.Instant): Change[] {
  const leavesUnit = to.unitId !== file.case.unitId;
  const isOut = (personId: string) => leavesUnit || personId === to.id;
  return [
    {
      in: 'case',
      id: file.case.id,
      set: { convenerId: to.id, unitId: to.unitId, ...(leavesUnit ? { siblingId: null, siblingCode: null } : {}) },
    },
    ...teamOf(file)
      .filter(({ personId }) => isOut(personId))
      .map((member): Change => ({ in: 'member', id: member.id, set: { removedAt: now } })),
    ...(leavesUnit ? file.talks.map((talk): Change => ({ in: 'talk', id: talk.id, set: onlyItsDay(talk) })) : []),
  ];
}
