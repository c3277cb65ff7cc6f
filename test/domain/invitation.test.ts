/** What stands in the calendars: true for everybody in the event, and no promise that the consent does not cover. */

import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { invitationOf } from '../../bot/meeting/invitation.ts';
import type { Scope, UnitKind } from '../../domain/codes.ts';
import { nextStep } from '../../domain/next-step.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Participant } from '../../domain/rows/participant.ts';
import type { Register } from '../../domain/rows/register.ts';
import { participantKind } from '../../domain/unit-kinds.ts';
import { SettingsSchema } from '../../prisma/settings.ts';
import { caseFile, caseRow, consentRow, meetingRow, participantRow } from '../support/case-rows.ts';
import { momentAt } from '../support/moment-at.ts';
import { NO_MORE } from '../support/register-rows.ts';

const NOW = Temporal.Instant.from('2027-03-01T09:00:00Z');
const agreement = { holdsUntil: '2027-12-31', confirmedBy: 'utvecklingschefen', confirmedOn: '2026-09-01' };
const settings = SettingsSchema.parse({ agreement });
const register: Register = {
  units: [],
  people: [
    {
      id: 'person-1',
      tenantId: 'tenant-1',
      name: 'Karin Ek',
      mail: 'k@x.example',
      role: 'skolkurator',
      unitId: 'school-1',
      mayCall: true,
      active: true,
      ...NO_MORE.person,
    },
  ],
  places: [],
  channels: [],
  settings,
};

function invited(scopes: Scope[], people: Partial<Participant>[]): CaseFile {
  const row = caseRow({ status: 'INVITED' });
  const startAt = NOW.add({ hours: 240 });
  const meeting = meetingRow(row.id, { status: 'SENT', startAt, endAt: startAt });
  return caseFile(row, {
    consents: (['GUARDIAN_1', 'GUARDIAN_2'] as const).map((givenBy) => consentRow(row.id, { givenBy, scopes })),
    meetings: [meeting],
    participants: people.map((one) => participantRow(meeting.id, one)),
  });
}

test('3.2, E: only with everybody’s consent to prepare does it promise to tell whom it concerns', () => {
  const told = invitationOf(invited(['MEETING', 'PREPARE'], [{}]), register).body;
  expect(told).toContain('Skolkurator kontaktar dig på ett säkert sätt om vem det gäller.');
  const not = invitationOf(invited(['MEETING'], [{}]), register).body;
  expect(not).toContain('Vem det gäller får du veta på mötet.');
  expect(not).not.toContain('kontaktar dig');
});

test('1.2: other agencies are invited without duty, everybody else is called; the text is true for both', () => {
  const summoned = ['BUP', 'INDEPENDENT_SCHOOL', 'SOCIAL_SERVICES'] satisfies UnitKind[];
  const onlyInvited = ['POLICE', 'SIS', 'DENTAL_CARE', 'OTHER_AGENCY'] satisfies UnitKind[];
  const comes = (kind: UnitKind) => participantKind({ kind, private: false }, false);
  expect(new Set(summoned.map(comes))).toEqual(new Set(['SUMMONED']));
  expect(new Set(onlyInvited.map(comes))).toEqual(new Set(['INVITED']));
  const called = invitationOf(invited(['MEETING'], [{}]), register).body;
  expect(called).toMatch(/^Du är kallad till ett samverkansmöte\..*Alla som är kallade ska delta\./);
  const mixed = invitationOf(invited(['MEETING'], [{}, { kind: 'INVITED' }]), register).body;
  expect(mixed).toMatch(/^Du är kallad eller inbjuden till.*Andra är inbjudna, och väljer själva om de kommer\./);
});

test('SoL 10:8, HSL 16:4: a private unit is called only where the agreement is confirmed, and else invited', () => {
  const comes = (isAgreed: boolean) => participantKind({ kind: 'PRIMARY_CARE', private: true }, isAgreed);
  expect([comes(true), comes(false)]).toEqual(['SUMMONED', 'INVITED']);
  expect(participantKind({ kind: 'POLICE', private: false }, true)).toBe('INVITED');
  const mixed = invitationOf(invited(['MEETING'], [{}, { kind: 'INVITED' }]), register).body;
  expect(mixed).toContain('Kommunens och regionens verksamheter är kallade och ska delta.');
});

test('the agreement: where nobody has confirmed that it holds, everybody is asked to come and nobody must', () => {
  for (const people of [[{}], [{}, { kind: 'INVITED' }]] satisfies Partial<Participant>[][]) {
    const { agreement: _, ...unconfirmed } = settings;
    const { body } = invitationOf(invited(['MEETING'], people), { ...register, settings: unconfirmed });
    expect(body).toContain('Vi ber er komma.');
    expect(body).not.toMatch(/ska delta/);
    const over = { ...agreement, holdsUntil: '2027-03-05' };
    expect(
      invitationOf(invited(['MEETING'], people), { ...register, settings: { ...settings, agreement: over } }).body,
    ).toBe(body);
  }
});

test('T15, E: who is called owes an answer and a stand-in, who is only invited does not', () => {
  const next = (people: Partial<Participant>[]) => nextStep(momentAt(invited(['MEETING'], people), NOW)).key;
  expect(next([{ answer: 'DECLINED' }])).toBe('next.declined');
  expect(next([{ answer: 'ACCEPTED' }, { kind: 'INVITED', answer: 'DECLINED' }])).not.toBe('next.declined');
  expect(next([{ answer: 'ACCEPTED' }, { kind: 'INVITED', answer: 'NONE' }])).not.toMatch(/Silent|noAnswers/);
});
