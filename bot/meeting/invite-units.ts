import { say, type Voice } from '../../cards/texts/say.ts';
import { consentedUnits } from '../../domain/consent.ts';
import { dayOf } from '../../domain/deadlines.ts';
import type { CaseFile, Register, Unit } from '../../domain/rows.ts';
import type { View } from '../act.ts';

/** The consented units in the register's order, each with who can be called there. */
export function inviteUnits({ register, now, language }: Pick<View, 'register' | 'now' | 'language'>, file: CaseFile) {
  const allowed = consentedUnits(file, dayOf(now));
  return register.units
    .filter((unit) => allowed.has(unit.id))
    .map((unit) => ({ id: unit.id, label: unit.name, choices: choicesOf(register, unit, file, language) }));
}

function choicesOf(register: Register, unit: Unit, file: CaseFile, language: Voice) {
  return [
    ...register.people
      .filter((person) => person.active && person.unitId === unit.id && person.id !== file.case.convenerId)
      .map((person) => ({ title: `${person.name}, ${person.role}`, value: person.id })),
    ...(unit.functionalMail ? [{ title: say(language, 'invite.functional'), value: 'FUNCTIONAL' }] : []),
    { title: say(language, 'invite.nobody'), value: 'NONE' },
  ];
}
