/** Who works in a case beside its convener. */
import type { Member } from './rows/case.ts';
import type { CaseFile } from './rows/case-file.ts';
import type { Person, Register } from './rows/register.ts';

export const teamOf = (file: Pick<CaseFile, 'members'>): Member[] =>
  file.members.filter(({ role, removedAt }) => role === 'TEAM' && removedAt === null);

/** Colleagues of the same unit, the convener left out: need to know ends at the unit (inre sekretess). */
export const colleaguesOf = (file: Pick<CaseFile, 'case'>, register: Pick<Register, 'people'>): Person[] =>
  register.people.filter((one) => one.active && one.unitId === file.case.unitId && one.id !== file.case.convenerId);
