import { consentedUnits } from './consent.ts';
import type { Moment } from './moment.ts';
import type { Person, Unit } from './rows/register.ts';

/** Which units can answer for something in the plan: those that the consent covers, with or without people here. */
export function responsibleUnits({ file, register, today }: Moment): Unit[] {
  const units = consentedUnits(file, today);
  return register.units.filter(({ id }) => units.has(id));
}

/** Who can answer for a measure: people of the units that the consent covers. */
export function responsiblePeople({ file, register, today }: Moment): Person[] {
  const units = consentedUnits(file, today);
  return register.people.filter((person) => person.active && units.has(person.unitId));
}
