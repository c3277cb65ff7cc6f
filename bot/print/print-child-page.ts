import { tellChild } from '../../cards/followup/tell-child.ts';
import { withChanges } from '../../domain/changes.ts';
import { GOES_ON } from '../../domain/codes.ts';
import { printPageFrom } from '../../domain/print-from.ts';
import { planToldOf, SENTENCE_FIELDS, sentencesTooLong, toldChange } from '../../domain/tell-child.ts';
import { caseStep, invalid, type Outcome, old } from '../act.ts';
import { linkTo } from './make-link.ts';

/** The child's own page, of what stands in the fields now: that is kept, and the link is to it. */
export const printChildPage = caseStep({
  during: GOES_ON,
  inputsOn: 'tellChild',
  typed: SENTENCE_FIELDS,
  form: () => tellChild.form(),
  run(context): Outcome {
    const { form, file, today } = context;
    const plan = planToldOf(context);
    if (!plan) return old(file);
    if (!form.sentence1) return { ...invalid({ sentence1: 'error.sentence1' }), keepTyped: true };
    const [long] = sentencesTooLong(form);
    if (long)
      return {
        ...invalid({ [long.field]: { key: 'error.twelveWords', values: { count: long.count } } }),
        keepTyped: true,
      };
    const change = toldChange(plan, form, today);
    const saved = { ...context, file: withChanges(file, [change]) };
    return { code: 'ok', changes: [change, ...linkTo(saved, 'child-page')], page: printPageFrom('tellChild') };
  },
});
