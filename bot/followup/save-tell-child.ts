import type { z } from 'zod';
import { tellChild } from '../../cards/followup/tell-child.ts';
import { GOES_ON } from '../../domain/codes.ts';
import { homePage } from '../../domain/posting.ts';
import type { Plan } from '../../domain/rows/plan.ts';
import { faultSinceLock } from '../../domain/since-lock.ts';
import { planToldOf, SENTENCE_FIELDS, sentencesTooLong, toldChange } from '../../domain/tell-child.ts';
import { type CaseContext, caseStep, invalid, type Outcome, old, type Say } from '../act.ts';

type Form = z.output<ReturnType<typeof tellChild.form>>;

function faultsOf({ form, today }: CaseContext<Form>, plan: Plan): Record<string, Say> {
  const { toldOn, understood, toldBy } = form;
  const faults: Record<string, Say> = {};
  for (const { field, count } of sentencesTooLong(form))
    faults[field] = { key: 'error.twelveWords', values: { count } };
  if (toldOn === null && understood === null) return faults;
  const key = toldOn ? faultSinceLock(plan, toldOn, today) : 'error.toldOn';
  if (key) faults.toldOn = { key };
  if (!understood) faults.understood = { key: 'error.understood' };
  if (!toldBy) faults.toldBy = { key: 'error.toldBy' };
  return faults;
}

/**
 * How it went when the child was told. What must be told again stays on the case's card. "Tillbaka" keeps what was typed
 * and asks about nothing.
 */
export const saveTellChild = (isAsked: boolean) =>
  caseStep({
    during: GOES_ON,
    inputsOn: 'tellChild',
    typed: SENTENCE_FIELDS,
    form: () => tellChild.form(),
    run(context): Outcome {
      const plan = planToldOf(context);
      if (!plan) return old(context.file);
      const page = homePage(context.file);
      const faults = isAsked ? faultsOf(context, plan) : {};
      if (Object.keys(faults).length > 0) return { ...invalid(faults), keepTyped: true };
      const changes = [toldChange(plan, context.form, context.today)];
      if (!isAsked) return { code: 'kept', changes, page };
      const { understood } = context.form;
      return {
        code: 'ok',
        changes,
        page,
        notice: { key: understood ? `tellChild.done.${understood}` : 'tellChild.kept' },
      };
    },
  });
