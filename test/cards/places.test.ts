/**
 * A client keeps the choices of a list for the list that stands at the same place of the next card. On the way through
 * a meeting no list stands where one with other choices stood, whether a sentence has come above it or gone.
 */
import { describe, expect, it } from 'vitest';
import { pages } from '../../bot/pages.ts';
import type { CardContract } from '../../cards/contract.ts';
import { buildCard, type Frame } from '../../cards/frame.ts';
import type { PageName } from '../../domain/names.ts';

const frame: Frame = { language: 'sv', posting: 'p', turn: 't' };

const NEXT: [PageName, PageName][] = [
  ['attendance', 'childGoal'],
  ['needs', 'goals'],
  ['goals', 'review'],
  ['goals', 'measures'],
  ['review', 'measures'],
  ['measures', 'measureMore'],
  ['measures', 'responsibility'],
  ['responsibility', 'openPoints'],
  ['closing', 'nextTime'],
];

/** Pages that are drawn again with a row more, or a sentence at a field. */
const AGAIN: [PageName, PageName][] = (
  ['childGoal', 'goals', 'review', 'measures', 'measureMore', 'responsibility', 'openPoints', 'nextTime'] as const
).map((page) => [page, page]);

type Node = { type?: string; choices?: unknown; items?: unknown; columns?: unknown };

/** Where each list stands, as indices from the top: what a client goes by. */
function lists(node: Node, path: string): [path: string, choices: string][] {
  const own: [string, string][] = node.type === 'Input.ChoiceSet' ? [[path, JSON.stringify(node.choices)]] : [];
  const below = ((node.items ?? node.columns ?? []) as Node[]).flatMap((one, n) => lists(one, `${path}.${n}`));
  return [...own, ...below];
}

type Drawn = { rows: number; hasNotice: boolean; hasErrors: boolean };

/** With as many of its rows as a page can have here. */
function drawn(page: PageName, { rows, hasNotice, hasErrors }: Drawn) {
  const card = pages[page].card as CardContract;
  const sample = card.sample as { rows?: unknown[] };
  const [row] = sample.rows ?? [];
  const data = row ? { ...sample, rows: Array.from({ length: rows }, () => row) } : sample;
  const said = {
    ...(hasNotice && { notice: 'En mening.' }),
    ...(hasErrors && {
      errors: { goal: 'Skriv.', what: 'Skriv.', principal: 'Välj.', unit: 'Välj.', childGoal: 'Skriv.' },
    }),
  };
  const built = buildCard(card, data as never, { ...frame, ...said });
  return lists({ items: built.body }, '');
}

const CASES: Drawn[] = [false, true].flatMap((hasNotice) =>
  [false, true].flatMap((hasErrors) => [0, 1, 2, 3, 5].map((rows) => ({ rows, hasNotice, hasErrors }))),
);

describe('lists of the meeting keep their choices to themselves', () => {
  it.each([...NEXT, ...NEXT.map(([from, to]) => [to, from] as const), ...AGAIN])('from %s to %s', (from, to) => {
    const after = CASES.map((one) => drawn(to, one));
    const shared = CASES.flatMap((one) => {
      const was = new Map(drawn(from, one));
      return after.flat().filter(([path, choices]) => (was.get(path) ?? choices) !== choices);
    });
    expect(shared).toEqual([]);
  });
});
