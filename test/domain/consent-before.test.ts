/** "Gäller samtycket fortfarande?": asked before a follow-up, and extended by no press. */
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { ConsentAnswer, Signer } from '../../domain/codes.ts';
import { asksAboutConsent, consentBefore, signerToRenew } from '../../domain/consent-before.ts';
import { consentWarning } from '../../domain/consent-watch.ts';
import { isReminderWanted, isSoonFollowedUp } from '../../domain/follow-up-near.ts';
import type { CaseRow } from '../../domain/rows/case.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Consent } from '../../domain/rows/consent.ts';
import { newPlan, type Plan } from '../../domain/rows/plan.ts';
import { stillToDo } from '../../domain/still-to-do.ts';
import { caseFile, caseRow, consentRow, meetingRow, talkRow } from '../support/case-rows.ts';
import { momentAt } from '../support/moment-at.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const at = (text: string) => Temporal.Instant.from(text);
/** A Wednesday; the first reminder is two weeks before. */
const ON = day('2027-05-19');
const NEAR = day('2027-05-05');

type Set = { plan?: Partial<Plan>; row?: Partial<CaseRow>; both?: Partial<Consent>; more?: Consent[] };
function followed({ plan, row, both, more = [] }: Set = {}): CaseFile {
  const own = caseRow({ id: 'case', status: 'PLAN_ACTIVE', ...row });
  const startAt = at('2027-05-19T11:00:00Z');
  return caseFile(own, {
    plans: [
      newPlan({
        ...{ id: 'v1', caseId: own.id, meetingId: 'm1', version: 1, lockedAt: at('2027-03-01T10:00:00Z') },
        ...{ followUpOn: ON, ...plan },
      }),
    ],
    meetings: own.status === 'PLAN_ACTIVE' ? [] : [meetingRow(own.id, { status: 'SENT', startAt, endAt: startAt })],
    consents: [
      ...(['GUARDIAN_1', 'GUARDIAN_2'] as const).map((givenBy) => consentRow(own.id, { givenBy, ...both })),
      ...more,
    ],
  });
}
const form = (givenBy: Signer, signedOn: string, validToOn: string) =>
  consentRow('case', {
    ...{ givenBy, signedOn: day(signedOn), validFromOn: day(signedOn), validToOn: day(validToOn) },
    recordedAt: at(`${signedOn}T12:00:00Z`),
  });
const SHORT = { validToOn: day('2027-05-12') };
const answered = (consentAnswer: ConsentAnswer, on = '2027-05-05') => ({
  ...{ consentAnswer, consentAnsweredAt: at(`${on}T09:00:00Z`) },
});
const asks = (file: CaseFile, today = NEAR) => asksAboutConsent({ file, today });

describe('when it is asked', () => {
  test.each([
    ['2027-05-04', false],
    ['2027-05-05', true],
    ['2027-05-19', true],
    ['2027-05-20', false],
  ])('from two weeks before until the day: on %s, %s', (today, is) => {
    expect(asks(followed(), day(today))).toBe(is);
  });

  test('also while the follow-up is called, by its day; on its guide the forms say it, and on paper only nothing', () => {
    expect(asks(followed({ row: { status: 'INVITED' } }))).toBe(true);
    // Called to another day than the plan says.
    const moved = followed({ row: { status: 'INVITED' }, plan: { followUpOn: day('2027-05-01') } });
    expect(asks(moved)).toBe(true);
    expect(asks(followed({ row: { status: 'PREPARING' } }))).toBe(false);
    expect(asks(followed({ row: { safety: 'RESTRICTED' } }))).toBe(false);
    expect(asks(followed({ row: { status: 'STOPPED' } }))).toBe(false);
  });

  test('not once it is answered, nor where everybody has signed since it is asked', () => {
    expect(asks(followed({ plan: answered('STANDS') }))).toBe(false);
    expect(asks(followed({ plan: answered('NOT_EXTENDED') }))).toBe(false);
    const one = form('GUARDIAN_1', '2027-05-05', '2027-11-05');
    const other = form('GUARDIAN_2', '2027-05-06', '2027-11-05');
    expect(asks(followed({ both: SHORT, more: [one] }), day('2027-05-07'))).toBe(true);
    expect(asks(followed({ both: SHORT, more: [one, other] }), day('2027-05-07'))).toBe(false);
    // Both forms reach, and one of them is from before it was asked; both are new, and reach no longer than the old.
    expect(asks(followed({ more: [one] }), day('2027-05-07'))).toBe(true);
    const short = (['GUARDIAN_1', 'GUARDIAN_2'] as const).map((who) => form(who, '2027-05-06', '2027-05-12'));
    expect(asks(followed({ both: SHORT, more: short }), day('2027-05-07'))).toBe(true);
  });
});

