import { say, type Voice } from '../../cards/texts/say.ts';
import { peopleToCall, unitsToCall } from '../../domain/calling.ts';
import { currentMeeting, participantsOf } from '../../domain/current.ts';
import type { Moment } from '../../domain/moment.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Unit } from '../../domain/rows/register.ts';
import type { View } from '../act.ts';

/** The units that can be called, in the register's order, each with who can be called there. */
export function inviteUnits(view: Pick<View, 'register' | 'now' | 'today' | 'language'>, file: CaseFile) {
  const moment = { ...view, file };
  return unitsToCall(moment).map((unit) => ({
    id: unit.id,
    label: unit.name,
    choices: choicesOf(moment, unit, view.language),
  }));
}

function choicesOf(moment: Moment, unit: Unit, language: Voice) {
  const { file } = moment;
  return [
    ...peopleToCall(moment, unit.id).map(({ name, role, id }) => ({ title: `${name}, ${role}`, value: id })),
    ...(unit.functionalMail ? [{ title: say(language, 'invite.functional'), value: 'FUNCTIONAL' }] : []),
    // Whoever calls comes from the own unit.
    { title: say(language, unit.id === file.case.unitId ? 'invite.nobodyMore' : 'invite.nobody'), value: 'NONE' },
  ];
}

/**
 * While nobody is chosen each other unit stands with its mailbox, where it has one: they are named in everybody's
 * consent, and who of theirs comes they often say themselves.
 */
export function presetsOf(
  view: Pick<View, 'register' | 'now' | 'today'>,
  file: CaseFile,
): Record<string, 'FUNCTIONAL'> {
  if (file.case.status !== 'PREPARING' || participantsOf(file, currentMeeting(file)).length > 0) return {};
  const units = unitsToCall({ ...view, file }).filter(
    ({ id, functionalMail }) => functionalMail && id !== file.case.unitId,
  );
  return Object.fromEntries(units.map(({ id }) => [id, 'FUNCTIONAL']));
}
