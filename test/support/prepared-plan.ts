/** The rows that a meeting leaves: its plan, what stands in the channel, and the next meeting of a plan in force. */
import { v7 as newId } from 'uuid';
import { childAt } from '../../domain/attendees.ts';
import { withChanges } from '../../domain/changes.ts';
import { currentPlan, lockedPlan, measuresOf, participantsOf } from '../../domain/current.ts';
import { dayOf } from '../../domain/days.ts';
import { carryOver, followUpChanges } from '../../domain/follow-up.ts';
import { measureEvents } from '../../domain/measure-events.ts';
import { newPosting } from '../../domain/posting.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import { newGoal, newMeasure, newNeed, newPlan, type Plan } from '../../domain/rows/plan.ts';
import { partnersAnew } from '../../domain/talk-anew.ts';
import { talkAnewChange } from '../../domain/talks.ts';
import { added } from './case-rows.ts';
import { cardOf, type Known, meetingOf, set, type When } from './prepared-rows.ts';
import { KARIN, LENA } from './sandbox.ts';
import { onWorkingDay, WORDS } from './trip.ts';

/** At the meeting, with all of the plan written: what the version before says, or a goal and two measures. */
export function writtenRows(file: CaseFile, { now }: When, { attendance, plan: more }: Known): CaseFile {
  const [meeting, last, caseId] = [meetingOf(file), lockedPlan(file), file.case.id];
  const followUpOn = onWorkingDay(dayOf(meeting.startAt ?? now).add({ days: 60 }));
  const plan = newPlan({
    id: newId(),
    caseId,
    meetingId: meeting.id,
    version: (last?.version ?? 0) + 1,
    childGoal: WORDS.childGoal,
    ownWordsInPlan: 'YES',
    principal: 'REGION',
    ownerUnitId: KARIN.unitId,
    childTellerRole: 'CONVENER',
    childTellByOn: dayOf(meeting.startAt ?? now).add({ days: 1 }),
    followUpOn,
    ...more?.(followUpOn),
  });
  const came = participantsOf(file, meeting).map(({ id }, n) =>
    set('participant', id, { attendance: (attendance ?? ['IN_ROOM', 'REMOTE'])[n] }),
  );
  return withChanges(file, [
    set('case', caseId, { status: 'MEETING' }),
    set('meeting', meeting.id, { openedAt: now, childAttendance: childAt(file, meeting) }),
    added('plan', plan),
    ...(last ? carryOver(file, last, plan.id, newId) : agreed(plan, dayOf(meeting.startAt ?? now))),
    ...came,
    set('posting', cardOf(file).id, { page: 'case', notice: null }),
  ]);
}

/** The meeting was held and its plan locked. */
export function lockedRows(file: CaseFile, when: When, known: Known): CaseFile {
  const { now, register } = when;
  const written = writtenRows(file, when, known);
  const held = withChanges(written, [
    set('case', file.case.id, { status: 'PLAN_ACTIVE' }),
    set('meeting', meetingOf(file).id, { status: 'HELD' }),
    set('plan', currentPlan(written)?.id ?? '', { lockedAt: now }),
  ]);
  return withChanges(held, [
    set('posting', cardOf(file).id, { page: 'case', notice: { key: 'sip.locked' } }),
    ...measureEvents({ before: file, after: held, now, personId: KARIN.id, newId }),
    ...channelCards(held, { now, register }),
  ]);
}

/** A goal, Lena's measure and Karin's. */
function agreed({ id: planId }: Plan, day: ReturnType<typeof dayOf>): Change[] {
  const need = newNeed({ id: newId(), planId, ordinal: 1, text: WORDS.need });
  const goal = newGoal({ id: newId(), planId, ordinal: 1, text: WORDS.goal, needId: need.id });
  const measures = [LENA, KARIN].map(({ id: personId, unitId }, n) =>
    newMeasure({
      id: newId(),
      planId,
      goalId: goal.id,
      ordinal: n + 1,
      what: WORDS.measures[n] ?? '',
      unitId,
      personId,
      dueOn: day.add({ days: 20 }),
    }),
  );
  return [added('need', need), added('goal', goal), ...measures.map((measure) => added('measure', measure))];
}

/** Where everybody consents to the time between the meetings. Those of the version before go on with its copies. */
function channelCards(file: CaseFile, { now, register }: Pick<When, 'now' | 'register'>): Change[] {
  const channel = register.channels.find(({ unitId }) => unitId === file.case.unitId);
  if (!channel || !file.consents.every(({ scopes }) => scopes.includes('BETWEEN_MEETINGS'))) return [];
  const { tenantId, conversationId, serviceUrl } = channel;
  const at = { caseId: file.case.id, tenantId, language: 'sv', conversationId, serviceUrl, createdAt: now } as const;
  return measuresOf(file, currentPlan(file)).map(({ id: measureId, previousId }) => {
    const stands = file.postings.find((one) => previousId !== null && one.measureId === previousId);
    return stands
      ? set('posting', stands.id, { measureId })
      : newPosting(newId(), { kind: 'MEASURE', page: 'measure', measureId, ...at });
  });
}

/** The next meeting of a locked plan, with the same people. */
export const followUpRows = (file: CaseFile, when: When): CaseFile =>
  withChanges(file, [
    ...followUpChanges({ ...when, file }, newId),
    set('posting', cardOf(file).id, { page: 'guide', notice: { key: 'follow.called' } }),
  ]);

/** Everybody was talked with anew on its day; and on its way there somebody was reminded of that. */
export function talkedAnewRows(file: CaseFile, { now, today, register }: When): CaseFile {
  const said = { outcome: 'DONE', heldOn: today, wordsMayBeShown: false } as const;
  return withChanges(file, [
    ...partnersAnew({ file, now, today, register }).map((partner) => talkAnewChange(file, partner, newId(), said)),
    set('plan', lockedPlan(file)?.id ?? '', { remindedOn: today }),
  ]);
}
