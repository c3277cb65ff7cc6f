/** The next meeting at the table: the day, the time, and what goes with it into the booking. */
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { sayAgreed, sayDayDoubt, sayNextMeeting } from '../../cards/texts/next-meeting.ts';
import { withChanges } from '../../domain/changes.ts';
import { currentMeeting, hasPlanInForce } from '../../domain/current.ts';
import { daysToSearch } from '../../domain/days-to-search.ts';
import { agreedTime, followUpChanges, mayBookAsAgreed } from '../../domain/follow-up.ts';
import { meetingEnds } from '../../domain/meeting-ends.ts';
import { isChoosingTime } from '../../domain/moves.ts';
import { followUpDay, nextDay } from '../../domain/next-day.ts';
import { atTime, doubtAbout, isTimeOfOtherDay, onDay } from '../../domain/next-meeting.ts';
import type { CaseRow } from '../../domain/rows/case.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Meeting } from '../../domain/rows/meeting.ts';
import { newPlan, type Plan } from '../../domain/rows/plan.ts';
import { agreedAsFound, takenMeanwhile } from '../../domain/taken-meanwhile.ts';
import { caseFile, caseRow, consentRow, meetingRow, participantRow } from '../support/case-rows.ts';
import { momentAt } from '../support/moment-at.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const at = (text: string) => Temporal.Instant.from(text);
const place = (id: string, active = true) => ({ id, name: `Rum ${id}`, mail: null, active });
const TODAY = day('2027-03-10');
const AGREED = {
  followUpOn: day('2027-05-06'),
  followUpAt: at('2027-05-06T11:00:00Z'),
  followUpEndAt: at('2027-05-06T12:00:00Z'),
  followUpPlaceId: 'dalbo',
  followUpFamilyYes: true,
} satisfies Partial<Plan>;

function locked(plan: Partial<Plan> = AGREED, row: Partial<CaseRow> = {}): CaseFile {
  const own = caseRow({ status: 'PLAN_ACTIVE', ...row });
  const held = meetingRow(own.id, { id: 'held', status: 'HELD', startAt: at('2027-03-10T09:00:00Z') });
  const lockedAt = at('2027-03-10T10:00:00Z');
  return caseFile(own, {
    meetings: [held],
    participants: [participantRow('held')],
    consents: (['GUARDIAN_1', 'GUARDIAN_2'] as const).map((givenBy) => consentRow(own.id, { givenBy })),
    plans: [newPlan({ id: 'v1', caseId: own.id, meetingId: 'held', version: 1, lockedAt, ...plan })],
  });
}
const momentOf = (file: CaseFile, on: Temporal.PlainDate | Temporal.Instant = TODAY, places = [place('dalbo')]) => {
  const moment = momentAt(file, on);
  return { ...moment, register: { ...moment.register, places } };
};
const planOf = ({ plans }: CaseFile): Plan => plans[0] as Plan;

describe('the day that is chosen', () => {
  // Both consents end on 25 August 2027.
  test.each([
    ['an ordinary day inside the consent', '2027-05-05', null],
    ['Ascension Day', '2027-05-06', { isRed: true, consentEnds: null }],
    ['a Saturday', '2027-05-08', { isRed: true, consentEnds: null }],
    ['the last day of the consent', '2027-08-25', null],
    ['the day after', '2027-08-26', { isRed: false, consentEnds: '2027-08-25' }],
    ['a Sunday after it', '2027-08-29', { isRed: true, consentEnds: '2027-08-25' }],
  ])('%s', (_, on, doubt) => {
    const found = doubtAbout(locked(), day(on));
    expect(found && { ...found, consentEnds: found.consentEnds?.toString() ?? null }).toEqual(doubt);
  });

  test('is said in a sentence each, and nothing where there is nothing to say', () => {
    const said = (on: string) => sayDayDoubt('sv', momentOf(locked()), day(on));
    expect(said('2027-05-05')).toBeNull();
    expect(said('2027-05-08')).toBe('Lördag 8 maj är en röd dag eller helg.');
    expect(said('2027-08-29')).toBe(
      'Söndag 29 augusti är en röd dag eller helg. Samtycket går ut onsdag 25 augusti, före uppföljningen. Be om en ny blankett.',
    );
  });

  test('another one takes the time of the first away with its yes, and leaves the place', () => {
    const plan = planOf(locked());
    expect(onDay(plan, AGREED.followUpOn)).toEqual({ followUpOn: AGREED.followUpOn });
    expect(onDay(plan, day('2027-05-07'))).toEqual({
      ...{ followUpOn: day('2027-05-07'), followUpAt: null, followUpEndAt: null, followUpFamilyYes: null },
    });
    expect([AGREED.followUpOn, day('2027-05-07'), null].map((on) => isTimeOfOtherDay(plan, on))).toEqual([
      ...[false, true, true],
    ]);
    // Without a time there is nothing to lose.
    expect(isTimeOfOtherDay({ ...plan, followUpAt: null }, day('2027-05-07'))).toBe(false);
  });

  test('a time that was found says its day, and without a time nobody has said yes to one', () => {
    const span = { startAt: AGREED.followUpAt, endAt: AGREED.followUpEndAt };
    expect(atTime(span, true)).toEqual({ ...AGREED, followUpPlaceId: undefined });
    expect(atTime(null, true)).toEqual({ followUpAt: null, followUpEndAt: null, followUpFamilyYes: null });
  });
});

