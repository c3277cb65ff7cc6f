/** What can be pressed next once a case is called or has a plan, and which of it is the main button. */
import { expect, test } from 'vitest';
import { dayOf } from '../../domain/days.ts';
import type { Moment } from '../../domain/moment.ts';
import { homesOf } from '../../domain/plan-at-home.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Plan } from '../../domain/rows/plan.ts';
import { newPlanRecipient } from '../../domain/rows/plan-recipient.ts';
import { mainOf, waysOn } from '../../domain/ways-on.ts';
import { NOW, registerWith } from '../support/case-views.ts';
import { PHASES } from '../support/situations.ts';

const register = registerWith();
const TODAY = dayOf(NOW);
const at = (file: CaseFile, now = NOW): Moment => ({ file, register, now, today: dayOf(now) });
const phase = (name: string): CaseFile => PHASES[name] as CaseFile;
const withPlan = (set: Partial<Plan>): CaseFile => {
  const file = phase('with a plan');
  return { ...file, plans: file.plans.map((plan) => ({ ...plan, ...set })) };
};
const inDays = (days: number) => {
  const followUpAt = NOW.add({ minutes: days * 24 * 60 });
  return { followUpOn: dayOf(followUpAt), followUpAt, followUpEndAt: followUpAt.add({ minutes: 60 }) };
};
const AGREED = { ...inDays(60), followUpFamilyYes: true };

test('what was agreed on at the table can be booked beside whatever comes first', () => {
  const ways = waysOn(at(withPlan(AGREED)));
  expect(ways.step).toBe('next.hand');
  expect([ways.canFollowUp, waysOn(at(withPlan({ followUpAt: null }))).canFollowUp]).toEqual([true, false]);
});

/** Nobody but the family is to have it. */
function familyOnly(set: Partial<Plan>, homesHaveIt = true): CaseFile {
  const file = withPlan({ ...set, ownerUnitId: null });
  const [plan] = file.plans;
  const rows = homesOf(at(file)).map((to) => {
    const ids = { id: to, caseId: file.case.id, planId: plan?.id ?? '', to };
    return newPlanRecipient({ ...ids, how: 'PAPER', whole: true, givenOn: TODAY });
  });
  return { ...file, participants: [], measures: [], planRecipients: homesHaveIt ? rows : [] };
}

test('after the units the homes, then what was agreed on is booked, then the child is told: none waits unseen', () => {
  const teller = { childTellerRole: 'CONVENER', childTellByOn: TODAY.add({ days: 1 }), lockedAt: NOW } as const;
  const step = (...from: Parameters<typeof familyOnly>) => waysOn(at(familyOnly(...from))).step;
  expect(step({ ...AGREED, ...teller }, false)).toBe('next.homes');
  expect(step({ ...AGREED, ...teller })).toBe('next.bookFollowUp');
  expect(step({ ...inDays(60), followUpAt: null, ...teller })).toBe('next.tellChildBy');
  const told = { childToldOn: TODAY, childUnderstood: 'SEEMED_TO' } as const;
  expect(step({ ...inDays(60), followUpAt: null, ...teller, ...told })).toBe('next.onlyFollowUp');
});

test('it is the main button where nothing else is left, and in the last two weeks also without a time', () => {
  const booking = waysOn(at(familyOnly({ ...AGREED, childTellerRole: null })));
  expect([booking.step, mainOf(booking, false)]).toEqual(['next.bookFollowUp', 'FOLLOW_UP']);
  const soon = waysOn(at(withPlan({ followUpOn: TODAY.add({ days: 10 }), followUpAt: null })));
  expect([soon.step, soon.canFollowUp, mainOf(soon, false)]).toEqual(['follow.soon', true, 'FOLLOW_UP']);
  // The plan is printed right after the lock, and not instead of calling.
  expect([booking.canPrintPlan, soon.canPrintPlan]).toEqual([true, false]);
});

test('a row of the card that is what the heading asks for comes before the buttons', () => {
  const soon = waysOn(at(withPlan({ followUpOn: TODAY.add({ days: 10 }) })));
  expect([mainOf(soon, true), mainOf(soon, false)]).toEqual(['ROW', 'FOLLOW_UP']);
});

test('a meeting is opened from a quarter of an hour before, while the consent covers its day', () => {
  const file = phase('called, on the day');
  const startAt = file.meetings[0]?.startAt ?? NOW;
  const opens = (minutes: number, of = file) => waysOn(at(of, startAt.subtract({ minutes }))).canOpen;
  expect([opens(16), opens(15), opens(0)]).toEqual([false, true, true]);
  const over = { ...file, consents: file.consents.map((one) => ({ ...one, validToOn: TODAY.subtract({ days: 1 }) })) };
  expect(opens(0, over)).toBe(false);
  expect(opens(0, { ...file, meetings: file.meetings.map((one) => ({ ...one, status: 'FAILED' })) })).toBe(false);
});

test('on paper only everything is printed, and nothing is while it is not', () => {
  const onPaper = { ...phase('called'), case: { ...phase('called').case, safety: 'RESTRICTED' as const } };
  expect([waysOn(at(onPaper)).canPrint, waysOn(at(phase('called'))).canPrint]).toEqual([true, false]);
  expect(waysOn(at({ ...onPaper, case: { ...onPaper.case, status: 'CLOSED' } })).canPrint).toBe(false);
});
