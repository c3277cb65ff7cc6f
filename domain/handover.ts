/**
 * A case can be handed over to somebody who may call: in the own unit at any time, in another unit when everybody who
 * must consent has named it and agreed that it may prepare (practice: "the family wants another unit to call" is a
 * handing over, not a closed case).
 */

import type { Temporal } from 'temporal-polyfill';
import { mayStart } from './access.ts';
import { signsToo } from './child-able.ts';
import { NO_NOT_ANSWERED } from './child-answer.ts';
import { consentedUnits, hasScope, NOBODY_EXCUSED } from './consent.ts';
import { isFollowUp } from './current.ts';
import type { Moment } from './moment.ts';
import type { CaseRow } from './rows/case.ts';
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
  | ('id' | 'caseId' | 'with' | 'round' | 'heldOn' | 'informed' | 'invitedOn' | 'reachedOn' | 'revision')
  | ('participation' | 'voiceKeeper' | 'ownConsentOn' | 'ownConsentMethod' | 'ownConsentById');

/**
 * A new field stays or follows: the compiler asks. The delivery and the interpreter are asked for anew. A guardian who
 * was with in the other's talk has had that day too; why there was none with the child is not said.
 */
const onlyItsDay = ({ outcome, present }: Talk): Omit<Talk, Follows> => ({
  outcome: outcome?.startsWith('EXCEPTION') ? 'EXCEPTION_OTHER' : outcome,
  present: present.filter((role) => role === 'GUARDIAN_1' || role === 'GUARDIAN_2'),
  wants: [],
  wishes: [],
  words: null,
  wordsMayBeShown: false,
  notReached: [],
  otherTries: [],
  delivery: null,
  interpreter: null,
  interpreterHow: null,
  interpreterBooking: null,
  support: [],
  shares: null,
  ownConsent: null,
});

/**
 * What the unit has judged and decided: the new one judges for itself (OSL 8:1, 10:1 and 12:2). It is a gap at the next
 * kallelse and nothing else: a child whose own form counts goes on signing, and where something is called or locked a
 * guardian is not waited for until then.
 */
function judgedAnew(file: CaseFile): Partial<CaseRow> {
  const { case: row } = file;
  const signs = signsToo(row);
  const isBegun = row.status !== 'PREPARING' || isFollowUp(file);
  return {
    childAble: signs ? 'YES' : null,
    childAbleBand: signs ? row.childAbleBand : null,
    childAbleRole: null,
    childAbleSecond: null,
    childAbleAt: null,
    ...NO_NOT_ANSWERED,
    differReason: null,
    ...(isBegun ? undecided(row) : NOBODY_EXCUSED),
    siblingId: null,
    siblingCode: null,
  };
}

/** Decided elsewhere: it holds for what is begun, without what it rests on and where that is written. */
const undecided = ({ excusedChecked, excusedRef }: CaseRow): Partial<CaseRow> => ({
  excusedHindrance: null,
  excusedChecked: excusedChecked === false ? false : null,
  excusedRef: excusedRef && '',
});

/**
 * To another unit go the consent and the days of the talks. What was said, wished, tried and judged, and a sibling's
 * code, belong to the unit that leaves and are taken away here. The team belongs to the unit.
 */
export function handoverChanges(file: CaseFile, to: Person, now: Temporal.Instant): Change[] {
  const leavesUnit = to.unitId !== file.case.unitId;
  const isOut = (personId: string) => leavesUnit || personId === to.id;
  return [
    {
      in: 'case',
      id: file.case.id,
      set: { convenerId: to.id, unitId: to.unitId, ...(leavesUnit ? judgedAnew(file) : {}) },
    },
    ...teamOf(file)
      .filter(({ personId }) => isOut(personId))
      .map((member): Change => ({ in: 'member', id: member.id, set: { removedAt: now } })),
    ...(leavesUnit ? file.talks.map((talk): Change => ({ in: 'talk', id: talk.id, set: onlyItsDay(talk) })) : []),
  ];
}
