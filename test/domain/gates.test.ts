import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import sv from '../../cards/texts/sv.json' with { type: 'json' };
import { GATES, missingBeforeKallelse } from '../../domain/gates.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { caseFile, caseRow, consentRow, meetingRow, participantRow, talkRow } from '../support/case-rows.ts';
import { momentAt } from '../support/moment-at.ts';

const NOW = Temporal.Instant.from('2027-03-01T09:00:00Z');
const day = (text: string) => Temporal.PlainDate.from(text);

function readyFile(): CaseFile {
  const row = caseRow();
  const meeting = meetingRow(row.id, {
    startAt: NOW.add({ hours: 24 * 10 }),
    endAt: NOW.add({ hours: 24 * 10 + 1 }),
    placeId: 'room',
    familyAgreed: true,
  });
  return caseFile(row, {
    talks: [
      talkRow(row.id, { with: 'CHILD', outcome: 'DONE' }),
      talkRow(row.id, { with: 'GUARDIAN_1', outcome: null, present: ['GUARDIAN_1', 'GUARDIAN_2'], informed: true }),
    ],
    consents: [consentRow(row.id), consentRow(row.id, { givenBy: 'GUARDIAN_2' })],
    meetings: [meeting],
    participants: [participantRow(meeting.id, { unitId: 'social-1' })],
  });
}

const missing = (file: CaseFile) =>
  missingBeforeKallelse(momentAt(file, NOW)).map(({ gate, who }) => (who ? `${gate} ${who}` : gate));
const withCase = (file: CaseFile, set: Partial<CaseFile['case']>): CaseFile => ({
  ...file,
  case: { ...file.case, ...set },
});

test('every gate that has a name, and so its text, stands in the table', () => {
  const named = Object.keys(sv).flatMap((key) => /^missing\.(?!title$)(\w+)$/.exec(key)?.[1] ?? []);
  expect(named.sort()).toEqual([...new Set(GATES.map(({ gate }) => gate))].sort());
});

test('with everything there the kallelse may be sent', () => {
  expect(missing(readyFile())).toEqual([]);
});

describe('each gate stops it alone', () => {
  const file = readyFile();
  const [meeting] = file.meetings;
  if (!meeting) throw new Error('no meeting');
  const withMeeting = (set: Partial<typeof meeting>): CaseFile => ({ ...file, meetings: [{ ...meeting, ...set }] });
  const withTalks = (change: (talk: CaseFile['talks'][number]) => Partial<CaseFile['talks'][number]>): CaseFile => ({
    ...file,
    talks: file.talks.map((talk) => ({ ...talk, ...change(talk) })),
  });

  test.each<[string, CaseFile, string[]]>([
    ['T2: no age', withCase(file, { ageBand: null }), ['ageBand']],
    ['no day of need', withCase(file, { needNoticedOn: null }), ['needNoticed']],
    ['B6: a guardian not known', withCase(file, { guardianOne: 'UNKNOWN' }), ['guardians']],
    ['the second guardian not known: nobody signs for them', withCase(file, { guardianTwo: 'UNKNOWN' }), ['guardians']],
    [
      'T8: information sheet not gone through',
      withTalks((talk) => (talk.with === 'CHILD' ? {} : { informed: false })),
      ['guardianTalk GUARDIAN_1', 'guardianTalk GUARDIAN_2'],
    ],
    [
      'T9: of age, no talk, only a reason: the young person consents alone, so there is no exception',
      {
        ...withCase(file, { ageBand: 'A18_20', guardianOne: null, guardianTwo: null }),
        talks: [talkRow(file.case.id, { with: 'CHILD', outcome: 'EXCEPTION_OTHER', heldOn: null })],
        consents: [consentRow(file.case.id, { givenBy: 'YOUTH' })],
      },
      ['childTalk'],
    ],
    [
      'T11: the forms have no topic in common',
      {
        ...file,
        consents: [consentRow(file.case.id), consentRow(file.case.id, { givenBy: 'GUARDIAN_2', topics: ['HEALTH'] })],
      },
      ['topics', 'consentedOnly'],
    ],
    [
      '2.3: a child that is not able has said no, and what is done about it is not said',
      withTalks((talk) => (talk.with === 'CHILD' ? { shares: 'NO' } : {})),
      ['childNo'],
    ],
    [
      '3.4: the child and a guardian want others there, and why it goes on is not said',
      withTalks((talk) => ({ wants: talk.with === 'CHILD' ? ['bup-1'] : ['social-1'] })),
      ['talksDiffer'],
    ],
    [
      '5: the child has not been told',
      withTalks((talk) => (talk.with === 'CHILD' ? { informed: false } : {})),
      ['childInformed'],
    ],
    [
      'T8: the second guardian was not there',
      withTalks(() => ({ present: ['GUARDIAN_1'] })),
      ['guardianTalk GUARDIAN_2'],
    ],
    [
      'T9: no talk with the child',
      { ...file, talks: file.talks.filter((talk) => talk.with !== 'CHILD') },
      ['childTalk'],
    ],
    [
      'T9: a talk with the child without its day',
      withTalks((talk) => (talk.with === 'CHILD' ? { heldOn: null } : {})),
      ['childTalk'],
    ],
    ['B3, B4: safety not known', withCase(file, { safety: 'UNKNOWN' }), ['protection']],
    ['T27: on paper only', withCase(file, { safety: 'RESTRICTED' }), ['paperOnly']],
    ['whether the child is placed is not known', withCase(file, { placement: 'UNKNOWN' }), ['placement']],
    ['LVU without the social worker’s word on who consents', withCase(file, { placement: 'LVU' }), ['placement']],
    [
      '15–17 without the month of coming of age',
      withCase(file, { ageBand: 'A15_17', childAbleBand: 'A15_17' }),
      ['comingOfAge'],
    ],
    [
      'T11: one signature of two',
      { ...file, consents: file.consents.slice(0, 1) },
      ['signature GUARDIAN_2', 'consentedOnly'],
    ],
    ['nobody is called', { ...file, participants: [] }, ['participants']],
    [
      'only the own unit is called',
      { ...file, participants: [participantRow(meeting.id, { unitId: 'school-1' })] },
      ['participants'],
    ],
    ['no time', withMeeting({ startAt: null, endAt: null }), ['time']],
    ['T13: a time that has been', withMeeting({ startAt: NOW.subtract({ hours: 1 }) }), ['timeAhead']],
    ['T13: the family has not said yes to the time', withMeeting({ familyAgreed: false }), ['familyTime']],
    ['no place', withMeeting({ placeId: null }), ['place']],
    ['T14: late without a reason', withMeeting({ startAt: NOW.add({ hours: 24 * 30 }) }), ['lateReason']],
  ])('%s', (_what, changed, gates) => {
    expect(missing(changed)).toEqual(gates);
  });

  test('late with a reason, or a place told by word of mouth, is fine', () => {
    expect(missing(withMeeting({ startAt: NOW.add({ hours: 24 * 30 }), lateReason: 'HOLIDAY' }))).toEqual([]);
    expect(missing(withCase(withMeeting({ placeId: null }), { safety: 'PLACE_ORALLY' }))).toEqual([]);
  });

  test('an exception with its reason stands for the talk with the child', () => {
    expect(
      missing(withTalks((talk) => (talk.with === 'CHILD' ? { outcome: 'EXCEPTION_HARM', heldOn: null } : {}))),
    ).toEqual([]);
  });

  test('a consent that ends before the meeting does not carry it', () => {
    const consents = file.consents.map((consent) => ({ ...consent, validToOn: day('2027-03-05') }));
    expect(missing({ ...file, consents })).toEqual(['signature GUARDIAN_1', 'signature GUARDIAN_2', 'consentedOnly']);
  });
});

