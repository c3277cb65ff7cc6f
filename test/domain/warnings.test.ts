import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { Shares } from '../../domain/codes.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { newPlan } from '../../domain/rows/plan.ts';
import type { Register, Unit } from '../../domain/rows/register.ts';
import { warningsBeforeKallelse } from '../../domain/warnings.ts';
import { SettingsSchema } from '../../prisma/settings.ts';
import { caseFile, caseRow, meetingRow, participantRow, talkRow } from '../support/case-rows.ts';
import { momentAt } from '../support/moment-at.ts';
import { NO_MORE } from '../support/register-rows.ts';

const now = Temporal.Instant.from('2027-03-01T09:00:00Z');
const unit = (id: string, principal: Unit['principal'], kind: Unit['kind'] = 'SCHOOL'): Unit => ({
  id,
  name: id,
  kind,
  principal,
  convenes: true,
  functionalMail: null,
  phone: null,
  mailDomains: [],
  ...NO_MORE.unit,
});
const register: Register = {
  units: [
    unit('school-1', 'MUNICIPALITY'),
    unit('social-1', 'MUNICIPALITY', 'SOCIAL_SERVICES'),
    unit('bup-1', 'REGION', 'BUP'),
    unit('hvb-1', 'OTHER', 'HVB'),
  ],
  people: [],
  places: [],
  channels: [],
  settings: SettingsSchema.parse({}),
};

function called(unitId: string, set: Partial<CaseFile['case']> = {}, shares: Shares | null = 'YES'): CaseFile {
  const row = caseRow(set);
  const meeting = meetingRow(row.id);
  return caseFile(row, {
    meetings: [meeting],
    participants: [participantRow(meeting.id, { unitId })],
    talks: [talkRow(row.id, { with: 'CHILD', shares })],
  });
}
const warnings = (file: CaseFile) => warningsBeforeKallelse({ ...momentAt(file, now), register });

describe('T5, SoL 10:8, HSL 16:4: whether the law’s plan is needed is asked, and not read off who was invited', () => {
  test('yes, and one of them is not called: shall it be called too?', () => {
    expect(warnings(called('social-1', { needsBoth: 'YES' }))).toEqual(['warn.callTheOther']);
    expect(warnings(called('bup-1', { needsBoth: 'YES' }))).toEqual(['warn.callTheOther']);
    const social = called('bup-1', { needsBoth: 'YES', unitId: 'social-1' });
    expect(warnings(social)).toEqual([]);
    const home = called('bup-1', { needsBoth: 'YES', unitId: 'hvb-1' });
    expect(warnings(home), 'a home for care is not the social services').toEqual(['warn.callTheOther']);
  });

  test('no: they can meet all the same. Not known: it is to be found out', () => {
    expect(warnings(called('social-1', { needsBoth: 'NO' }))).toEqual(['warn.needsNotBoth']);
    expect(warnings(called('social-1', { needsBoth: 'UNKNOWN' }))).toEqual(['warn.needNotKnown']);
  });

  test('not answered, as in a case from before: nothing is said of who was invited', () => {
    expect(warnings(called('social-1'))).toEqual([]);
  });
});

test('2.3: the no of a child that does not sign, or that it was not asked from 12 on, is a thought', () => {
  expect(warnings(called('bup-1', {}, 'NO'))).toEqual(['warn.childSaysNo']);
  expect(warnings(called('bup-1', {}, 'PARTLY'))).toEqual(['warn.childSaysNo']);
  expect(warnings(called('bup-1', { ageBand: 'A15_17' }, null))).toEqual(['warn.childNotAsked']);
  expect(warnings(called('bup-1', { ageBand: 'A6_11' }, null))).toEqual([]);
  for (const says of ['NO', null] as const)
    expect(warnings(called('bup-1', { childAble: 'YES' }, says)), 'its form is the answer').toEqual([]);
});

test('2.3: a placed child: the responsible social worker is asked who consents', () => {
  expect(warnings(called('bup-1', { placement: 'VOLUNTARY' }))).toEqual(['warn.placed']);
});

test.each(['YES', 'UNKNOWN'] as const)(
  'a plan that may be there already (%s) is followed up, not doubled',
  (existingSip) => {
    expect(warnings(called('bup-1', { existingSip }))).toEqual(['warn.existingSip']);
  },
);

test('T2, T23, scenario 6: a follow-up goes on when the young person may have turned 21', () => {
  const followed = (set: Partial<CaseFile['case']>) => {
    const file = called('bup-1', set, 'YES');
    return warnings({
      ...file,
      plans: [newPlan({ id: 'p', caseId: file.case.id, meetingId: 'm', version: 1, lockedAt: now })],
    });
  };
  const turns18On = (text: string) => ({ ageBand: 'A15_17' as const, turns18On: Temporal.PlainDate.from(text) });
  expect(followed({})).toEqual([]);
  expect(followed({ ageBand: 'A18_20' })).toEqual(['warn.over20']);
  expect(followed(turns18On('2024-03-01'))).toEqual(['warn.over20']);
  expect(followed(turns18On('2024-04-01'))).toEqual([]);
});
