import { letIn } from '../../cards/followup/let-in.ts';
import type { TextKey } from '../../cards/texts/say.ts';
import { withChanges } from '../../domain/changes.ts';
import { personOf } from '../../domain/in-register.ts';
import { mayLetIn, readableCopy } from '../../domain/plan-copies.ts';
import type { Change } from '../../domain/rows/case-file.ts';
import type { PlanRecipient } from '../../domain/rows/plan-recipient.ts';
import { type CaseContext, caseStep, type Outcome } from '../act.ts';
import { copyCards } from './copy-cards.ts';

const copyRow = ({ person, file, today }: CaseContext): PlanRecipient | undefined =>
  person ? readableCopy(person, file, today)?.row : undefined;

async function readsToo(
  context: CaseContext,
  row: PlanRecipient,
  letInId: string | null,
  key: TextKey,
): Promise<Outcome> {
  const set: Change = { in: 'planRecipient', id: row.id, set: { letInId } };
  const cards = await copyCards(withChanges(context.file, [set]), context);
  return { code: 'ok', changes: [set, ...cards], glimpse: 'delivered-open', notice: { key } };
}

/** "Släpp in": a colleague of the same unit reads it too, with a card of their own; one at a time. */
export const letInColleague = caseStep({
  on: ['PLAN'],
  mayPress: mayLetIn,
  form: ({ register }) => letIn.form(register.people.map(({ id }) => id)),
  async run(context): Promise<Outcome> {
    const { form, person, register } = context;
    const row = copyRow(context);
    const colleague = personOf(register, form.colleague);
    if (!row || !colleague)
      return { code: 'invalid', errors: { colleague: { key: 'error.colleague' } }, glimpse: 'let-in' };
    if (!colleague.active || colleague.unitId !== row.unitId || colleague.id === person?.id)
      return { code: 'nobody', errors: { colleague: { key: 'error.notColleague' } }, glimpse: 'let-in' };
    return readsToo(context, row, colleague.id, 'copy.letIn');
  },
});

/** "Ta bort": the colleague's card becomes a line at once. */
export const letOutColleague = caseStep({
  on: ['PLAN'],
  mayPress: mayLetIn,
  async run(context): Promise<Outcome> {
    const row = copyRow(context);
    return row?.letInId ? readsToo(context, row, null, 'copy.letOut') : { code: 'nobody', glimpse: 'delivered-open' };
  },
});
