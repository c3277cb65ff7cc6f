import { invite } from '../../cards/meeting/invite.ts';
import { sayUnit } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { partlyNamed } from '../../domain/consent.ts';
import { currentMeeting, participantsOf } from '../../domain/current.ts';
import { unitOf } from '../../domain/in-register.ts';
import type { Participant } from '../../domain/rows/participant.ts';
import type { Unit } from '../../domain/rows/register.ts';
import { caseOf, definePage } from '../act.ts';
import { inviteUnits, presetsOf } from './invite-units.ts';

const choiceOf = (unit: Unit | undefined, row: Participant | undefined): string => {
  if (!row) return 'NONE';
  return row.personId ?? (row.mail === unit?.functionalMail ? 'FUNCTIONAL' : 'NONE');
};

export const invitePage = definePage(invite, (view) => {
  const file = caseOf(view);
  const { language, register } = view;
  const units = inviteUnits(view, file);
  const people = participantsOf(file, currentMeeting(file));
  const presets = presetsOf(view, file);
  const isOther = (row: Participant) => row.mailTyped;
  const other = file.case.status === 'PREPARING' ? people.find(isOther) : undefined;
  return {
    data: {
      title: say(language, 'invite.title', { code: file.case.code }),
      next: say(language, file.case.status === 'PREPARING' ? 'invite.next' : 'invite.add'),
      units,
      struck: partlyNamed(file, view.today).map((id) =>
        say(language, 'invite.struck', { unit: sayUnit(register, id) }),
      ),
      unitChoices: units.map(({ id }) => ({ title: sayUnit(register, id), value: id })),
    },
    values: {
      ...Object.fromEntries(
        units.map(({ id }, n) => {
          const unit = unitOf(register, id);
          return [
            `who_${n}`,
            presets[id] ??
              choiceOf(
                unit,
                people.find((row) => row.unitId === id && !isOther(row)),
              ),
          ];
        }),
      ),
      otherUnit: other?.unitId ?? '',
      otherMail: other?.mail ?? '',
    },
  };
});
