import { tellChild } from '../../cards/followup/tell-child.ts';
import { sayDay } from '../../cards/texts/dates.ts';
import { sayUnit } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { lockedPlan } from '../../domain/current.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Plan } from '../../domain/rows/plan.ts';
import { firstPromise, sentencesOf } from '../../domain/tell-child.ts';
import { caseOf, definePage, type View } from '../act.ts';

export const tellChildPage = definePage(tellChild, (view) => {
  const file = caseOf(view);
  const { language } = view;
  const plan = lockedPlan(file);
  const [sentence1 = '', sentence2 = '', sentence3 = ''] = plan ? sentencesOf(plan) : [];
  return {
    data: {
      title: say(language, 'tellChild.title', { code: file.case.code }),
      next: nextLine(view, plan),
      also: plan ? firstLine(view, file, plan) : null,
    },
    values: {
      sentence1,
      sentence2,
      sentence3,
      toldBy: plan?.childToldRole ?? plan?.childTellerRole ?? '',
      toldOn: plan?.childToldOn?.toString() ?? '',
      understood: plan?.childUnderstood ?? '',
    },
  };
});

function nextLine({ language }: View, plan: Plan | undefined): string {
  const { childTellerRole, childTellByOn } = plan ?? {};
  if (!childTellerRole || !childTellByOn) return say(language, 'tellChild.next');
  const values = { who: say(language, `voiceKeeper.${childTellerRole}`), day: sayDay(language, childTellByOn) };
  return say(language, 'tellChild.nextWho', values);
}

function firstLine({ language, register, today }: View, file: CaseFile, plan: Plan): string | null {
  const first = firstPromise({ file, today }, plan);
  if (!first?.dueOn) return null;
  const [unit, day] = [sayUnit(register, first.unitId), sayDay(language, first.dueOn)];
  return say(language, 'tellChild.first', { unit, what: first.what, day });
}
