import { consentedUnits } from './consent.ts';
import type { Moment } from './moment.ts';
import type { Person } from './rows/register.ts';

/** Who can answer for a measure: people of the units that the consent covers. */
export function responsiblePeople({ file, register, today }: Moment): Person[] {
  const units = consentedUnits(file, today);
  return register.people.filter((person) => person.active && units.has(person.unitId));
}
