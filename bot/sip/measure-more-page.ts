import { measureMore } from '../../cards/sip/measure-more.ts';
import { sayDayShort } from '../../cards/texts/dates.ts';
import { sayMeasure } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { currentPlan, measuresOf } from '../../domain/current.ts';
import { isPromised } from '../../domain/measures.ts';
import { editingOf } from '../../domain/plan-rows.ts';
import type { Measure } from '../../domain/rows/plan.ts';
import { type AfterChoice, type DoerChoice, moreOf } from '../../domain/write-measure.ts';
import { caseOf, definePage, type View } from '../act.ts';
import { sayPart } from './say-part.ts';
import { sayNumbered } from './say-plan-row.ts';

export const measureMorePage = definePage(measureMore, (view) => {
  const file = caseOf(view);
  const plan = currentPlan(file);
  const editing = editingOf(view.posting.page, measuresOf(file, plan));
  // Somebody has taken it away: what is typed of it is all there is.
  if (!('row' in editing)) return gone(view);
  const { row } = editing;
  const said = sayMeasure({ ...view, file }, plan, row);
  const { doers, after } = moreOf({ ...view, file }, row);
  return {
    data: {
      ...sayPart(view, 3),
      next: say(view.language, 'measureMore.next', { n: row.ordinal }),
      what: row.what,
      who: said.about,
      isPromised: isPromised(row),
      doerChoices: [none(view, 'doer.notYet'), ...doers.map((one) => sayDoerChoice(view, one))],
      afterChoices:
        after.length > 0
          ? [
              none(view, 'after.none'),
              ...after.map(({ id, ordinal }) => ({ title: sayNumbered(view, 'measure', ordinal), value: id })),
            ]
          : [],
    },
    values: valuesOf(row, after),
  };
});

/** Teams lets nobody empty a list once something is chosen in it. */
const none = ({ language }: View, key: 'doer.notYet' | 'after.none') => ({ title: say(language, key), value: 'NONE' });

function sayDoerChoice({ language, register }: View, { value, personId, appointByOn }: DoerChoice) {
  const person = register.people.find(({ id }) => id === personId);
  const title = appointByOn
    ? say(language, 'doer.by', { day: sayDayShort(language, appointByOn) })
    : person
      ? `${person.name}, ${person.role}`
      : value;
  return { title, value };
}

const valuesOf = (row: Measure, after: readonly AfterChoice[]) => ({
  doer: row.personId ?? row.appointByOn?.toString() ?? 'NONE',
  startOn: row.startOn?.toString() ?? '',
  often: row.often ?? '',
  after: after.find(({ rootId }) => rootId === row.afterRootId)?.id ?? 'NONE',
  sign: row.sign ?? '',
});

const gone = (view: View) => ({
  data: {
    ...sayPart(view, 3),
    next: say(view.language, 'sip.who'),
    what: '',
    who: '',
    isPromised: true,
    doerChoices: [none(view, 'doer.notYet')],
    afterChoices: [],
  },
  values: { doer: 'NONE', startOn: '', often: '', after: 'NONE', sign: '' },
});
