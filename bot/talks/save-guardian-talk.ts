import { guardianTalk } from '../../cards/talks/guardian-talk.ts';
import type { Guardian } from '../../domain/codes.ts';
import { isAfter } from '../../domain/days.ts';
import type { PageName } from '../../domain/names.ts';
import { verbOf } from '../../domain/talk-pages.ts';
import { talkChange, talkWith } from '../../domain/talks.ts';
import { caseStep, invalid, type Outcome } from '../act.ts';

/**
 * Keeps a guardian's talk as far as it is filled in. It counts as held with its day and the information sheet gone
 * through.
 */
export const saveGuardianTalk = (guardian: Guardian, page: PageName = 'guide') =>
  caseStep({
    during: ['PREPARING'],
    inputsOn: verbOf(guardian),
    form: ({ register }) => guardianTalk.form(register.units.map((unit) => unit.id)),
    run({ form, file, today, newId }): Outcome {
      if (form.heldOn && isAfter(form.heldOn, today)) return invalid({ heldOn: 'error.futureDay' });
      return { code: 'ok', changes: [talkChange(file, guardian, newId(), form)], page };
    },
  });

/** "Ringt, inte nått": one press, and today is remembered. */
export const rangInVain = (guardian: Guardian) =>
  caseStep({
    ...saveGuardianTalk(guardian),
    run({ form, file, today, newId }): Outcome {
      const days = new Set([...(talkWith(file, guardian)?.notReached ?? []), today.toString()]);
      return {
        code: 'ok',
        changes: [talkChange(file, guardian, newId(), { ...form, notReached: [...days] })],
        page: 'guide',
      };
    },
  });
