/** A made-up case for store tests: the rows as a step would decide them. */
import { Temporal } from 'temporal-polyfill';
import { v7 as uuid } from 'uuid';
import type { CaseRow, Change, Consent, Meeting, Participant, Talk } from '../../domain/rows.ts';

const NOW = Temporal.Instant.from('2027-03-01T09:00:00Z');
const day = (text: string) => Temporal.PlainDate.from(text);

export function caseRow(set: Partial<CaseRow> = {}): CaseRow {
  return {
    id: uuid(),
    code: `VB-${uuid().slice(-6).toUpperCase()}`,
    tenantId: 'tenant-1',
    status: 'PREPARING',
    convenerId: 'person-1',
    unitId: 'school-1',
    language: 'sv',
    ageBand: 'A12_14',
    guardianOne: 'MOTHER',
    guardianTwo: 'FATHER',
    existingSip: 'NO',
    needNoticedOn: day('2027-02-15'),
    protectedIdentity: 'NO',
    secretPlace: 'NO',
    createdAt: NOW,
    revision: 0,
    ...set,
  };
}

export function talkRow(caseId: string, set: Partial<Talk> = {}): Talk {
  return {
    id: uuid(),
    caseId,
    with: 'CHILD',
    outcome: 'DONE',
    heldOn: day('2027-02-20'),
    present: ['GUARDIAN_1'],
    informed: true,
    wants: [],
    wishes: ['SHORT'],
    words: null,
    wordsMayBeShown: true,
    participation: 'PART',
    revision: 0,
    ...set,
  };
}

export function consentRow(caseId: string, set: Partial<Consent> = {}): Consent {
  return {
    id: uuid(),
    caseId,
    givenBy: 'GUARDIAN_1',
    signedOn: day('2027-02-25'),
    validFromOn: day('2027-02-25'),
    validToOn: day('2027-08-25'),
    validMonths: 6,
    parties: ['school-1', 'social-1'],
    scopes: ['MEETING'],
    originalLocation: null,
    receivedById: 'person-1',
    recordedAt: NOW,
    revision: 0,
    ...set,
  };
}

export function meetingRow(caseId: string, set: Partial<Meeting> = {}): Meeting {
  return {
    id: uuid(),
    caseId,
    status: 'DRAFT',
    call: 1,
    startAt: null,
    endAt: null,
    placeId: null,
    placeOral: false,
    lateReason: null,
    proposals: null,
    proposalsState: null,
    organizerId: null,
    transactionId: null,
    eventId: null,
    eventState: null,
    readId: null,
    sentAt: null,
    openedAt: null,
    childAttendance: null,
    revision: 0,
    ...set,
  };
}

export function participantRow(meetingId: string, set: Partial<Participant> = {}): Participant {
  return {
    id: uuid(),
    meetingId,
    unitId: 'social-1',
    personId: null,
    mail: 'mottagning@social.example',
    kind: 'SUMMONED',
    answer: 'NONE',
    answeredAt: null,
    attendance: null,
    revision: 0,
    ...set,
  };
}

/** The change that stores a new row. */
export function added<T extends Change['in']>(table: T, row: { id: string }): Change {
  return { in: table, id: row.id, set: row } as unknown as Change;
}
