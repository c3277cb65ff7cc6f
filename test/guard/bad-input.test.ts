/**
 * Bad input, field by field: from the inputs of every card with a form, so that a new field is tried too. A sentence at
 * that field, every other input as it was filled in, nothing stored, nothing logged.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pages } from '../../bot/pages.ts';
import { steps } from '../../bot/steps.ts';
import { closedSets } from '../../cards/closed-sets.ts';
import type { CardContract } from '../../cards/contract.ts';
import { buildCard } from '../../cards/frame.ts';
import { say, textKey } from '../../cards/texts/say.ts';
import type { CaseStatus } from '../../domain/codes.ts';
import type { PageName } from '../../domain/names.ts';
import type { Card } from '../../domain/ports.ts';
import type { Posting } from '../../domain/rows/posting.ts';
import { actionsOf, type Element, elementsOf, inputsOf, isField } from '../cards/walk-card.ts';
import { allCards, pageWith } from '../support/all-cards.ts';
import { cardOf, fullFile, NOW, PAGE_NAMES, registerWith, viewOf } from '../support/case-views.ts';
import { type Direct, openDirect } from '../support/direct.ts';

/** Published by the Tax Agency for tests, or of somebody born before 1900: in every form it is usually written in. */
const NUMBERS = [
  '189001019802',
  '18900101-9802',
  '900101-9802',
  '9001019802',
  '900101+9802',
  '18900101 9802',
  '1890-01-01-9802',
];
const NO_DAYS = ['2026-02-30', '2026-13-01', 'i går', '20260302', '2026-3-2', '0026-03-02', '2026-03-02T10:00'];
const NO_CLOCKS = ['25:00', '13.00', 'kl 13', '9:00'];

type Bad = { value: string; error: string };
function badFor(input: Element): Bad[] {
  const all = (values: string[], error: string) => values.map((value) => ({ value, error }));
  if (input.type === 'Input.Date') return all(NO_DAYS, 'error.date');
  if (input.type === 'Input.Time') return all(NO_CLOCKS, 'error.clock');
  if (input.type === 'Input.ChoiceSet') return all(['NO_SUCH_CHOICE', '__proto__'], 'error.choice');
  if (input.type !== 'Input.Text') return [];
  const longest = Number(input.maxLength);
  return [
    ...all(
      NUMBERS.map((number) => `Det gäller ${number}.`),
      'error.personnummer',
    ),
    ...all(['å'.repeat(longest + 1)], 'error.tooLong'),
  ];
}

/** Something that could stand in the input. */
function goodFor(input: Element): string {
  if (input.type === 'Input.Date') return '2027-02-20';
  if (input.type === 'Input.Time') return '13:00';
  if (input.type === 'Input.Toggle') return 'true';
  if (input.type === 'Input.ChoiceSet') return (input.choices as { value: string }[])[0]?.value ?? '';
  return input.id === 'otherMail' ? 'nagon@vanersborg.example' : 'står i akten';
}

/** What the forms take where their choices come from the database; others are tried with no choices at all. */
const CHOICES: Record<string, (sample: Record<string, unknown>) => unknown[]> = {
  invite: ({ units, unitChoices }) => [units, (unitChoices as { value: string }[]).map(({ value }) => value)],
  told: () => [['u-1', 'u-2'], []],
  answers: ({ guests }) => [
    [],
    [],
    (guests as { input: string }[]).map(({ input }) => ({ id: input.split('_')[1], of: input.split('_')[2] ?? null })),
  ],
  attendance: ({ attendees, rows }) =>
    [attendees, rows].map((list) => (list as { input: string }[]).map(({ input }) => input.slice(2))),
  homes: () => [['GUARDIAN_1', 'GUARDIAN_2']],
  hand: ({ receivers }) => [
    (receivers as { unitId: string; wayChoices: { value: string }[] }[]).map(({ unitId, wayChoices }) => ({
      unitId,
      ways: wayChoices.map(({ value }) => value),
    })),
  ],
  review: ({ rows }) => [
    (rows as { input: string }[]).map(({ input }) => ({ id: input, ordinal: Number(input.split('_')[1]) })),
  ],
};

