import { handover } from '../../cards/case/handover.ts';
import { isConvener } from '../../domain/access.ts';
import { withChanges } from '../../domain/changes.ts';
import { GOES_ON } from '../../domain/codes.ts';
import { handoverChanges, mayTakeOver } from '../../domain/handover.ts';
import { personOf } from '../../domain/in-register.ts';
import { teamOf } from '../../domain/team.ts';
import { caseStep, invalid, type Outcome } from '../act.ts';
import { cardFor, takeCard } from './card-for.ts';

/**
 * The new holder gets the card; whoever is out gets a neutral line. A meeting that is called stays in the calendar it
 * was called from.
 */
export const handOver = caseStep({
  during: GOES_ON,
  inputsOn: 'handover',
  waitsForSending: true,
  // The team may do everything but this.
  mayPress: isConvener,
  form: (context) => handover.form(mayTakeOver(context).map(({ id }) => id)),
  async run(context): Promise<Outcome> {
    const { form, file, person, register, now } = context;
    const to = personOf(register, form.to);
    if (!to || !person) return invalid({ to: 'error.handoverTo' });
    const changes = handoverChanges(file, to, now);
    const after = withChanges(file, changes);
    const isOut = new Set([person.id, ...teamOf(file).map(({ personId }) => personId)]);
    for (const { personId } of teamOf(after)) isOut.delete(personId);
    isOut.delete(to.id);
    const given = await cardFor(after, to.id, context);
    const taken = [...isOut].flatMap((id) => takeCard(file, id, 'line.handedOver'));
    return {
      code: 'ok',
      changes: [...changes, ...given, ...taken],
      notice: { key: 'line.handedOver', values: { code: file.case.code } },
    };
  },
});
