import { capital } from '../../cards/texts/capital.ts';
import { sayDayOfYear, sayMonth } from '../../cards/texts/dates.ts';
import { languageOf, type Voice } from '../../cards/texts/say.ts';
import type { ChildPage } from '../../documents/child-page.ts';
import { type Texts, textsFor } from '../../documents/texts/texts.ts';
import type { VoiceKeeper } from '../../domain/codes.ts';
import { lockedPlan } from '../../domain/current.ts';
import { personOf, unitOf } from '../../domain/in-register.ts';
import type { Moment } from '../../domain/moment.ts';
import { planFor } from '../../domain/plan-readers.ts';
import type { Register } from '../../domain/rows/register.ts';
import { firstPromise, sentencesOf } from '../../domain/tell-child.ts';

/** Of the version in force, and of what the child may read of it (`plan-readers.ts`): in few words. */
export function childPageOf(moment: Moment, voice: Voice): ChildPage | null {
  const { file, register, today } = moment;
  const locked = lockedPlan(file);
  const read = planFor('CHILD', null, file);
  const plan = read.plans.find(({ id }) => id === locked?.id);
  if (!locked || !plan) return null;
  const texts = textsFor({ language: languageOf(voice), youth: false });
  const promise = firstPromise({ file, today }, locked);
  const first = read.measures.find(({ id }) => id === promise?.id);
  return {
    said: plan.childGoal,
    sentences: sentencesOf(plan),
    first: first?.dueOn
      ? { day: sayDayOfYear(voice, first.dueOn), unit: sayFrom(texts, register, first.unitId), what: first.what }
      : null,
    month: plan.followUpOn ? sayMonth(voice, plan.followUpOn) : null,
    teller: plan.childTellerRole && tellerOf(moment, texts, plan.childTellerRole),
  };
}

/** "Någon från BUP": where somebody works, as on the child's invitation. */
function sayFrom({ childInvitation: words }: Texts, register: Register, unitId: string): string {
  const unit = unitOf(register, unitId);
  return unit ? words[`from.${unit.kind}`] : '';
}

/** Whoever called is to a child what they are at work: "Skolkurator". */
function tellerOf({ file, register }: Moment, { childPage: words }: Texts, teller: VoiceKeeper): string {
  const role = teller === 'CONVENER' ? personOf(register, file.case.convenerId)?.role : null;
  return role ? capital(role) : words[`teller.${teller}`];
}
