/** A made-up case for store tests: the rows as a step would decide them. */
import { Temporal } from 'temporal-polyfill';
import { v7 as uuid } from 'uuid';
import type { CaseRow } from '../../domain/rows/case.ts';
import { newCaseRow } from '../../domain/rows/case.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import type { Consent, Withdrawal } from '../../domain/rows/consent.ts';
import { newConsent } from '../../domain/rows/consent.ts';
import type { Meeting } from '../../domain/rows/meeting.ts';
import { newMeeting } from '../../domain/rows/meeting.ts';
import type { Participant } from '../../domain/rows/participant.ts';
import { newParticipant } from '../../domain/rows/participant.ts';
import type { Talk } from '../../domain/rows/talk.ts';
import { newTalk } from '../../domain/rows/talk.ts';

const NOW = Temporal.Instant.from('2027-03-01T09:00:00Z');
const day = (text: string) => Temporal.PlainDate.from(text);

export const caseRow = (set: Partial<CaseRow> = {}): CaseRow =>
  newCaseRow({
    id: uuid(),
    code: `VB-${uuid().slice(-6).toUpperCase()}`,
    tenantId: 'tenant-1',
    convenerId: 'person-1',
    unitId: 'school-1',
    language: 'sv',
    ageBand: 'A12_14',
    childAble: 'NO',
    childAbleSecond: 'NURSE',
    childAbleAt: NOW,
    childAbleBand: set.ageBand ?? 'A12_14',
    guardianOne: 'MOTHER',
    guardianTwo: 'FATHER',
    existingSip: 'NO',
    needNoticedOn: day('2027-02-15'),
    safety: 'OPEN',
    placement: 'NO',
    decides: 'SELF',
    createdAt: NOW,
    ...set,
  });

export const talkRow = (caseId: string, set: Partial<Talk> = {}): Talk =>
  newTalk({
    id: uuid(),
    caseId,
    with: 'CHILD',
    outcome: 'DONE',
    heldOn: day('2027-02-20'),
    present: ['GUARDIAN_1'],
    informed: true,
    shares: set.with === undefined || set.with === 'CHILD' ? 'YES' : null,
    wishes: ['SHORT'],
    wordsMayBeShown: true,
    participation: 'PART',
    ...set,
  });

export const consentRow = (caseId: string, set: Partial<Consent> = {}): Consent =>
  newConsent({
    id: uuid(),
    caseId,
    givenBy: 'GUARDIAN_1',
    signedOn: day('2027-02-25'),
    validFromOn: day('2027-02-25'),
    validToOn: day('2027-08-25'),
    validMonths: 6,
    parties: ['school-1', 'social-1'],
    topics: ['SCHOOL'],
    scopes: ['MEETING'],
    method: 'PAPER',
    receivedById: 'person-1',
    recordedAt: NOW,
    ...set,
  });

export const meetingRow = (caseId: string, set: Partial<Meeting> = {}): Meeting =>
  newMeeting({ id: uuid(), caseId, ...set });

export const participantRow = (meetingId: string, set: Partial<Participant> = {}): Participant =>
  newParticipant({ id: uuid(), meetingId, unitId: 'social-1', mail: 'mottagning@social.example', ...set });

/** A case file with nothing in it but its row. */
export const caseFile = (row: CaseRow, set: Partial<CaseFile> = {}): CaseFile => ({
  case: row,
  talks: [],
  consents: [],
  withdrawals: [],
  meetings: [],
  participants: [],
  attendees: [],
  meetingMoves: [],
  plans: [],
  needs: [],
  goals: [],
  measures: [],
  openPoints: [],
  measureEvents: [],
  planRecipients: [],
  members: [],
  printLinks: [],
  deviations: [],
  postings: [],
  ...set,
});

export const withdrawalRow = (caseId: string, set: Partial<Withdrawal> = {}): Withdrawal => ({
  id: uuid(),
  caseId,
  givenBy: 'GUARDIAN_1',
  scope: 'ALL',
  unitId: null,
  topic: null,
  ofScope: null,
  withdrawnOn: day('2027-03-01'),
  receivedById: null,
  recordedAt: NOW,
  ...set,
});

/** The change that stores a new row. */
export function added<T extends Change['in']>(table: T, row: { id: string }): Change {
  return { in: table, id: row.id, set: row } as unknown as Change;
}
