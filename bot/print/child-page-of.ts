import { sayDayOfYear, sayMonth } from '../../cards/texts/dates.ts';
import { sayUnit } from '../../cards/texts/labels.ts';
import { languageOf, type Voice } from '../../cards/texts/say.ts';
import type { ChildPage } from '../../documents/child-page.ts';
import { textsFor } from '../../documents/texts/texts.ts';
import { lockedPlan } from '../../domain/current.ts';
import type { Moment } from '../../domain/moment.ts';
import { wordsInPlan } from '../../domain/own-words.ts';
import { firstPromise, sentencesOf } from '../../domain/tell-child.ts';

/** Of the version in force: what the child is told, in few words. */
export function childPageOf({ file, register }: Moment, voice: Voice): ChildPage | null {
  const plan = lockedPlan(file);
  if (!plan) return null;
  const { plan: words } = textsFor({ language: languageOf(voice), youth: false });
  const first = firstPromise(file, plan);
  return {
    said: wordsInPlan(plan),
    sentences: sentencesOf(plan),
    first: first?.dueOn
      ? { day: sayDayOfYear(voice, first.dueOn), unit: sayUnit(register, first.unitId), what: first.what }
      : null,
    month: plan.followUpOn ? sayMonth(voice, plan.followUpOn) : null,
    teller: plan.childTellerRole ? words[`teller.${plan.childTellerRole}`] : null,
  };
}