/** Every code there is. */
const CODES = [...new Set(Object.values(closedSets).flat())];

type Sample = Record<string, unknown>;
/** "rows" of "${rows}". */
const nameOf = (bound: unknown): string => /^\$\{(\w+)\}$/.exec(String(bound))?.[1] ?? '';
/** An input of a list, or of a row of a list, is the first one's. */
const inputIn = (row: Sample, id: unknown): string => String(row[nameOf(id)] ?? String(id).replace(/\$.*$/, '0'));

/** The inputs whose choices are a closed set, by id. */
function closedSetsIn(sample: Sample, node: unknown, above: Sample = {}): [string, string][] {
  if (Array.isArray(node)) return node.flatMap((one) => closedSetsIn(sample, one, above));
  if (typeof node !== 'object' || node === null) return [];
  const [row = above] = '$data' in node ? ((sample[nameOf(node.$data)] ?? []) as Sample[]) : [];
  const [, set] = ('choices' in node && /^@each:(\w+):/.exec(String(node.choices))) || [];
  return set && 'id' in node
    ? [[inputIn(row, node.id), set]]
    : Object.values(node).flatMap((one) => closedSetsIn(sample, one, row));
}

const withForm = allCards.filter((card) => card.form);
const parse = (card: CardContract, sent: Record<string, string>) => {
  const args = CHOICES[card.name]?.(card.sample as Record<string, unknown>) ?? [[], [], []];
  return (card.form as unknown as (...args: unknown[]) => import('zod').ZodType)(...args).safeParse(sent);
};

describe.each(withForm.map((card) => [card.name, card] as const))('the form of %s', (_name, card) => {
  const built = buildCard(card, card.sample as Record<string, unknown>, {
    language: 'sv',
    page: pageWith(card),
    posting: 'p',
    turn: 't',
  });
  test.each(inputsOf(built).map((input) => [String(input.id), input] as const))(
    '%s: a sentence at it, and at no other',
    (id, input) => {
      if (input.type === 'Input.Text') expect(Number(input.maxLength), 'a longest text').toBeGreaterThan(0);
      for (const { value, error } of badFor(input)) {
        const issues = parse(card, { [id]: value }).error?.issues ?? [];
        expect(
          issues.map(({ path, message }) => [path.join('.'), message]),
          `${id}: ${value.slice(0, 20)}`,
        ).toEqual([[id, error]]);
      }
    },
  );
});

const ofClosedSets = withForm.flatMap((card) =>
  closedSetsIn(card.sample as Sample, card.template).map(([id, set]) => [card.name, id, set, card] as const),
);
test.each(ofClosedSets)('%s: %s takes the codes of %s, and no other', (_name, id, set, card) => {
  const takes = CODES.filter((code) => parse(card, { [id]: code }).success);
  expect(takes.sort()).toEqual([...(closedSets[set] ?? [])].sort());
});
test('there are closed sets to try', () => expect(ofClosedSets.length).toBeGreaterThan(40));

const register = registerWith();
const KARIN = register.people.find(({ name }) => name === 'Karin Ek');
if (!KARIN) throw new Error('Karin is not in the register');

const rowFor = (youth: boolean, board: boolean) => ({
  ...(youth ? { ageBand: 'A18_20' as const, guardianOne: null, guardianTwo: null } : {}),
  ...(board
    ? {
        placement: 'LVU' as const,
        placedConsentBy: 'SOCIAL_BOARD' as const,
        placedConfirmedOn: NOW.toZonedDateTimeISO('UTC').toPlainDate(),
      }
    : {}),
});

/** More of a measure is said of one that is being changed. */
const standsAt = (page: PageName) => (page === 'measureMore' ? (`${page}:1-0` as const) : page);

