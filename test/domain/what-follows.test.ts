import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { withChanges } from '../../domain/changes.ts';
import { newPosting, wantAgain } from '../../domain/posting.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import type { Meeting } from '../../domain/rows/meeting.ts';
import { newPlan } from '../../domain/rows/plan.ts';
import type { Posting } from '../../domain/rows/posting.ts';
import { cardsToSend, whatFollows } from '../../domain/what-follows.ts';
import { caseFile, caseRow, consentRow, meetingRow, participantRow, withdrawalRow } from '../support/case-rows.ts';

const NOW = Temporal.Instant.from('2027-03-01T09:00:00Z');
const at = (text: string) => Temporal.Instant.from(text);
const hour = (startAt: Temporal.Instant) => ({ startAt, endAt: startAt.add({ hours: 1 }) });
const FIRST = at('2027-03-09T12:00:00Z');
const LATER = at('2027-03-16T12:00:00Z');

function calledFile(set: Partial<Meeting> = {}): { file: CaseFile; meeting: Meeting } {
  const row = caseRow({ status: 'INVITED' });
  const meeting = meetingRow(row.id, { status: 'SENT', transactionId: 't', placeId: 'room', ...hour(FIRST), ...set });
  return { file: caseFile(row, { meetings: [meeting], participants: [participantRow(meeting.id)] }), meeting };
}

const follows = (before: CaseFile, changes: Change[], now = NOW) =>
  whatFollows({ before, after: withChanges(before, changes), now });
const kinds = (before: CaseFile, ...changes: Change[]) => follows(before, changes).effects.map(({ kind }) => kind);
const due = (before: CaseFile, change: Change, now = NOW) =>
  follows(before, [change], now).due.map(({ kind, dueAt }) => `${kind} ${dueAt}`);

describe('what stands in a calendar and counts no more', () => {
  test('a meeting that is off, and an earlier call of one that goes on, are looked for there', () => {
    const { file, meeting } = calledFile();
    expect(kinds(file, { in: 'meeting', id: meeting.id, set: { status: 'CANCELLED' } })).toEqual(['cancel-stray']);
    const waiting = calledFile({ status: 'NOT_SENT' });
    expect(kinds(waiting.file, { in: 'meeting', id: waiting.meeting.id, set: { call: 2 } })).toEqual(['cancel-stray']);
  });

  test('not a meeting that nobody was called to, nor twice what was looked for before', () => {
    const draft = calledFile({ status: 'DRAFT', transactionId: null });
    expect(kinds(draft.file, { in: 'meeting', id: draft.meeting.id, set: { status: 'CANCELLED' } })).toEqual([]);
    const off = calledFile({ status: 'CANCELLED' });
    expect(kinds(off.file, { in: 'case', id: off.file.case.id, set: { status: 'PREPARING' } })).toEqual([]);
  });

  test('where it is stopped on its way, whoever stops it says whether it can have arrived', () => {
    const { file, meeting } = calledFile({ status: 'SENDING' });
    expect(kinds(file, { in: 'meeting', id: meeting.id, set: { status: 'DRAFT', call: 2 } })).toEqual([]);
  });

  test('a stopped case that is closed looks a last time; one that goes on again does not', () => {
    const { file } = calledFile({ status: 'CANCELLED', eventState: 'LEFT' });
    const stopped = { ...file, case: { ...file.case, status: 'STOPPED' as const } };
    const to = (status: 'CLOSED' | 'PREPARING') => kinds(stopped, { in: 'case', id: file.case.id, set: { status } });
    expect(to('CLOSED')).toEqual(['cancel-stray']);
    expect(to('PREPARING')).toEqual([]);
  });

  test('what is taken back of a consent, and a newer form that leaves somebody out, look once more for all of it', () => {
    const { file } = calledFile({ call: 2 });
    const part = withdrawalRow(file.case.id, { scope: 'TOPIC', topic: 'HEALTH' });
    const both = ['cancel-stray', 'update-attendees'];
    expect(kinds(file, { in: 'withdrawal', id: part.id, set: part })).toEqual(both);
    const form = consentRow(file.case.id, { recordedAt: NOW });
    const out: Change = { in: 'participant', id: file.participants[0]?.id ?? '', remove: true };
    expect(kinds(file, { in: 'consent', id: form.id, set: form }, out)).toEqual(both);
    expect(kinds(file, { in: 'consent', id: form.id, set: form })).toEqual([]);
    expect(kinds(file, out)).toEqual(['update-attendees']);
  });

  test('another case’s rows are nothing of this one', () => {
    const { file } = calledFile();
    const sibling = caseRow({ status: 'PREPARING' });
    const meeting = meetingRow(sibling.id, { status: 'CANCELLED', transactionId: 't', call: 1 });
    const changes: Change[] = [
      { in: 'case', id: sibling.id, set: sibling },
      { in: 'meeting', id: meeting.id, set: meeting },
    ];
    expect(withChanges(file, changes)).toEqual(file);
    expect(kinds(file, ...changes)).toEqual([]);
  });

  test.each(['STOPPED', 'CLOSED'] as const)('a case that is %s looks once more', (status) => {
    const { file } = calledFile({ status: 'CANCELLED' });
    expect(kinds(file, { in: 'case', id: file.case.id, set: { status } })).toEqual(['cancel-stray']);
  });
});

