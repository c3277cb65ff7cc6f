import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { isAddressOf, peopleToCall, unitsToCall } from '../../domain/calling.ts';
import type { Moment } from '../../domain/moment.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Person, Unit } from '../../domain/rows/register.ts';
import { caseFile, caseRow, consentRow, meetingRow, participantRow } from '../support/case-rows.ts';
import { momentAt } from '../support/moment-at.ts';

const unit = (id: string, mailDomains: string[] = []): Unit => ({
  id,
  name: id,
  kind: 'SCHOOL',
  principal: 'MUNICIPALITY',
  convenes: true,
  functionalMail: null,
  phone: null,
  mailDomains,
  aliases: [],
});
const person = (id: string, unitId: string, active = true): Person => ({
  id,
  tenantId: 'tenant-1',
  name: id,
  mail: `${id}@x.example`,
  role: 'kurator',
  unitId,
  mayCall: true,
  active,
  aliases: [],
});

function momentOf(set: Partial<CaseFile['case']> = {}): Moment {
  const row = caseRow(set);
  const meeting = meetingRow(row.id);
  const file = caseFile(row, {
    consents: [consentRow(row.id), consentRow(row.id, { givenBy: 'GUARDIAN_2' })],
    meetings: [meeting],
    participants: [participantRow(meeting.id, { unitId: 'social-1' })],
  });
  const moment = momentAt(file, Temporal.PlainDate.from('2027-03-01'));
  const units = [unit('school-1'), unit('social-1', ['Social.example']), unit('bup-1')];
  const people = [person('person-1', 'school-1'), person('person-2', 'school-1'), person('left', 'school-1', false)];
  return { ...moment, register: { ...moment.register, units, people } };
}
const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);

test('units that everybody has named can be called, and later only those that are not called yet', () => {
  expect(ids(unitsToCall(momentOf()))).toEqual(['school-1', 'social-1']);
  expect(ids(unitsToCall(momentOf({ status: 'INVITED' })))).toEqual(['school-1']);
  const { file, ...rest } = momentOf();
  expect(unitsToCall({ ...rest, file: { ...file, consents: [] } })).toEqual([]);
});

test('whoever works there now, but not the one who holds the case', () => {
  expect(ids(peopleToCall(momentOf(), 'school-1'))).toEqual(['person-2']);
});

test('an address outside the register belongs to a domain of its own unit', () => {
  const { register } = momentOf();
  expect(isAddressOf(register, 'social-1', 'anna@social.example')).toBe(true);
  expect(isAddressOf(register, 'social-1', 'anna@social.example.org')).toBe(false);
  expect(isAddressOf(register, 'bup-1', 'anna@social.example')).toBe(false);
});
