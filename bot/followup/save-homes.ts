import type { Temporal } from 'temporal-polyfill';
import { homeInputs, homes } from '../../cards/followup/homes.ts';
import type { TextKey } from '../../cards/texts/say.ts';
import { GOES_ON, type HandedOnPaper, type VoiceKeeper } from '../../domain/codes.ts';
import { lockedPlan } from '../../domain/current.ts';
import { dayOf, isAfter, isBefore } from '../../domain/days.ts';
import { copyAtHome, handHome, homesOf, wasAbsent } from '../../domain/plan-at-home.ts';
import { homePage } from '../../domain/posting.ts';
import type { Change } from '../../domain/rows/case-file.ts';
import { type CaseContext, caseStep, invalid, type Outcome } from '../act.ts';

type Form = Record<string, HandedOnPaper | VoiceKeeper | Temporal.PlainDate | null>;

/**
 * Each home by itself: how it was handed its plan and when. "Tillbaka" keeps what is whole and asks about nothing.
 * @param isAsked what is half filled in is asked for
 */
export const saveHomes = (isAsked: boolean) =>
  caseStep({
    during: GOES_ON,
    inputsOn: 'homes',
    form: (context) => homes.form(homesOf(context)),
    run(context): Outcome {
      const { file } = context;
      const plan = lockedPlan(file);
      if (!plan) return { code: 'old', page: homePage(file) };
      const sent = context.form as Form;
      const errors: Record<string, TextKey> = {};
      const changes = homesOf(context).flatMap((home): Change[] => {
        const inputs = homeInputs(home);
        const how = sent[inputs.how] as HandedOnPaper | null;
        const givenOn = sent[inputs.givenOn] as Temporal.PlainDate | null;
        const tellerRole = wasAbsent(file, plan, home) ? (sent[inputs.tellerRole] as VoiceKeeper | null) : null;
        const fault = faultIn(context, { how, givenOn, lockedOn: plan.lockedAt ? dayOf(plan.lockedAt) : null });
        if (fault) errors[inputs[fault.at]] = fault.key;
        if (fault || (!how && !tellerRole && !copyAtHome(file, plan, home))) return [];
        const givenById = givenOn ? (context.person?.id ?? null) : null;
        return handHome(file, plan, home, context.newId(), { how: how ?? 'PAPER', givenOn, givenById, tellerRole });
      });
      if (isAsked && Object.keys(errors).length > 0) return { ...invalid(errors), keepTyped: true };
      return { code: 'ok', changes, page: homePage(file), ...(isAsked ? { notice: { key: 'homes.saved' } } : {}) };
    },
  });

type Given = { how: HandedOnPaper | null; givenOn: Temporal.PlainDate | null; lockedOn: Temporal.PlainDate | null };

function faultIn(
  { today }: CaseContext,
  { how, givenOn, lockedOn }: Given,
): { at: 'how' | 'givenOn'; key: TextKey } | null {
  if (givenOn && !how) return { at: 'how', key: 'error.homeHow' };
  if (how && !givenOn) return { at: 'givenOn', key: 'error.homeGivenOn' };
  if (givenOn && isAfter(givenOn, today)) return { at: 'givenOn', key: 'error.futureDay' };
  if (givenOn && lockedOn && isBefore(givenOn, lockedOn)) return { at: 'givenOn', key: 'error.beforeLock' };
  return null;
}