describe('what is agreed on is said', () => {
  test('the day alone, or with its time and place; on paper with the year', () => {
    const said = (set: Partial<Plan>, onPaper = false) =>
      sayNextMeeting('sv', momentOf(locked()), { ...planOf(locked()), ...set }, { onPaper });
    expect(said({ followUpAt: null, followUpPlaceId: null })).toBe('torsdag 6 maj');
    expect(said({})).toBe('torsdag 6 maj kl. 13.00–14.00 (v. 18) · Rum dalbo');
    expect(said({}, true)).toBe('torsdag 6 maj 2027 kl. 13.00–14.00 (v. 18) · Rum dalbo');
    expect(said({ followUpOn: null })).toBeNull();
    // While it is written it stands on the wall: no place does.
    expect(said({ lockedAt: null })).toBe('torsdag 6 maj kl. 13.00–14.00 (v. 18)');
    expect(sayAgreed('sv', momentOf(locked()), planOf(locked()))).toContain('Familjen har sagt ja.');
    expect(sayAgreed('sv-youth', momentOf(locked()), planOf(locked({ ...AGREED, followUpFamilyYes: null })))).toContain(
      'Den unges ja saknas.',
    );
  });

  test('a place that is told by word of mouth by now stands nowhere', () => {
    const oral = locked(AGREED, { safety: 'PLACE_ORALLY' });
    expect(sayNextMeeting('sv', momentOf(oral), planOf(oral))).toBe('torsdag 6 maj kl. 13.00–14.00 (v. 18)');
    expect(agreedTime(momentOf(oral))?.placeId).toBeNull();
  });
});

