import { sayDayOfYear, sayMonth } from '../../cards/texts/dates.ts';
import { sayUnit } from '../../cards/texts/labels.ts';
import { languageOf, type Voice } from '../../cards/texts/say.ts';
import type { ChildPage } from '../../documents/child-page.ts';
import { textsFor } from '../../documents/texts/texts.ts';
import { lockedPlan } from '../../domain/current.ts';
import type { Moment } from '../../domain/moment.ts';
import { planFor } from '../../domain/plan-readers.ts';
import { firstPromise, sentencesOf } from '../../domain/tell-child.ts';

/** Of the version in force, and of what the child may read of it (`plan-readers.ts`): in few words. */
export function childPageOf({ file, register, today }: Moment, voice: Voice): ChildPage | null {
  const locked = lockedPlan(file);
  const read = planFor('CHILD', null, file);
  const plan = read.plans.find(({ id }) => id === locked?.id);
  if (!locked || !plan) return null;
  const { plan: words } = textsFor({ language: languageOf(voice), youth: false });
  const promise = firstPromise({ file, today }, locked);
  const first = read.measures.find(({ id }) => id === promise?.id);
  return {
    said: plan.childGoal,
    sentences: sentencesOf(plan),
    first: first?.dueOn
      ? { day: sayDayOfYear(voice, first.dueOn), unit: sayUnit(register, first.unitId), what: first.what }
      : null,
    month: plan.followUpOn ? sayMonth(voice, plan.followUpOn) : null,
    teller: plan.childTellerRole ? words[`teller.${plan.childTellerRole}`] : null,
  };
}