describe('an event that stands follows', () => {
  const { file, meeting } = calledFile();
  const [row] = file.participants;
  const id = row?.id ?? '';

  test('who is called: one more, one less, a stand-in; not what somebody answers', () => {
    const added = participantRow(meeting.id, { mail: 'bup@region.example' });
    expect(kinds(file, { in: 'participant', id: added.id, set: added })).toEqual(['update-attendees']);
    expect(kinds(file, { in: 'participant', id, remove: true })).toEqual(['update-attendees']);
    expect(kinds(file, { in: 'participant', id, set: { mail: 'annan@social.example' } })).toEqual(['update-attendees']);
    expect(kinds(file, { in: 'participant', id, set: { answer: 'DECLINED' } })).toEqual([]);
  });

  test('nobody is called before the event stands, nor when it is taken away', () => {
    const sending = calledFile({ status: 'SENDING' });
    const gone: Change = { in: 'participant', id: sending.file.participants[0]?.id ?? '', remove: true };
    expect(kinds(sending.file, gone)).toEqual([]);
    expect(kinds(sending.file, { in: 'meeting', id: sending.meeting.id, set: { status: 'SENT' } })).toEqual([]);
    const off: Change = { in: 'meeting', id: meeting.id, set: { status: 'CANCELLED' } };
    expect(kinds(file, off, { in: 'participant', id, remove: true })).toEqual(['cancel-stray']);
  });

  test('a place that is told by word of mouth goes out of it, also where that was decided while it was booked', () => {
    expect(kinds(file, { in: 'meeting', id: meeting.id, set: { placeOral: true } })).toEqual(['clear-place']);
    const inOutlook = calledFile({ placeId: null });
    expect(
      kinds(inOutlook.file, { in: 'meeting', id: inOutlook.meeting.id, set: { placeOral: true } }),
      'the place was written in Outlook',
    ).toEqual(['clear-place']);
    const oral = calledFile({ status: 'SENDING', placeOral: true });
    expect(kinds(oral.file, { in: 'meeting', id: oral.meeting.id, set: { status: 'SENT' } })).toEqual(['clear-place']);
    const never = calledFile({ status: 'SENDING', placeOral: true, placeId: null });
    expect(kinds(never.file, { in: 'meeting', id: never.meeting.id, set: { status: 'SENT' } })).toEqual([]);
    const known = calledFile({ placeOral: true });
    expect(kinds(known.file, { in: 'meeting', id: known.meeting.id, set: { eventState: 'LIVE' } })).toEqual([]);
  });
});

