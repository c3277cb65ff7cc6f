import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { CaseRow } from '../../domain/rows/case.ts';
import type { Unit } from '../../domain/rows/register.ts';
import { staffHints } from '../../domain/staff-hints.ts';
import { caseFile, caseRow, meetingRow, participantRow } from '../support/case-rows.ts';
import { momentAt } from '../support/moment-at.ts';
import { NO_MORE } from '../support/register-rows.ts';

const today = Temporal.PlainDate.from('2027-03-01');
const unit = (id: string, kind: Unit['kind'], isPrivate = false): Unit => ({
  id,
  name: id,
  kind,
  principal: 'MUNICIPALITY',
  convenes: true,
  functionalMail: null,
  phone: null,
  mailDomains: [],
  ...NO_MORE.unit,
  private: isPrivate,
});
const units = [
  unit('school-1', 'SCHOOL'),
  unit('social-1', 'SOCIAL_SERVICES'),
  unit('bup-1', 'BUP'),
  unit('private-1', 'PRIMARY_CARE', true),
  unit('independent-1', 'INDEPENDENT_SCHOOL', true),
];

function hints(unitId: string, called: string[] = [], set: Partial<CaseRow> = {}) {
  const row = caseRow({ unitId, ageBand: 'A6_11', ...set });
  const meeting = meetingRow(row.id);
  const participants = called.map((one) => participantRow(meeting.id, { unitId: one }));
  const moment = momentAt(caseFile(row, { meetings: [meeting], participants }), today);
  return staffHints({ ...moment, register: { ...moment.register, units } });
}

test('OSL 25:12, 26:9: between health care and social services; the school has rules of its own', () => {
  expect(hints('social-1', ['bup-1'])).toEqual(['hint.careAndSocial']);
  expect(hints('school-1', ['bup-1'])).toEqual(['hint.careAndSocial', 'hint.school']);
});

test('PSL 6:12, skollagen 29:14: never to a private unit, and never about one', () => {
  expect(hints('private-1')).toEqual([]);
  expect(hints('independent-1')).toEqual([]);
  expect(hints('social-1', ['private-1'])).toEqual([]);
});

test('OSL 25:12, 26:9 are about somebody under 18', () => {
  expect(hints('social-1', ['bup-1'], { ageBand: 'A18_20', guardianOne: null, guardianTwo: null })).toEqual([]);
});

test('SoL 21:1: from 12 at any guardian’s no: a sole one’s too, and with a private unit', () => {
  expect(hints('social-1', [], { ageBand: 'A12_14' })).toContain('hint.from12');
  expect(hints('social-1', [], { ageBand: 'A15_17' })).toContain('hint.from12');
  expect(hints('social-1', [], { ageBand: 'A6_11' })).not.toContain('hint.from12');
  expect(hints('social-1', [], { ageBand: 'A12_14', guardianTwo: 'NONE' })).toContain('hint.from12');
  expect(hints('private-1', [], { ageBand: 'A12_14' })).toEqual(['hint.from12']);
  expect(hints('social-1', [], { ageBand: 'A18_20', guardianOne: null, guardianTwo: null })).toEqual([]);
});
