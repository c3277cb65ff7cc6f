/**
 * The child as signer: every row of the table, age band × how able × what the child says, against the gates of the
 * kallelse. The table here is its own, so that a rule that is changed turns it red.
 */
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { hasNowSaidNo, isJudged } from '../../domain/child-answer.ts';
import { AGE_BANDS, type AgeBand, CHILD_ABLE, type ChildAble, SHARES, type Shares } from '../../domain/codes.ts';
import {
  commonConsent,
  haveTooLittle,
  isOwnFormToAsk,
  latestConsent,
  maySign,
  requiredSigners,
} from '../../domain/consent.ts';
import { missingBeforeKallelse } from '../../domain/gates.ts';
import { missingBeforeMove } from '../../domain/moves.ts';
import type { CaseRow } from '../../domain/rows/case.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { newPlan } from '../../domain/rows/plan.ts';
import { mayWithdraw, withdraw } from '../../domain/withdrawal.ts';
import {
  caseFile,
  caseRow,
  consentRow,
  meetingRow,
  participantRow,
  talkRow,
  withdrawalRow,
} from '../support/case-rows.ts';
import { momentAt } from '../support/moment-at.ts';

const NOW = Temporal.Instant.from('2027-03-01T09:00:00Z');
const day = (text: string) => Temporal.PlainDate.from(text);
const TODAY = day('2027-03-01');

type Set = { ageBand: AgeBand; able: ChildAble | null; says?: Shares | null; case?: Partial<CaseRow> };

/** Everything is there but what the child says and signs. */
function fileOf({ ageBand, able, says = 'YES', case: more = {} }: Set): CaseFile {
  const isOfAge = ageBand === 'A18_20';
  const row = caseRow({
    ageBand,
    childAble: able,
    childAbleAt: able && NOW,
    childAbleBand: able && ageBand,
    turns18On: ageBand === 'A15_17' ? day('2028-06-01') : null,
    ...(isOfAge ? { guardianOne: null, guardianTwo: null } : {}),
    ...more,
  });
  const startAt = NOW.add({ hours: 240 });
  const meeting = meetingRow(row.id, {
    startAt,
    endAt: startAt.add({ hours: 1 }),
    placeId: 'room',
    familyAgreed: true,
  });
  return caseFile(row, {
    talks: [
      talkRow(row.id, { shares: says }),
      talkRow(row.id, { with: 'GUARDIAN_1', outcome: null, present: ['GUARDIAN_1', 'GUARDIAN_2'] }),
    ],
    consents: isOfAge ? [] : [consentRow(row.id), consentRow(row.id, { givenBy: 'GUARDIAN_2' })],
    meetings: [meeting],
    participants: [participantRow(meeting.id)],
  });
}
const signedByChild = (file: CaseFile, set: Parameters<typeof consentRow>[1] = {}): CaseFile => ({
  ...file,
  consents: [...file.consents, consentRow(file.case.id, { givenBy: 'YOUTH', ...set })],
});
const gates = (file: CaseFile): string[] =>
  missingBeforeKallelse(momentAt(file, NOW)).map(({ gate, who }) => (who ? `${gate} ${who}` : gate));

/** The rows of the table: who signs, and what a no of the child's leads to. */
type Follows = { signs: boolean; judge: boolean; no: 'NOTHING' | 'JUDGE' | 'CHOICE' | 'SIGNATURE' };
const heard: Follows = { signs: false, judge: false, no: 'NOTHING' };
const signs: Follows = { signs: true, judge: false, no: 'SIGNATURE' };
const choice: Follows = { signs: false, judge: false, no: 'CHOICE' };
const TABLE: Record<AgeBand, Record<ChildAble | 'null', Follows>> = {
  A0_5: { null: heard, YES: heard, UNSURE: heard, NO: heard },
  A6_11: { null: { signs: false, judge: false, no: 'JUDGE' }, YES: signs, UNSURE: choice, NO: choice },
  A12_14: { null: { signs: false, judge: true, no: 'JUDGE' }, YES: signs, UNSURE: signs, NO: choice },
  A15_17: { null: { signs: false, judge: true, no: 'JUDGE' }, YES: signs, UNSURE: signs, NO: choice },
  // Alone, whatever was judged.
  A18_20: { null: signs, YES: signs, UNSURE: signs, NO: signs },
};
const ROWS = AGE_BANDS.flatMap((ageBand) =>
  ([null, ...CHILD_ABLE] as const).map((able) => ({ ageBand, able, ...TABLE[ageBand][able ?? 'null'] })),
);

