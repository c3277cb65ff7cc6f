import type { Temporal } from 'temporal-polyfill';
import { consentedUnits } from './consent.ts';
import type { CaseFile } from './rows/case-file.ts';
import type { Person, Register } from './rows/register.ts';

/** Who can answer for a measure: people of the units that the consent covers. */
export function responsiblePeople(file: CaseFile, register: Register, today: Temporal.PlainDate): Person[] {
  const units = consentedUnits(file, today);
  return register.people.filter((person) => person.active && units.has(person.unitId));
}
