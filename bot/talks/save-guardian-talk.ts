import type { z } from 'zod';
import { guardianTalk } from '../../cards/talks/guardian-talk.ts';
import { worksIn } from '../../domain/access.ts';
import type { Guardian } from '../../domain/codes.ts';
import { isAfter } from '../../domain/days.ts';
import type { PageName } from '../../domain/names.ts';
import { talkChange, talkWith } from '../../domain/talks.ts';
import { type CaseStep, invalid, type Outcome } from '../act.ts';
import { verbOf } from './guardians.ts';

type Form = z.output<ReturnType<typeof guardianTalk.form>>;

const stepOf = (guardian: Guardian) =>
  ({
    case: true,
    during: ['PREPARING'],
    inputsOn: verbOf(guardian),
    mayPress: worksIn,
    form: ({ register }) => guardianTalk.form(register.units.map((unit) => unit.id)),
  }) satisfies Omit<CaseStep<Form>, 'run'>;

/**
 * Keeps a guardian's talk as far as it is filled in. It counts as held with its day and the information sheet gone
 * through.
 */
export const saveGuardianTalk = (guardian: Guardian, page: PageName = 'guide'): CaseStep<Form> => ({
  ...stepOf(guardian),
  run({ form, file, today, newId }): Outcome {
    if (form.heldOn && isAfter(form.heldOn, today)) return invalid({ heldOn: 'error.futureDay' });
    return { code: 'ok', changes: [talkChange(file, guardian, newId(), form)], page };
  },
});

/** "Ringt, inte nått": one press, and today is remembered. */
export const rangInVain = (guardian: Guardian): CaseStep<Form> => ({
  ...stepOf(guardian),
  run({ form, file, today, newId }): Outcome {
    const days = new Set([...(talkWith(file, guardian)?.notReached ?? []), today.toString()]);
    return {
      code: 'ok',
      changes: [talkChange(file, guardian, newId(), { ...form, notReached: [...days] })],
      page: 'guide',
    };
  },
});