describe('OSL 12:3: by age and maturity the guardians decide together with the child', () => {
  test.each(ROWS)('$ageBand, able $able: the child signs: $signs', ({ ageBand, able, signs: isSigner }) => {
    const file = fileOf({ ageBand, able });
    expect(requiredSigners(file.case, TODAY).includes('YOUTH')).toBe(isSigner);
    expect(gates(file).includes('signature YOUTH')).toBe(isSigner);
    expect(gates(signedByChild(file)).includes('signature YOUTH')).toBe(false);
  });

  test.each(ROWS)('$ageBand, able $able: judged before the kallelse: $judge', ({ ageBand, able, judge }) => {
    expect(gates(fileOf({ ageBand, able })).includes('childAble')).toBe(judge);
  });

  test.each(ROWS.flatMap((row) => SHARES.map((says) => ({ ...row, says }))))(
    '$ageBand, able $able, the child says $says',
    ({ ageBand, able, judge, no, says }) => {
      const before = fileOf({ ageBand, able, says: null });
      const file = fileOf({ ageBand, able, says });
      const isNo = says !== 'YES';
      expect(gates(file).includes('childAble')).toBe(judge || (isNo && no === 'JUDGE'));
      expect(gates(file).includes('childNo')).toBe(isNo && no === 'CHOICE');
      // Whole, and of a child that signs: the case rests. In part it is the form's matter.
      const rests = no === 'SIGNATURE' && ageBand !== 'A18_20' && says === 'NO';
      expect(hasNowSaidNo({ ...before, case: file.case }, file)).toBe(rests);
    },
  );

  test.each(AGE_BANDS)('%s: who is not judged is not in the way of what is sent', (ageBand) => {
    const file = fileOf({ ageBand, able: null, says: 'NO', case: { status: 'INVITED' } });
    const [meeting] = file.meetings;
    const sent = { ...file, meetings: meeting ? [{ ...meeting, status: 'SENT' as const }] : [] };
    expect(gates(sent)).not.toContain('childAble');
    expect(missingBeforeMove(momentAt(sent, NOW))).toEqual([]);
    if (ageBand !== 'A18_20') expect(commonConsent(sent, [TODAY])).not.toBeNull();
  });
});

describe('barnkonventionen 12: one choice of three about the no of a child that does not sign', () => {
  const said = (ageBand: AgeBand, set: Partial<CaseRow>) =>
    gates(fileOf({ ageBand, able: 'NO', says: 'NO', case: set })).includes('childNo');
  const told = { childNoAnswer: 'TOLD', childNoRole: 'CONVENER', childNoOn: TODAY } as const;
  test.each(['A6_11', 'A12_14', 'A15_17'] as const)('%s', (ageBand) => {
    expect(said(ageBand, {})).toBe(true);
    expect(said(ageBand, { childNoAnswer: 'WAIT' }), 'waiting is waiting').toBe(true);
    expect(said(ageBand, { childNoAnswer: 'CHANGED' })).toBe(false);
    expect(said(ageBand, { ...told, childNoOn: null }), 'with its day').toBe(true);
    expect(said(ageBand, { ...told, childNoRole: null }), 'and role').toBe(true);
    expect(said(ageBand, told), 'at 15–17 two say so').toBe(ageBand === 'A15_17');
    expect(said(ageBand, { ...told, childNoSecond: 'NURSE' })).toBe(false);
  });

  test('an answer in the old way stands where it was sent, and is asked anew before the next kallelse', () => {
    for (const childNoReason of ['NEED_IS_GREAT', 'TALKED_AGAIN', 'NOT_MATURE', 'ANOTHER_WAY'] as const) {
      expect(said('A15_17', { childNoReason, status: 'INVITED' })).toBe(false);
      expect(said('A15_17', { childNoReason, status: 'PREPARING' })).toBe(true);
    }
  });
});