describe('a called meeting', () => {
  test('opens on the cards in time, is asked about the morning after, and is read until it is over', () => {
    const { file, meeting } = calledFile({ status: 'SENDING' });
    expect(due(file, { in: 'meeting', id: meeting.id, set: { status: 'SENT' } })).toEqual([
      'meeting.opens 2027-03-09T11:45:00Z',
      'meeting.asks 2027-03-10T07:00:00Z',
      'answers.check 2027-03-01T09:15:00Z',
    ]);
    expect(due(file, { in: 'meeting', id: meeting.id, set: { status: 'FAILED' } })).toEqual([]);
  });

  test('opens by its new time; the calendar is read on, also where the old time was over', () => {
    const { file, meeting } = calledFile();
    const moved: Change = { in: 'meeting', id: meeting.id, set: hour(LATER) };
    expect(due(file, moved)).toEqual(['meeting.opens 2027-03-16T11:45:00Z', 'meeting.asks 2027-03-17T07:00:00Z']);
    expect(due(file, moved, at('2027-03-10T09:00:00Z'))).toEqual([
      'meeting.opens 2027-03-16T11:45:00Z',
      'meeting.asks 2027-03-17T07:00:00Z',
      'answers.check 2027-03-10T09:15:00Z',
    ]);
    expect(due(file, { in: 'meeting', id: meeting.id, set: { placeId: 'other' } })).toEqual([]);
  });
});

describe('cards', () => {
  const chat = { conversationId: 'chat-1', serviceUrl: 'https://teams.example' };
  const made = (set: Partial<Posting>) =>
    newPosting('posting-1', {
      kind: 'CASE',
      page: 'case',
      caseId: 'case-1',
      tenantId: 'tenant-1',
      language: 'sv',
      createdAt: NOW,
      ...set,
    });
  const known = made(chat).set as Posting;

  test('that are new, or wanted again, are sent', () => {
    const sent = [{ kind: 'card', subjectId: 'posting-1', caseId: 'case-1' }];
    expect(cardsToSend([], [made(chat)])).toEqual(sent);
    expect(cardsToSend([known], [wantAgain(known)])).toEqual(sent);
    expect(cardsToSend([known], [{ in: 'posting', id: known.id, set: { turn: 'next' } }])).toEqual([]);
  });

  test('that have no chat to stand in wait; one that nobody here knows is somebody else’s', () => {
    expect(cardsToSend([], [made({})])).toEqual([]);
    expect(cardsToSend([], [wantAgain(known)])).toEqual([]);
  });
});

test('T22: a follow-up that is called to another day than its plan says is reminded of before that day too', () => {
  const { file, meeting } = calledFile({ status: 'SENDING', ...hour(at('2027-05-19T11:00:00Z')) });
  const plan = (on: string) =>
    newPlan({
      id: 'v1',
      caseId: file.case.id,
      meetingId: 'm',
      version: 1,
      lockedAt: NOW,
      followUpOn: Temporal.PlainDate.from(on),
    });
  const sent: Change = { in: 'meeting', id: meeting.id, set: { status: 'SENT', sentAt: NOW } };
  const reminders = (before: CaseFile, change = sent) =>
    due(before, change).filter((one) => one.startsWith('followUp.remind'));
  const days = ['2027-05-05', '2027-05-12', '2027-05-18'].map((on) => `followUp.remind ${on}T06:00:00Z`);
  expect(reminders({ ...file, plans: [plan('2027-05-12')] })).toEqual(days);
  // Of the day that the plan says it is reminded already; and a first meeting has no plan.
  expect(reminders({ ...file, plans: [plan('2027-05-19')] })).toEqual([]);
  expect(reminders(file)).toEqual([]);
  // Moved: by its new day.
  const called = withChanges({ ...file, plans: [plan('2027-05-12')] }, [sent]);
  const moved: Change = { in: 'meeting', id: meeting.id, set: hour(at('2027-05-26T11:00:00Z')) };
  expect(reminders(called, moved)).toHaveLength(3);
  expect(reminders(called, { in: 'meeting', id: meeting.id, set: { placeId: 'other' } })).toEqual([]);
});