/** Pages that a case is needed for, drawn where the process has them. */
type Tried = { page: PageName; verb: string; status: CaseStatus; card: Card };
const tried: Tried[] = PAGE_NAMES.flatMap((page) => {
  const { card } = pages[page];
  // What belongs to no case, and what is for somebody of a party: it has a flow of its own.
  if (!card.form || page === 'propose' || page === 'let-in') return [];
  const youth = page.startsWith('consentYouth');
  const board = page.startsWith('consentBoard');
  const drawn = cardOf(page, viewOf(page, fullFile(rowFor(youth, board), []), 'sv', register));
  const buttons = actionsOf(drawn);
  const asks = buttons.filter(({ verb }) => steps.verb[String(verb)]?.form);
  const button = asks.find(({ style }) => style === 'positive') ?? asks[0];
  if (!button) return [];
  const verb = String(button.verb);
  return [{ page, verb, status: steps.verb[verb]?.during?.[0] ?? 'PLAN_ACTIVE', card: drawn }];
});
describe('through the dispatcher', () => {
  let direct: Direct;
  beforeAll(async () => {
    direct = await openDirect();
  });
  afterAll(() => direct?.close());

  test('there are pages to try', () => {
    expect(tried.length).toBeGreaterThan(25);
    for (const { page, verb } of tried) expect(steps.verb[verb]?.form, `${page}: ${verb}`).toBeDefined();
  });

  test.each(tried.map((one) => [one.page, one] as const))(
    '%s',
    async (page, { verb, status }) => {
      const file = fullFile(
        { tenantId: KARIN.tenantId, ...rowFor(page.startsWith('consentYouth'), page.startsWith('consentBoard')) },
        [...(page.startsWith('consentYouth') ? (['YOUTH'] as const) : (['GUARDIAN_1', 'GUARDIAN_2'] as const))],
      );
      const signed = page.startsWith('consentBoard') ? { consents: [], participants: [] } : {};
      const stored = await direct.store({ ...file, ...signed, case: { ...file.case, status } });
      let turn = stored.cards.CASE.turn;
      await direct.database.transaction((store) =>
        store.apply([{ in: 'posting', id: stored.cards.CASE.id, set: { page: standsAt(page) } }]),
      );
      const now = async () => {
        const read = await direct.database.transaction((store) => store.findCase(stored.caseId));
        const own = read?.postings.find(({ id }) => id === stored.cards.CASE.id) as Posting;
        turn = own.turn;
        return JSON.stringify({ ...read, postings: own.page });
      };
      const before = await now();
      // The page as it is drawn for this case: what is filled in must be among its choices.
      const seen = viewOf(page, file, 'sv', register);
      const view = { ...seen, file, posting: { ...seen.posting, page: standsAt(page) } };
      const inputs = inputsOf(cardOf(page, view));
      const good = Object.fromEntries(inputs.map((input) => [String(input.id), goodFor(input)]));
      for (const input of inputs) {
        const id = String(input.id);
        for (const { value, error } of [...badFor(input)].filter((_, n) => n === 0 || n > 5)) {
          const answer = await direct.press({ id: stored.cards.CASE.id, turn }, verb, KARIN, { ...good, [id]: value });
          if (answer.kind !== 'card') throw new Error(`${verb}: ${answer.kind}`);
          const shown = elementsOf(answer.card);
          const after = shown
            .slice(shown.findIndex((element) => isField(element, id)) + 1)
            .find(({ type }) => type === 'TextBlock');
          expect(after?.text, `${id}: ${value.slice(0, 20)}`).toBe(
            say('sv', 'error.atField', { error: say('sv', textKey(error)) }),
          );
          for (const other of inputsOf(answer.card))
            if (other.id !== id) expect([other.id, other.value]).toEqual([other.id, good[String(other.id)]]);
          expect(await now(), `${id}: stored`).toBe(before);
          expect(direct.logged.join(), `${id}: logged`).not.toContain(value);
        }
      }
    },
    120_000,
  );
});