describe('OSL 12:3: judged for this age, this plan, these units and topics', () => {
  const judged = (set: Partial<CaseRow>, more: Partial<CaseFile> = {}) => {
    const file = fileOf({ ageBand: 'A12_14', able: 'YES', case: set });
    return isJudged({ file: { ...file, ...more } });
  };
  test('anew at 12 and at 15; until then the last one says who signs', () => {
    expect(judged({})).toBe(true);
    expect(judged({ childAbleBand: 'A6_11' })).toBe(false);
    expect(judged({ ageBand: 'A15_17' })).toBe(false);
    const older = fileOf({ ageBand: 'A15_17', able: 'YES', case: { childAbleBand: 'A12_14' } });
    expect(requiredSigners(older.case, TODAY)).toContain('YOUTH');
    // A doubt at 6–11 did not sign: a birthday stops nothing that is sent.
    const doubt = fileOf({ ageBand: 'A12_14', able: 'UNSURE', case: { childAbleBand: 'A6_11' } });
    expect(requiredSigners(doubt.case, TODAY)).not.toContain('YOUTH');
  });
  test('at 15–17 a no is judged by two', () => {
    const no = { ageBand: 'A15_17', childAbleBand: 'A15_17', childAble: 'NO' } as const;
    expect(judged({ ...no, childAbleSecond: null })).toBe(false);
    expect(judged({ ...no, childAbleSecond: 'SOCIAL_WORKER' })).toBe(true);
    expect(judged({ childAble: 'NO', childAbleSecond: null }), 'at 12–14 by one').toBe(true);
  });
  test('anew at a follow-up', () => {
    const locked = (lockedAt: Temporal.Instant) => ({
      plans: [newPlan({ id: 'p', caseId: 'c', meetingId: 'm', version: 1, lockedAt })],
    });
    expect(judged({}, locked(NOW.add({ hours: 1 })))).toBe(false);
    expect(judged({}, locked(NOW.subtract({ hours: 1 })))).toBe(true);
    expect(judged({ status: 'PLAN_ACTIVE' }, locked(NOW.add({ hours: 1 }))), 'not by the lock itself').toBe(true);
  });
  test('anew with a new unit or a new topic, and not because the first form comes after the judgement', () => {
    const at = (hours: number, set: Parameters<typeof consentRow>[1] = {}) =>
      consentRow('c', { recordedAt: NOW.add({ hours }), ...set });
    expect(judged({}, { consents: [at(1)] })).toBe(true);
    expect(judged({}, { consents: [at(1), at(2)] })).toBe(true);
    expect(judged({}, { consents: [at(1), at(2, { parties: ['school-1', 'social-1', 'bup-1'] })] })).toBe(false);
    expect(judged({}, { consents: [at(1), at(2, { topics: ['SCHOOL', 'FAMILY'] })] })).toBe(false);
    expect(judged({}, { consents: [at(-2), at(-1, { topics: ['SCHOOL', 'FAMILY'] })] }), 'before it').toBe(true);
  });
});

describe('OSL 12:3: what the child ticks counts', () => {
  const able = fileOf({ ageBand: 'A12_14', able: 'YES' });
  const guardians = (set: Parameters<typeof consentRow>[1]): CaseFile => ({
    ...able,
    consents: able.consents.map((one) => ({ ...one, ...set })),
  });
  const wide = guardians({
    parties: ['school-1', 'social-1', 'bup-1'],
    topics: ['SCHOOL', 'HEALTH'],
    scopes: ['MEETING', 'PLAN_COPY'],
  });

  test('parties, topics and what they may do: what all have in common', () => {
    const own = { parties: ['school-1', 'social-1'], topics: ['HEALTH' as const], scopes: ['MEETING' as const] };
    expect(commonConsent(signedByChild(wide, own), [TODAY])).toEqual({
      units: new Set(['school-1', 'social-1']),
      topics: new Set(['HEALTH']),
      scopes: new Set(['MEETING']),
    });
    expect(commonConsent(wide, [TODAY]), 'not without the child').toBeNull();
  });
  test('time', () => {
    const short = signedByChild(able, { validToOn: day('2027-03-05') });
    expect(gates(short)).toContain('signature YOUTH');
  });
  test('under two units there is nobody to talk with: the case rests', () => {
    expect(haveTooLittle(signedByChild(wide, { parties: ['school-1', 'habilitation-1'] }), TODAY)).toBe(true);
    expect(haveTooLittle(signedByChild(wide, { parties: ['school-1', 'bup-1'] }), TODAY)).toBe(false);
    expect(haveTooLittle(wide, TODAY), 'not while somebody has not signed').toBe(false);
  });
});

