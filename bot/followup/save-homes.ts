import type { Temporal } from 'temporal-polyfill';
import { homeInputs, homes } from '../../cards/followup/homes.ts';
import type { TextKey } from '../../cards/texts/say.ts';
import { GOES_ON, type HandedOnPaper, TALK_PARTNERS, type VoiceKeeper } from '../../domain/codes.ts';
import { lockedPlan } from '../../domain/current.ts';
import { copyAtHome, type Home, handHome, homesOf, wasAbsent } from '../../domain/plan-at-home.ts';
import { homePage } from '../../domain/posting.ts';
import type { Change } from '../../domain/rows/case-file.ts';
import type { Plan } from '../../domain/rows/plan.ts';
import { faultSinceLock } from '../../domain/since-lock.ts';
import { caseStep, invalid, type Outcome, old } from '../act.ts';

type Form = Record<string, HandedOnPaper | VoiceKeeper | Temporal.PlainDate | null>;

/**
 * Each home by itself: how it was handed its plan and when. "Tillbaka" keeps what is whole and asks about nothing.
 * @param isAsked what is half filled in is asked for
 */
export const saveHomes = (isAsked: boolean) =>
  caseStep({
    during: GOES_ON,
    inputsOn: 'homes',
    form: () => homes.form(TALK_PARTNERS),
    run(context): Outcome {
      const { file } = context;
      const plan = lockedPlan(file);
      const sent = context.form as Form;
      const all = homesOf(context);
      if (!plan || isOfOthers(sent, all)) return old(file);
      const errors: Record<string, TextKey> = {};
      const changes = all.flatMap((home): Change[] => {
        const inputs = homeInputs(home);
        const how = sent[inputs.how] as HandedOnPaper | null;
        const givenOn = sent[inputs.givenOn] as Temporal.PlainDate | null;
        const tellerRole = wasAbsent(file, plan, home) ? (sent[inputs.tellerRole] as VoiceKeeper | null) : null;
        const fault = faultIn(plan, { how, givenOn, today: context.today });
        if (fault) errors[inputs[fault.at]] = fault.key;
        if (fault || (!how && !tellerRole && !copyAtHome(file, plan, home))) return [];
        const givenById = givenOn ? (context.person?.id ?? null) : null;
        return handHome(file, plan, home, context.newId(), { how: how ?? 'PAPER', givenOn, givenById, tellerRole });
      });
      if (isAsked && Object.keys(errors).length > 0) return { ...invalid(errors), keepTyped: true };
      return { code: 'ok', changes, page: homePage(file), ...(isAsked ? { notice: { key: 'homes.saved' } } : {}) };
    },
  });

/** The page is from before a birthday, or before the case was on paper only: what it says of a home is kept nowhere. */
const isOfOthers = (sent: Form, homes: readonly Home[]): boolean =>
  TALK_PARTNERS.some((home) => !homes.includes(home) && Object.values(homeInputs(home)).some((input) => sent[input]));

type Given = { how: HandedOnPaper | null; givenOn: Temporal.PlainDate | null; today: Temporal.PlainDate };

function faultIn(plan: Plan, { how, givenOn, today }: Given): { at: 'how' | 'givenOn'; key: TextKey } | null {
  if (givenOn && !how) return { at: 'how', key: 'error.homeHow' };
  if (how && !givenOn) return { at: 'givenOn', key: 'error.homeGivenOn' };
  const key = givenOn && faultSinceLock(plan, givenOn, today);
  return key ? { at: 'givenOn', key } : null;
}