describe('"Boka uppföljningen"', () => {
  const booked = (file: CaseFile): Meeting | undefined => {
    const moment = momentOf(file);
    const ids = ['a', 'b', 'c', 'd'];
    const newId = () => `new-${ids.shift()}`;
    return currentMeeting(withChanges(file, followUpChanges(moment, newId, agreedTime(moment) ?? {})));
  };

  test('time, place and the family’s yes are filled in, and the same people', () => {
    expect(booked(locked())).toMatchObject({
      ...{ status: 'DRAFT', startAt: AGREED.followUpAt, endAt: AGREED.followUpEndAt, placeId: 'dalbo' },
      familyAgreed: true,
    });
    expect(booked(locked({ ...AGREED, followUpFamilyYes: false }))?.familyAgreed).toBe(false);
    expect(booked(locked({ followUpOn: AGREED.followUpOn }))).toMatchObject({ startAt: null, familyAgreed: false });
  });

  test('is offered while that time is ahead, nobody is called, and nothing is on paper only', () => {
    const offered = (file: CaseFile, on?: Temporal.Instant) => mayBookAsAgreed(momentOf(file, on));
    expect(offered(locked())).toBe(true);
    expect(offered(locked(), AGREED.followUpAt)).toBe(false);
    expect(offered(locked({ followUpOn: AGREED.followUpOn }))).toBe(false);
    expect(offered(locked(AGREED, { status: 'PREPARING' }))).toBe(false);
    expect(offered(locked(AGREED, { safety: 'RESTRICTED' }))).toBe(false);
  });

  test('a room that is in the register no more is asked for anew', () => {
    expect(agreedTime(momentOf(locked(), TODAY, [place('dalbo', false)]))?.placeId).toBeNull();
    expect(agreedTime(momentOf(locked(), TODAY, []))?.placeId).toBeNull();
  });

  test('a time is taken meanwhile where somebody whose calendar can be seen has something else, and only that time', () => {
    const found = (busyUnits: string[]) => [
      {
        startAt: AGREED.followUpAt.toString(),
        endAt: AGREED.followUpEndAt.toString(),
        free: 1,
        seen: 2,
        busyUnits,
        unseen: 0,
      },
    ];
    const meeting = booked(locked()) as Meeting;
    expect(takenMeanwhile(locked(), { ...meeting, proposals: found(['bup-1']) })?.busyUnits).toEqual(['bup-1']);
    expect(takenMeanwhile(locked(), { ...meeting, proposals: found([]) })).toBeUndefined();
    expect(agreedAsFound(locked(), { ...meeting, proposals: found([]) })?.seen).toBe(2);
    const other = { ...meeting, startAt: at('2027-05-07T11:00:00Z'), proposals: found(['bup-1']) };
    expect(takenMeanwhile(locked(), other)).toBeUndefined();
  });
});

describe('the plan holds while its follow-up is prepared and called', () => {
  const following = (status: CaseRow['status'], meeting: Partial<Meeting>): CaseFile => {
    const file = locked();
    const next = meetingRow(file.case.id, { id: 'next', ...meeting });
    return { ...file, case: { ...file.case, status }, meetings: [...file.meetings, next] };
  };

  test('the case is listed by the follow-up’s day until that has a time', () => {
    const startAt = at('2027-05-20T11:00:00Z');
    expect(nextDay(locked())).toEqual(AGREED.followUpOn);
    expect(nextDay(following('PREPARING', { status: 'DRAFT' }))).toEqual(AGREED.followUpOn);
    expect(nextDay(following('PREPARING', { status: 'DRAFT', startAt }))).toEqual(day('2027-05-20'));
    expect(nextDay(following('INVITED', { status: 'SENT', startAt }))).toEqual(day('2027-05-20'));
    const stopped = following('STOPPED', { status: 'CANCELLED', startAt });
    expect([hasPlanInForce(stopped), followUpDay(stopped)]).toEqual([false, null]);
    expect(nextDay({ ...following('PREPARING', { status: 'DRAFT' }), plans: [] })).toBeNull();
  });

  test('whoever was writing when it was locked is told so, also where its follow-up is booked in the next press', () => {
    const opened = (file: CaseFile): CaseFile => ({
      ...file,
      meetings: file.meetings.map((one) =>
        one.id === 'held' ? { ...one, openedAt: at('2027-03-10T09:00:00Z') } : one,
      ),
    });
    expect(meetingEnds(opened(following('PREPARING', { status: 'DRAFT' })))).toBe('err.typedLocked');
    expect(meetingEnds(opened(following('INVITED', { status: 'SENDING' })))).toBe('err.typedLocked');
    const broken = following('PREPARING', { status: 'DRAFT' });
    const second = meetingRow(broken.case.id, { id: 'off', status: 'HELD', openedAt: TODAY_AT, brokenOffAt: TODAY_AT });
    expect(meetingEnds({ ...broken, meetings: [...broken.meetings, second] })).toBe('err.typedBrokenOff');
  });
  const TODAY_AT = at('2027-05-20T11:00:00Z');
});

test('at the table times are looked for around the day that is being written', () => {
  const file = locked();
  const writing: CaseFile = {
    ...file,
    case: { ...file.case, status: 'MEETING' },
    meetings: file.meetings.map((one) => ({ ...one, status: 'SENT' as const })),
    plans: file.plans.map((plan) => ({ ...plan, lockedAt: null })),
  };
  expect(isChoosingTime(writing)).toBe(true);
  const { from, to } = daysToSearch(momentOf(writing));
  expect([from, to].map(String)).toEqual(['2027-05-03', '2027-05-17']);
});
