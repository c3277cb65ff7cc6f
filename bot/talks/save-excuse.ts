import type { z } from 'zod';
import { excuse } from '../../cards/talks/excuse.ts';
import type { TextKey } from '../../cards/texts/say.ts';
import { GOES_ON, type Guardian } from '../../domain/codes.ts';
import { guardiansOf, NOBODY_EXCUSED } from '../../domain/consent.ts';
import { isAfter } from '../../domain/days.ts';
import type { Moment } from '../../domain/moment.ts';
import { homePage } from '../../domain/posting.ts';
import type { Change } from '../../domain/rows/case-file.ts';
import { verbOf } from '../../domain/talk-pages.ts';
import { talkChange, talkWith } from '../../domain/talks.ts';
import { type ExcuseGap, gapsInExcuse, keptTry } from '../../domain/unreachable.ts';
import { caseStep, invalid, type Outcome, type Say } from '../act.ts';
import { checkFaults } from './decision-faults.ts';

type Form = z.output<ReturnType<typeof excuse.form>>;

const FAULTS: Record<ExcuseGap, [field: string, text: TextKey]> = {
  HINDRANCE: ['hindrance', 'error.hindrance'],
  TRIES: ['tryHow', 'error.tries'],
  WAYS: ['tryHow', 'error.tryWays'],
  DAYS: ['triedOn', 'error.tryDays'],
  SAID_NO: ['checked', 'error.saidNo'],
  CHECKED: ['checked', 'error.excuseChecked'],
};

const excuseOf = ({ hindrance, checked }: Form) => ({ excusedHindrance: hindrance, excusedChecked: checked });

const decisionOf = (guardian: Guardian, form: Form) => ({
  excusedGuardian: guardian,
  ...excuseOf(form),
  excusedRole: form.role,
  excusedOn: form.decidedOn,
  excusedRef: form.reference,
});

/**
 * Who cannot be reached is not who must be protected, and who does not answer is not prevented. The other guardian
 * decides alone (FB 6:13); that a manager has checked it is recorded with role, day and reference.
 */
export const saveExcuse = (guardian: Guardian) =>
  caseStep({
    during: ['PREPARING'],
    inputsOn: `${verbOf(guardian)}Excuse`,
    typed: ['reference'],
    form: () => excuse.form(),
    run(context): Outcome {
      const { form, file, today, register } = context;
      if (guardiansOf(file.case, today).length < 2)
        return { code: 'onlyOne', page: 'guide', notice: { key: 'excuse.onlyOne' } };
      const gaps = gapsInExcuse(context, guardian, excuseOf(form)).reverse();
      const values = { days: register.settings.unreachableDays };
      // The first that is missing at a field speaks there.
      const lacks = Object.fromEntries(
        gaps.map((gap): [string, Say] => [FAULTS[gap][0], { key: FAULTS[gap][1], values }]),
      );
      const faults = { ...lacks, ...checkFaults(form, today) };
      if (Object.keys(faults).length > 0) return invalid(faults);
      const set = decisionOf(guardian, form);
      return { code: 'ok', changes: [{ in: 'case', id: file.case.id, set }], page: 'guide' };
    },
  });

/** What is filled in stands when the page is opened again. It counts only when all of it is there. */
function kept(context: Pick<Moment, 'file' | 'register'>, guardian: Guardian, form: Form): Change[] {
  const { hindrance, checked, role, decidedOn, reference } = form;
  if (!hindrance && !checked && !role && !decidedOn && !reference) return [];
  const isWhole = gapsInExcuse(context, guardian, excuseOf(form)).length === 0;
  const set = { ...decisionOf(guardian, form), excusedChecked: checked && isWhole };
  return [{ in: 'case', id: context.file.case.id, set }];
}

/** "Tillbaka" */
export const leaveExcuse = (guardian: Guardian) =>
  caseStep({
    ...saveExcuse(guardian),
    run: (context) => ({ code: 'ok', changes: kept(context, guardian, context.form), page: verbOf(guardian) }),
  });

/** "Lägg till försöket": a day and a way; the same one twice is one. */
export const addTry = (guardian: Guardian) =>
  caseStep({
    ...saveExcuse(guardian),
    run(context): Outcome {
      const { form, file, today, newId } = context;
      const { tryHow: how, triedOn: on } = form;
      if (!how) return invalid({ tryHow: 'error.tryHow' });
      if (!on || isAfter(on, today)) return invalid({ triedOn: on ? 'error.futureDay' : 'error.triedOn' });
      const talk = talkWith(file, guardian);
      const isCall = how === 'PHONE';
      const field = isCall ? 'notReached' : 'otherTries';
      const tries = new Set([...(talk?.[field] ?? []), isCall ? on.toString() : keptTry({ on, how })]);
      return {
        code: 'ok',
        changes: [
          talkChange(file, guardian, newId(), { [field]: [...tries].sort() }),
          ...kept(context, guardian, form),
        ],
        page: `${verbOf(guardian)}Excuse`,
      };
    },
  });

/**
 * Somebody has been reached after all, at any time: from then on their consent is needed, and nothing more is shared
 * until it is there.
 */
export const undoExcuse = (guardian: Guardian) =>
  caseStep({
    during: GOES_ON,
    waitsForSending: true,
    run: ({ file }) => ({
      code: 'ok',
      changes: file.case.excusedGuardian === guardian ? [{ in: 'case', id: file.case.id, set: NOBODY_EXCUSED }] : [],
      page: homePage(file),
      ...(file.case.status === 'PREPARING' ? {} : { notice: { key: 'excuse.undone' } }),
    }),
  });