describe('OSL 12:3: the child takes back with the same force', () => {
  const back = (file: CaseFile, set: Parameters<typeof withdrawalRow>[1] = {}) =>
    withdraw(
      momentAt(file, NOW),
      withdrawalRow(file.case.id, { givenBy: 'YOUTH', recordedAt: NOW.add({ hours: 1 }), ...set }),
    );

  test.each(ROWS)('$ageBand, able $able: who can say stop', ({ ageBand, able, signs: isSigner, no }) => {
    const names = mayWithdraw(momentAt(fileOf({ ageBand, able }), NOW));
    expect(names.includes('YOUTH')).toBe(isSigner);
    expect(names.includes('CHILD')).toBe(no === 'CHOICE' || no === 'JUDGE');
  });
  test('it rests, also before the child has signed; the same as a guardian’s', () => {
    const file = fileOf({ ageBand: 'A12_14', able: 'YES', case: { status: 'INVITED' } });
    const child = back(signedByChild(file));
    const guardian = back(signedByChild(file), { givenBy: 'GUARDIAN_1' });
    expect(child.what).toBe('ALL');
    expect(back(file).what).toBe('ALL');
    expect(child.changes.slice(1), 'nobody can tell them apart by what follows').toEqual(guardian.changes.slice(1));
  });
});

describe('FB 6:2: of age', () => {
  const turns18On = day('2027-03-08');
  const at17 = (set: Partial<CaseRow> = {}) => fileOf({ ageBand: 'A15_17', able: 'YES', case: { turns18On, ...set } });
  const notAble = fileOf({ ageBand: 'A15_17', able: 'NO', case: { turns18On } });

  test('FB 6:2, 6:11, OSL 12:3: in the birthday’s month guardians and young person sign, from the next the young person alone', () => {
    const { case: row } = notAble;
    const signers = (on: string, set: Partial<CaseRow> = {}) => requiredSigners({ ...row, ...set }, day(on));
    const all = ['GUARDIAN_1', 'GUARDIAN_2', 'YOUTH'];
    expect(signers('2027-03-07')).toEqual(['GUARDIAN_1', 'GUARDIAN_2']);
    for (const on of ['2027-03-08', '2027-04-07']) expect(signers(on)).toEqual(all);
    expect(signers('2027-04-08')).toEqual(['YOUTH']);
    expect(signers('2027-03-08', { ageBand: 'A18_20' }), 'it was said that the day has been').toEqual(['YOUTH']);
    const board = { placement: 'LVU', placedConsentBy: 'SOCIAL_BOARD', placedConfirmedOn: TODAY } as const;
    expect(signers('2027-03-08', board)).toEqual(['SOCIAL_BOARD', 'YOUTH']);
    expect(signers('2027-04-08', board)).toEqual(['YOUTH']);
  });
  test('the child’s own form goes on counting at 18, and the guardians’ end', () => {
    const file = signedByChild(at17(), { signedOn: day('2026-10-01') });
    const ofAge = turns18On.add({ months: 1 });
    expect(requiredSigners(file.case, ofAge)).toEqual(['YOUTH']);
    expect(commonConsent(file, [ofAge])?.units).toEqual(new Set(['school-1', 'social-1']));
    expect(latestConsent(file, 'YOUTH', ofAge)).toBeDefined();
  });
  test('for the next kallelse it is asked whether it stands: never assumed', () => {
    const early = signedByChild(at17(), { signedOn: day('2026-10-01') });
    expect(isOwnFormToAsk(early, TODAY), 'not before').toBe(false);
    expect(gates(early)).toEqual(['ownForm YOUTH']);
    expect(gates(signedByChild(at17({ ownFormAskedOn: TODAY }), { signedOn: day('2026-10-01') }))).toEqual([]);
    expect(gates(signedByChild(at17({ ownFormAskedOn: day('2026-12-01') }), { signedOn: day('2026-10-01') }))).toEqual([
      'ownForm YOUTH',
    ]);
    expect(gates(signedByChild(at17(), { signedOn: day('2027-02-01') })), 'given for it').toEqual([]);
  });
  test('who does not sign as a child can sign for 18 sixty days before', () => {
    expect(maySign(notAble.case, 'YOUTH', turns18On.subtract({ days: 61 }))).toBe(false);
    expect(maySign(notAble.case, 'YOUTH', turns18On.subtract({ days: 60 }))).toBe(true);
    expect(maySign(at17().case, 'YOUTH', turns18On.subtract({ days: 300 })), 'who signs as a child always').toBe(true);
    expect(maySign(notAble.case, 'GUARDIAN_1', turns18On)).toBe(true);
    expect(maySign(notAble.case, 'GUARDIAN_1', turns18On.add({ months: 1 }))).toBe(false);
  });
});