describe('what an answer is worth', () => {
  test('no press extends a consent: that it stands holds only as long as the forms reach the follow-up', () => {
    expect(consentBefore({ file: followed({ plan: answered('STANDS') }) })).toMatchObject({
      ...{ reaches: true, answer: 'STANDS' },
    });
    const short = followed({ both: SHORT, plan: answered('STANDS') });
    expect(consentBefore({ file: short })).toMatchObject({ reaches: false, answer: null, ends: SHORT.validToOn });
    expect(asks(short)).toBe(true);
    // On the last day it still reaches.
    const reaches = (validToOn: Temporal.PlainDate) =>
      consentBefore({ file: followed({ both: { validToOn } }) })?.reaches;
    expect([reaches(ON), reaches(ON.subtract({ days: 1 }))]).toEqual([true, false]);
  });

  test('a newer form makes it void: the family may change its mind', () => {
    const plan = answered('NOT_EXTENDED');
    const no = followed({ both: SHORT, plan });
    expect(consentBefore({ file: no })?.answer).toBe('NOT_EXTENDED');
    const more = [form('GUARDIAN_1', '2027-05-06', '2027-11-05')];
    expect(consentBefore({ file: followed({ both: SHORT, plan, more }) })?.answer).toBeNull();
  });

  test('that it is not extended is not asked about again where it ends', () => {
    const warned = (plan?: Partial<Plan>) =>
      consentWarning(momentAt(followed({ both: SHORT, ...(plan ? { plan } : {}) }), NEAR));
    expect(warned()?.key).toBe('consent.soon');
    expect(warned(answered('NOT_EXTENDED'))?.key).toBe('consent.endsFor');
  });
});

test('"Ny blankett finns" leads to the form that ends first, and then to the other', () => {
  const file = followed({ both: SHORT });
  expect(signerToRenew(file, NEAR)).toBe('GUARDIAN_1');
  const more = [form('GUARDIAN_1', '2027-05-05', '2027-11-05')];
  expect(signerToRenew(followed({ both: SHORT, more }), NEAR)).toBe('GUARDIAN_2');
  // Whose form is not there at all comes before whose ends.
  expect(signerToRenew({ ...file, consents: file.consents.slice(0, 1) }, NEAR)).toBe('GUARDIAN_2');
  // On the day only the young person signs, and it is too early for that form.
  const soonOfAge = followed({ row: { ageBand: 'A15_17', turns18On: day('2027-04-10') } });
  expect(signerToRenew(soonOfAge, day('2027-01-05'))).toBeUndefined();
});

describe('T22: who is reminded of a follow-up that is near', () => {
  const talked = (file: CaseFile): CaseFile => ({
    ...file,
    talks: (['GUARDIAN_1', 'GUARDIAN_2', 'CHILD'] as const).map((partner) =>
      talkRow('case', { with: partner, round: 2, outcome: 'DONE', heldOn: NEAR }),
    ),
  });
  const wanted = (file: CaseFile, today = NEAR, id = 'v1') =>
    isReminderWanted(momentAt(file, today), file.plans[0], id);

  test('while it is to be called to, and while it is prepared; never while they sit there, nor twice a day', () => {
    expect(wanted(followed())).toBe(true);
    expect(wanted(followed({ row: { status: 'PREPARING' } }))).toBe(true);
    expect(wanted(followed({ row: { status: 'MEETING' } }))).toBe(false);
    expect(wanted(followed({ plan: { remindedOn: NEAR } }))).toBe(false);
    expect(wanted(followed(), day('2027-05-04'))).toBe(false);
    expect(wanted(followed(), NEAR, 'v2')).toBe(false);
    expect(wanted(followed({ row: { safety: 'RESTRICTED' } }))).toBe(false);
  });

  test('called, as long as somebody is to be talked with or the consent is to be asked about', () => {
    const called = followed({ row: { status: 'INVITED' } });
    expect(wanted(called)).toBe(true);
    const stands = followed({ row: { status: 'INVITED' }, plan: answered('STANDS') });
    expect([wanted(talked(called)), wanted(stands), wanted(talked(stands))]).toEqual([true, true, false]);
  });

  test('the short talks stand on the card from then on, until all of them are held', () => {
    const todo = (file: CaseFile, today = NEAR) => stillToDo(momentAt(file, today)).filter(({ key }) => key === 'anew');
    expect(todo(followed())).toEqual([{ key: 'anew', done: 0, all: 3 }]);
    expect(todo(followed({ row: { status: 'INVITED' } }))).toHaveLength(1);
    expect(todo(followed(), day('2027-05-04'))).toEqual([]);
    expect(todo(talked(followed()))).toEqual([]);
    expect(isSoonFollowedUp(momentAt(followed({ row: { status: 'MEETING' } }), NEAR))).toBe(false);
  });
});
