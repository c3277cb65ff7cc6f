/** A follow-up that is called while the plan before it is still on its way home: the heading is about what is left of it. */
import { expect, test } from 'vitest';
import { dayOf } from '../../domain/days.ts';
import { nextStep } from '../../domain/next-step.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { newTalk } from '../../domain/rows/talk.ts';
import { stillToDo } from '../../domain/still-to-do.ts';
import { fullFile, NOW, registerWith } from '../support/case-views.ts';

const TODAY = dayOf(NOW);

function called(invitedOn: typeof TODAY | null): CaseFile {
  const row = {
    status: 'INVITED',
    ageBand: 'A6_11',
    guardianOne: 'MOTHER',
    guardianTwo: 'NONE',
    safety: 'OPEN',
  } as const;
  const file = fullFile({ ...row, turns18On: null }, ['GUARDIAN_1']);
  const talk = (partner: 'GUARDIAN_1' | 'CHILD') =>
    newTalk({ id: partner, caseId: file.case.id, with: partner, heldOn: TODAY, invitedOn, reachedOn: invitedOn });
  return {
    ...file,
    talks: [talk('GUARDIAN_1'), talk('CHILD')],
    meetings: file.meetings.map((one) => ({
      ...one,
      status: 'SENT' as const,
      sentAt: NOW,
      eventId: 'e',
      familyAgreed: true,
    })),
    participants: file.participants.map((one) => ({
      ...one,
      answer: 'ACCEPTED' as const,
      toldOn: TODAY,
      consentCheckedOn: TODAY,
    })),
    plans: file.plans.map((plan) => ({ ...plan, meetingId: 'earlier', lockedAt: NOW })),
  };
}
const on = (file: CaseFile) => ({ file, register: registerWith(), now: NOW, today: TODAY });

test('the family’s invitation is asked for while it is not given, and not for the plan that is not at home yet', () => {
  expect(nextStep(on(called(null))).key).toBe('next.notGiven');
  const given = on(called(TODAY));
  expect(stillToDo(given).map(({ key }) => key)).toContain('homes');
  expect(nextStep(given).key).not.toBe('next.notGiven');
});

test('while nobody has answered, what is done by hand stands first; then who is waited for', () => {
  const silent = (file: CaseFile) => {
    const [one] = file.participants.map((row) => ({ ...row, answer: 'NONE' as const }));
    if (!one) throw new Error('nobody is called');
    return nextStep(on({ ...file, participants: [one, { ...one, id: 'another' }] })).key;
  };
  expect(silent(called(null))).toBe('next.notGiven');
  expect(silent(called(TODAY))).toBe('next.noAnswers');
});

test('two weeks before, the short talks come before whom is waited for, and after who has said no', () => {
  const next = (answer: 'NONE' | 'DECLINED', days: number) => {
    const file = called(TODAY);
    const startAt = NOW.add({ hours: 24 * days });
    const meetings = file.meetings.map((one) => ({ ...one, startAt, endAt: startAt.add({ hours: 1 }) }));
    const participants = file.participants.map((one) => ({ ...one, answer, reasonAsked: true }));
    return nextStep(on({ ...file, meetings, participants })).key;
  };
  expect(next('NONE', 15)).toMatch(/Silent|noAnswers/);
  expect(next('NONE', 14)).toBe('next.talkAnew');
  expect(next('DECLINED', 14)).toBe('next.declined');
});
