import { consentedUnits } from './consent.ts';
import type { Moment } from './moment.ts';
import { isCovered } from './plan.ts';
import type { Person, Unit } from './rows/register.ts';

/** Who can answer for a plan: people of the units that the consent covers. */
export function responsiblePeople({ file, register, today }: Moment): Person[] {
  const units = consentedUnits(file, today);
  return register.people.filter((person) => person.active && units.has(person.unitId));
}

/** The consent names the unit today, and on the day of the meeting. */
export const mayAnswer = ({ file, today }: Pick<Moment, 'file' | 'today'>, unitId: string): boolean =>
  consentedUnits(file, today).has(unitId) && isCovered(file, unitId);

/** Which units can answer for a measure, also those without anybody in the register. */
export const responsibleUnits = (moment: Moment): Unit[] =>
  moment.register.units.filter(({ id }) => mayAnswer(moment, id));

/** With whom a measure of the unit can be. */
export const peopleOf = ({ register }: Pick<Moment, 'register'>, unitId: string): Person[] =>
  register.people.filter((person) => person.active && person.unitId === unitId);
