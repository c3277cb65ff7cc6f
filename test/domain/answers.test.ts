import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { answered, answerFromCalendar, declinedWithoutStandIn, noReasonYet } from '../../domain/answers.ts';
import type { Answer } from '../../domain/codes.ts';
import type { Participant } from '../../domain/rows/participant.ts';
import { caseFile, caseRow, meetingRow, participantRow } from '../support/case-rows.ts';

const at = (text: string) => Temporal.Instant.from(`2027-03-01T${text}:00Z`);
const row = caseRow();
const meeting = meetingRow(row.id, { status: 'SENT' });
const fileWith = (...people: Partial<Participant>[]) =>
  caseFile(row, {
    meetings: [meeting],
    participants: people.map((set, n) => participantRow(meeting.id, { mail: `p${n}@social.example`, ...set })),
  });
const NEW = { standIn: false, declineReason: null };
const mails = (rows: Participant[]) => rows.map(({ mail }) => mail);

describe('T15: a no that nobody comes instead of', () => {
  test.each<[string, Partial<Participant>[], string[]]>([
    ['everybody has said yes or nothing', [{ answer: 'ACCEPTED' }, { answer: 'NONE', unitId: 'bup-1' }], []],
    ['one no', [{ answer: 'ACCEPTED', unitId: 'bup-1' }, { answer: 'DECLINED' }], ['p1@social.example']],
    ['a colleague who is called too may still come', [{ answer: 'DECLINED' }, { answer: 'TENTATIVE' }], []],
    [
      'both of the unit have said no',
      [{ answer: 'DECLINED' }, { answer: 'DECLINED' }],
      ['p0@social.example', 'p1@social.example'],
    ],
    ['a stand-in has taken the row over', [{ answer: 'NONE', standIn: true, declineReason: 'ILL' }], []],
    [
      'the stand-in says no as well',
      [{ answer: 'DECLINED', standIn: true, declineReason: 'ILL' }],
      ['p0@social.example'],
    ],
    ['who is only invited may say no', [{ answer: 'DECLINED', kind: 'INVITED' }], []],
  ])('%s', (_what, people, expected) => {
    expect(mails(declinedWithoutStandIn(fileWith(...people)))).toEqual(expected);
  });

  test('of a meeting that is off there is none', () => {
    const file = fileWith({ answer: 'DECLINED' });
    expect(declinedWithoutStandIn({ ...file, meetings: [{ ...meeting, status: 'CANCELLED' }] })).toEqual([]);
  });
});

test('T15: a reason that was not given is asked for once, of those who are summoned', () => {
  const no = answered(NEW, 'DECLINED', at('09:00'));
  expect(no.declineReason).toBe('NOT_GIVEN');
  expect(
    mails(
      noReasonYet(
        fileWith(no, { ...no, reasonAsked: true }, { ...no, kind: 'INVITED' }, answered(NEW, 'DECLINED', null, 'ILL')),
      ),
    ),
  ).toEqual(['p0@social.example']);
  expect(answered({ ...NEW, declineReason: 'ILL' }, 'ACCEPTED', null).declineReason).toBeNull();
});

test('T15: why the first one could not stays with the stand-in, until the stand-in says no', () => {
  const standIn = { standIn: true, declineReason: 'ILL' } as const;
  expect(answered(standIn, 'ACCEPTED', at('09:00')).declineReason).toBe('ILL');
  expect(answered(standIn, 'DECLINED', at('09:00')).declineReason).toBe('NOT_GIVEN');
});

describe('T15: what the calendar says against what is known', () => {
  const known = (answer: Answer, text: string | null) =>
    participantRow(meeting.id, { answer, answeredAt: text ? at(text) : null });
  test.each<[string, Participant, Answer, string | null, Answer | null]>([
    ['the first answer', known('NONE', null), 'ACCEPTED', '09:00', 'ACCEPTED'],
    ['the same answer', known('ACCEPTED', '09:00'), 'ACCEPTED', '09:00', null],
    ['nothing in Outlook, a yes on the telephone', known('ACCEPTED', '09:00'), 'NONE', null, null],
    ['an older no in Outlook, a yes on the telephone after it', known('ACCEPTED', '09:30'), 'DECLINED', '09:00', null],
    ['a newer no in Outlook', known('ACCEPTED', '09:00'), 'DECLINED', '09:30', 'DECLINED'],
    ['an answer in Outlook without its time', known('ACCEPTED', '09:00'), 'DECLINED', null, null],
  ])('%s', (_what, participant, answer, text, expected) => {
    const found = { answer, at: text ? at(text) : null };
    expect(answerFromCalendar(participant, found, null)?.answer ?? null).toBe(expected);
  });

  test.each<[string, string | null, Answer | null]>([
    ['before', '08:59', null],
    ['in the same moment as', '09:00', null],
    ['after', '09:01', 'ACCEPTED'],
    ['at nobody knows what time beside', null, null],
  ])('an answer %s the meeting got its time', (_what, text, expected) => {
    const found = { answer: 'ACCEPTED' as const, at: text ? at(text) : null };
    expect(answerFromCalendar(known('NONE', null), found, at('09:00'))?.answer ?? null).toBe(expected);
  });
});
