/**
 * A case can be handed over to somebody who may call: in the own unit at any time, in another unit when everybody who must consent has named
 * it and agreed that it may prepare (practice: "the family wants another unit to call" is a handing over, not a closed case).
 */
import type { Temporal } from 'temporal-polyfill';
import { mayStart } from './access.ts';
import { consentedUnits, hasScope } from './consent.ts';
import type { CaseFile, Change, Person, Register } from './rows.ts';
import { teamOf } from './team.ts';

export function mayTakeOver(file: CaseFile, register: Pick<Register, 'people'>, today: Temporal.PlainDate): Person[] {
  const others = hasScope(file, 'PREPARE', today) ? consentedUnits(file, today) : new Set<string>();
  return register.people.filter(
    (one) =>
      mayStart(one) &&
      one.id !== file.case.convenerId &&
      one.tenantId === file.case.tenantId &&
      (one.unitId === file.case.unitId || others.has(one.unitId)),
  );
}

/** To another unit go the consent and the days of the talks; words that the child has not let us show stay behind. The team belongs to the unit. */
export function handoverChanges(file: CaseFile, to: Person, now: Temporal.Instant): Change[] {
  const leavesUnit = to.unitId !== file.case.unitId;
  const isOut = (personId: string) => leavesUnit || personId === to.id;
  return [
    { in: 'case', id: file.case.id, set: { convenerId: to.id, unitId: to.unitId } },
    ...teamOf(file)
      .filter(({ personId }) => isOut(personId))
      .map((member): Change => ({ in: 'member', id: member.id, set: { removedAt: now } })),
    ...file.talks
      .filter(({ words, wordsMayBeShown }) => leavesUnit && words !== null && !wordsMayBeShown)
      .map((talk): Change => ({ in: 'talk', id: talk.id, set: { words: null } })),
  ];
}