test('from 18 only the young person is asked: no guardian, no guardian talk, no guardian signature', () => {
  const file = withCase(readyFile(), { ageBand: 'A18_20', guardianOne: null, guardianTwo: null });
  const talks = file.talks.filter((talk) => talk.with === 'CHILD');
  expect(missing({ ...file, talks })).toEqual(['signature YOUTH', 'consentedOnly']);
  expect(missing({ ...file, talks, consents: [consentRow(file.case.id, { givenBy: 'YOUTH' })] })).toEqual([]);
});

test('T26: the birthday’s month begins between today and the meeting: guardians today, the young person too on the day', () => {
  const file = withCase(readyFile(), { ageBand: 'A15_17', childAbleBand: 'A15_17', turns18On: day('2027-03-08') });
  expect(missing(file)).toEqual(['signature YOUTH', 'consentedOnly']);
  const own = consentRow(file.case.id, { givenBy: 'YOUTH' });
  expect(missing({ ...file, consents: [...file.consents, own] })).toEqual([]);
  const narrower = { ...own, parties: ['school-1', 'bup-1'] };
  expect(missing({ ...file, consents: [...file.consents, narrower] })).toEqual(['consentedOnly']);
});

test('2.3: under LVU the board signs where the social worker has confirmed it, and the guardians are still talked with', () => {
  const placed = { placement: 'LVU', placedConsentBy: 'SOCIAL_BOARD', placedConfirmedOn: day('2027-02-20') } as const;
  const file = withCase(readyFile(), placed);
  expect(missing({ ...file, talks: file.talks.filter((talk) => talk.with === 'CHILD') })).toEqual([
    'guardianTalk GUARDIAN_1',
    'guardianTalk GUARDIAN_2',
    'signature SOCIAL_BOARD',
    'consentedOnly',
  ]);
  expect(missing({ ...file, consents: [consentRow(file.case.id, { givenBy: 'SOCIAL_BOARD' })] })).toEqual([]);
});

test('2.3: a guardian who cannot be reached is not waited for by a manager’s decision, and only by a whole one', () => {
  const excused = {
    excusedGuardian: 'GUARDIAN_2',
    excusedHindrance: 'ILL',
    excusedChecked: true,
    excusedRole: 'HEAD_TEACHER',
    excusedOn: day('2027-02-20'),
    excusedRef: 'dnr 12',
  } as const;
  const ready = readyFile();
  const tried = { notReached: ['2027-02-01', '2027-02-08'], otherTries: ['2027-02-15 LETTER'] };
  const tries = talkRow(ready.case.id, { with: 'GUARDIAN_2', heldOn: null, informed: false, ...tried });
  const file = { ...ready, talks: [...ready.talks, tries], consents: ready.consents.slice(0, 1) };
  const one = { ...file, consents: file.consents.map((consent) => ({ ...consent, caseId: file.case.id })) };
  expect(missing(withCase(one, excused))).toEqual([]);
  expect(missing(withCase(one, { ...excused, excusedRef: null }))).toContain('signature GUARDIAN_2');
  const alone = {
    ...one,
    consents: [],
    case: { ...one.case, ...excused, guardianTwo: 'NONE', excusedGuardian: 'GUARDIAN_1' } as const,
  };
  expect(missing(alone)).toContain('signature GUARDIAN_1');
});
