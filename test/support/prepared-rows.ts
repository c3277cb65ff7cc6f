/**
 * The rows of a case that is prepared and called, as the road through the cards leaves them: `flows/prepared.test.ts`
 * presses that road and compares.
 */
import { randomInt } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { v7 as newId } from 'uuid';
import { makeCaseCode } from '../../domain/case-code.ts';
import { withChanges } from '../../domain/changes.ts';
import type { Attendance, Signer } from '../../domain/codes.ts';
import { requiredSigners } from '../../domain/consent.ts';
import { currentMeeting, participantsOf } from '../../domain/current.ts';
import { instantOf } from '../../domain/days.ts';
import { clocksOf } from '../../domain/deadlines.ts';
import { calling } from '../../domain/in-calendar.ts';
import type { Moment } from '../../domain/moment.ts';
import { newPosting } from '../../domain/posting.ts';
import { type CaseRow, newCaseRow } from '../../domain/rows/case.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import { type Consent, newConsent } from '../../domain/rows/consent.ts';
import { type Meeting, newMeeting } from '../../domain/rows/meeting.ts';
import { newParticipant } from '../../domain/rows/participant.ts';
import type { Plan } from '../../domain/rows/plan.ts';
import type { Posting } from '../../domain/rows/posting.ts';
import { newTalk, type Talk } from '../../domain/rows/talk.ts';
import { transactionOf } from '../../domain/transactions.ts';
import { added, caseFile } from './case-rows.ts';
import { KARIN, LENA, SAMIRA } from './sandbox.ts';
import { WORDS } from './trip.ts';

/** What is other than in the case that most stories are about: a child of 6–11, two guardians, two units called. */
export type Known = {
  /** 18–20: no guardian anywhere. */
  youth?: true;
  oneGuardian?: true;
  onPaperOnly?: true;
  case?: Partial<CaseRow>;
  guardian?: Partial<Talk>;
  child?: Partial<Talk>;
  /** In everybody's form, and in one. */
  consent?: Partial<Consent>;
  consentOf?: Partial<Record<Signer, Partial<Consent>>>;
  /** Without an id: the unit's mailbox. */
  called?: readonly { id: string | null; unitId: string; mail: string }[];
  meeting?: Partial<Meeting>;
  /** Of those who are called, in their order. */
  attendance?: readonly Attendance[];
  /** Of what is locked, by the day of its follow-up. */
  plan?: (followUpOn: Temporal.PlainDate) => Partial<Plan>;
};

/** When it happens. */
export type When = Omit<Moment, 'file'>;

const UNITS = ['bup-dalsland', 'elevhalsan', 'individ-och-familj'];

/** Part of a row that is there. */
export const set = (table: Change['in'], id: string, row: object): Change => added(table, { ...row, id });

/** The start page is saved. */
export function startedRows({ now, today }: When, known: Known, chat: Pick<Posting, 'conversationId' | 'serviceUrl'>) {
  const { id: convenerId, tenantId, unitId } = KARIN;
  const guardians = known.youth
    ? ({ decides: 'SELF' } as const)
    : ({ guardianOne: 'MOTHER', guardianTwo: known.oneGuardian ? 'NONE' : 'FATHER' } as const);
  const row = newCaseRow({
    id: newId(),
    code: makeCaseCode(randomInt),
    tenantId,
    convenerId,
    unitId,
    language: 'sv',
    createdAt: now,
    ageBand: known.youth ? 'A18_20' : 'A6_11',
    existingSip: 'NO',
    placement: 'NO',
    needNoticedOn: today.subtract({ days: 1 }),
    ...guardians,
    ...known.case,
  });
  const at = { caseId: row.id, personId: convenerId, tenantId, language: 'sv', createdAt: now, ...chat } as const;
  return withChanges(caseFile(row), [newPosting(newId(), { kind: 'CASE', page: 'guide', ...at })]);
}

/** From 12: most stories are about a child that does not sign. */
function judged({ ageBand }: CaseRow, now: Temporal.Instant): Partial<CaseRow> {
  if (ageBand !== 'A12_14' && ageBand !== 'A15_17') return {};
  return {
    childAble: 'NO',
    childAbleRole: 'kurator',
    childAbleSecond: 'NURSE',
    childAbleAt: now,
    childAbleBand: ageBand,
  };
}

