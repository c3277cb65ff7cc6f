import { hand } from '../../cards/followup/hand.ts';
import { withChanges } from '../../domain/changes.ts';
import { handingsOf, handPlan, isHanded, mayHand } from '../../domain/handing.ts';
import { copyReaders, waitsForChat } from '../../domain/plan-copies.ts';
import { homePage } from '../../domain/posting.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { caseStep, type Outcome, old, type Say } from '../act.ts';
import { copyCards } from './copy-cards.ts';

/**
 * "Lämna planen": to all that something is chosen for. A unit that may not have it any more has got nothing, which is
 * said; a person who has left is asked about at their field, and nothing is handed until it is answered.
 */
export const handPlanOver = caseStep({
  during: ['PREPARING', 'INVITED', 'PLAN_ACTIVE'],
  inputsOn: 'hand',
  form: (context) => hand.form(handingsOf(context)),
  async run(context): Promise<Outcome> {
    const { form, file, person, newId } = context;
    if (!mayHand(file)) return old(file);
    const by = person?.id ?? '';
    const handings = handingsOf(context);
    const rows = handings.flatMap((one) => {
      const way = form.ways.get(one.unitId);
      return way === undefined ? [] : handPlan(context, one, { way, by, newId: newId() });
    });
    if (form.others > 0 && rows.length === 0)
      return { code: 'noConsent', page: 'hand', notice: { key: 'hand.struckOut', values: { n: form.others } } };
    const nothing = handings.every(isHanded) ? 'hand.unchanged' : 'hand.nothing';
    if (rows.length === 0) return { code: 'nothing', page: 'hand', notice: { key: nothing } };
    const changes = [...rows, ...(await copyCards(withChanges(file, rows), context))];
    return form.others > 0
      ? { code: 'ok', changes, page: 'hand', notice: { key: 'hand.doneButStruckOut', values: { n: form.others } } }
      : { code: 'ok', changes, page: homePage(file), notice: sayDone(withChanges(file, changes)) };
  },
});

/** Whoever has never written to the bot has no chat to find it in: the one who hands it over must tell them. */
function sayDone(file: CaseFile): Say {
  const waiting = copyReaders(file).filter(({ personId }) => waitsForChat(file, personId));
  return waiting.length > 0 ? { key: 'hand.doneSomeWait', values: { n: waiting.length } } : { key: 'hand.done' };
}
