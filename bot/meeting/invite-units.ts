import { say, type Voice } from '../../cards/texts/say.ts';
import { commonConsent } from '../../domain/consent.ts';
import { currentMeeting, participantsOf } from '../../domain/current.ts';
import { dayOf } from '../../domain/days.ts';
import { daysToCover } from '../../domain/deadlines.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Register, Unit } from '../../domain/rows/register.ts';
import type { View } from '../act.ts';

/** The units that can be called, in the register's order, each with who can be called there. */
export function inviteUnits({ register, now, language }: Pick<View, 'register' | 'now' | 'language'>, file: CaseFile) {
  const allowed = commonConsent(file, daysToCover(currentMeeting(file)?.startAt, dayOf(now)))?.units;
  // Once the kallelse is out only somebody new is added; who is called stays.
  const called = new Set(
    file.case.status === 'PREPARING' ? [] : participantsOf(file, currentMeeting(file)).map(({ unitId }) => unitId),
  );
  return register.units
    .filter((unit) => allowed?.has(unit.id) && !called.has(unit.id))
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
