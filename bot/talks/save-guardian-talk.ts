import { Temporal } from 'temporal-polyfill';
import { guardianTalk } from '../../cards/guardian-talk.ts';
import { worksIn } from '../../domain/access.ts';
import { type CaseStep, invalid, type Outcome } from '../act.ts';
import { talkChange } from './talk-change.ts';

type Form = { heldOn: Temporal.PlainDate | null; present: string[]; informed: boolean; wants: string[]; wishes: string[] };

/** Keeps a guardian's talk as far as it is filled in. It counts as held with its day and the information sheet gone through. */
export const saveGuardianTalk = (guardian: 'GUARDIAN_1' | 'GUARDIAN_2'): CaseStep<Form> => ({
  case: true,
  during: ['PREPARING'],
  at: guardian === 'GUARDIAN_1' ? 'guardian1' : 'guardian2',
  who: worksIn,
  form: ({ register }) => guardianTalk.form(register.units.map((unit) => unit.id)),
  run({ form, file, today, newId }): Outcome {
    if (form.heldOn && Temporal.PlainDate.compare(form.heldOn, today) > 0) return invalid({ heldOn: 'error.futureDay' });
    return { code: 'ok', changes: [talkChange(file, guardian, newId(), form)], page: 'guide' };
  },
});
