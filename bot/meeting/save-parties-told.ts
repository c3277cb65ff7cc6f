import type { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { partiesTold } from '../../cards/meeting/parties-told.ts';
import { currentMeeting, participantsOf } from '../../domain/current.ts';
import type { Change } from '../../domain/rows/case-file.ts';
import type { Participant } from '../../domain/rows/participant.ts';
import { otherUnits, unitsToTell } from '../../domain/told.ts';
import { caseStep, type Outcome } from '../act.ts';

type Form = z.output<ReturnType<typeof partiesTold.form>>;

/** The day stands as it was first noted, as long as the answer is the same; of whom nothing is asked, all stands. */
function noted(row: Participant, { told: by, checked }: Form, today: Temporal.PlainDate): Partial<Participant> {
  const how = row.unitId in by ? (by[row.unitId] ?? null) : row.toldHow;
  return {
    ...(how === row.toldHow ? {} : { toldHow: how, toldOn: how ? today : null }),
    ...(checked.includes(row.unitId) === (row.consentCheckedOn !== null)
      ? {}
      : { consentCheckedOn: row.consentCheckedOn ? null : today }),
  };
}

/** Each authority must itself see that the consent covers it (kunskapsguiden); here stands that they have said so. */
export const savePartiesTold = caseStep({
  during: ['INVITED', 'PLAN_ACTIVE'],
  inputsOn: 'told',
  form: (context) => partiesTold.form(unitsToTell(context), otherUnits(context.file)),
  run({ form, file, today }): Outcome {
    const others = participantsOf(file, currentMeeting(file)).filter((row) => row.unitId !== file.case.unitId);
    const changes = others.map((row): Change => ({ in: 'participant', id: row.id, set: noted(row, form, today) }));
    return {
      code: 'ok',
      changes: changes.filter((change) => 'set' in change && Object.keys(change.set).length > 0),
      page: 'case',
    };
  },
});