/** The talks are held, and protection is asked about. */
export function heardRows(file: CaseFile, { now, today }: When, known: Known): CaseFile {
  const caseId = file.case.id;
  const yesterday = today.subtract({ days: 1 });
  const signers = requiredSigners(file.case, today);
  const guardians = signers.filter((signer) => signer === 'GUARDIAN_1' || signer === 'GUARDIAN_2');
  const heard = { caseId, heldOn: yesterday, informed: true };
  const guardian = newTalk({
    id: newId(),
    with: 'GUARDIAN_1',
    present: guardians,
    wants: UNITS,
    wishes: ['AFTERNOON'],
    ...heard,
    ...known.guardian,
  });
  const child = newTalk({
    id: newId(),
    with: 'CHILD',
    outcome: 'DONE',
    participation: 'WHOLE',
    words: WORDS.childWords,
    wordsMayBeShown: true,
    ...heard,
    ...known.child,
  });
  return withChanges(file, [
    ...(guardians.length > 0 ? [added('talk', guardian)] : []),
    added('talk', child),
    set('case', caseId, {
      safety: known.onPaperOnly ? 'RESTRICTED' : 'OPEN',
      ...judged(file.case, now),
      ...known.case,
    }),
  ]);
}

/** Everybody who must has signed. */
export function signedRows(file: CaseFile, { now, today }: When, { consent, consentOf }: Known): CaseFile {
  const yesterday = today.subtract({ days: 1 });
  const validMonths = consent?.validMonths ?? 6;
  const form = {
    caseId: file.case.id,
    signedOn: yesterday,
    validFromOn: yesterday,
    validMonths,
    validToOn: yesterday.add({ months: validMonths }),
    parties: UNITS,
    topics: ['SCHOOL', 'MENTAL_HEALTH', 'SOCIAL'],
    scopes: ['PREPARE', 'MEETING', 'PLAN_COPY', 'BETWEEN_MEETINGS'],
    method: 'PAPER',
    originalLocation: WORDS.original,
    receivedById: KARIN.id,
    recordedAt: now,
    ...consent,
  } satisfies Partial<Consent>;
  const signed = requiredSigners(file.case, today).map((givenBy) =>
    newConsent({ id: newId(), givenBy, ...form, ...consentOf?.[givenBy] }),
  );
  return withChanges(file, [
    ...signed.map((row) => added('consent', row)),
    set('posting', cardOf(file).id, { notice: { key: 'consent.doneGoOn' } }),
  ]);
}

/** Who is called is chosen. */
export function chosenRows(file: CaseFile, { called = [LENA, SAMIRA] }: Known): CaseFile {
  const { id: caseId, safety } = file.case;
  const meeting = newMeeting({ id: newId(), caseId, placeOral: safety === 'PLACE_ORALLY' });
  const people = called.map(({ id: personId, unitId, mail }) =>
    newParticipant({ id: newId(), meetingId: meeting.id, unitId, personId, mail }),
  );
  return withChanges(file, [
    added('meeting', meeting),
    ...people.map((row) => added('participant', row)),
    set('posting', cardOf(file).id, { notice: null }),
  ]);
}

/** A time, a place and the family's yes to them. */
export function timedRows(file: CaseFile, day: Temporal.PlainDate, known: Known): CaseFile {
  const startAt = instantOf(day, Temporal.PlainTime.from('13:00'));
  const time = { startAt, endAt: startAt.add({ hours: 1 }), placeId: 'stadshuset-dalbo', familyAgreed: true };
  return withChanges(file, [set('meeting', meetingOf(file).id, { ...time, ...known.meeting })]);
}

/** The kallelse is on its way; what is booked is made from this. */
export function sendingRows(file: CaseFile, when: When): CaseFile {
  const meeting = meetingOf(file);
  const { NEED_NOTICED: needOn, CONSENT_COMPLETE: consentOn } = clocksOf({ ...when, file });
  const called = participantsOf(file, meeting).map(({ mail }) => mail);
  const by = {
    organizerId: file.case.convenerId,
    transactionId: transactionOf(meeting),
    inCalendar: calling(meeting, called),
  };
  return withChanges(file, [
    set('case', file.case.id, { status: 'INVITED' }),
    set('meeting', meeting.id, { status: 'SENDING', needOn, consentOn, ...by }),
  ]);
}

export function sentRows(file: CaseFile, { now }: When, booked: Pick<Meeting, 'eventId'> & Partial<Meeting>): CaseFile {
  const meeting = meetingOf(file);
  const people = participantsOf(file, meeting);
  const values = { n: people.length, m: new Set(people.map(({ unitId }) => unitId)).size };
  return withChanges(file, [
    set('meeting', meeting.id, { status: 'SENT', ...booked, eventState: 'LIVE', sentAt: now }),
    set('posting', cardOf(file).id, { page: 'case', notice: { key: 'inv.sent', values } }),
  ]);
}

export function meetingOf(file: CaseFile): Meeting {
  const meeting = currentMeeting(file);
  if (!meeting) throw new Error('this state has no meeting yet');
  return meeting;
}

export function cardOf({ postings }: CaseFile): Posting {
  const card = postings.find(({ kind }) => kind === 'CASE');
  if (!card) throw new Error('a case has a card');
  return card;
}
