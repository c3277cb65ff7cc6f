/** What Teams asks of a card, and what we ask of it, for every card with its sample in both languages. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { CardContract } from '../../cards/contract.ts';
import { buildCard, type Frame } from '../../cards/frame.ts';
import { LANGUAGES, type Language } from '../../domain/codes.ts';
import { allCards, pageWith } from '../support/all-cards.ts';
import { actionsOf, elementsOf, inputsOf, isField, textsOf, withTyped } from './walk-card.ts';

/** The longest text each typed field can hold: that of the input it was typed in. */
const LONGEST: Record<string, number> = {
  words: 1200,
  childWords: 1200,
  childGoal: 1200,
  question: 200,
  works: 200,
  worksNot: 200,
  needs: 120,
  'ours.what': 400,
  'goals.text': 400,
  'openPoints.what': 200,
  goals: 400,
  goal: 400,
  'measures.what': 400,
  'rows.text': 400,
  'rows.goal': 400,
  what: 400,
};

const ids = { posting: '019575a0-7c1e-7000-8000-0123456789ab', turn: '019575a0-7c1e-7000-8000-ba9876543210' };
const frameOf = (language: Language, card: CardContract, more: Partial<Frame> = {}): Frame => ({
  language,
  page: pageWith(card),
  ...ids,
  ...more,
});
const sampleOf = (card: CardContract) => card.sample as Record<string, unknown> & { title: string; next: string };

/** How many rows a long meeting in a large municipality makes. */
const MOST: Record<string, number> = {
  steps: 4,
  phones: 12,
  words: 10,
  acute: 2,
  numbers: 8,
  about: 6,
  ring: 16,
  stored: 2,
  rows: 8,
  calendar: 6,
  alarms: 6,
  guests: 6,
  guestChoices: 14,
  buttons: 2,
  units: 8,
  choices: 12,
  unitChoices: 15,
  struck: 6,
  whoChoices: 40,
  doerChoices: 20,
  afterChoices: 12,
  ownerChoices: 20,
  signerChoices: 2,
  slotChoices: 8,
  placeChoices: 12,
  goals: 5,
  measures: 12,
  measureChoices: 12,
  goalChoices: 5,
  needChoices: 3,
  missing: 7,
  recipients: 12,
  presentChoices: 7,
  months: 37,
  people: 40,
  todo: 3,
  outcomeChoices: 6,
  tell: 8,
  warnings: 4,
  deliveries: 3,
  afarChoices: 3,
  deliveryChoices: 6,
  reasons: 7,
  askers: 3,
  partyChoices: 12,
  standInChoices: 40,
  consequences: 6,
  versionChoices: 12,
  whatChoices: 20,
  questions: 5,
  informedChoices: 3,
  prompts: 3,
  chair: 2,
  papers: 13,
  needs: 3,
  ours: 6,
  attendees: 3,
  openPoints: 6,
  after: 2,
  // Of the units that `unitChoices` leaves.
  otherChoices: 12,
  facts: 4,
  settled: 8,
  receivers: 8,
  wayChoices: 20,
};

/** What a person may type that takes most room: a quotation mark is two characters in JSON. */
const WIDEST = '"';
/** The longest name of a unit, person or place that a choice is expected to show. */
const LONG_NAME = 60;

/** Every list as long as it gets, every typed text and every name from the register at its maximum. */
function maximal(card: CardContract): ReturnType<typeof sampleOf> {
  const typed = withTyped(
    card.sample,
    card.typed,
    (length) => WIDEST.repeat(length),
    (path) => LONGEST[path] ?? 0,
  );
  return lengthen(typed) as ReturnType<typeof sampleOf>;
}

function lengthen(node: unknown, field = ''): unknown {
  if (Array.isArray(node)) {
    if (node.length === 0) return node;
    const most = MOST[field];
    if (most === undefined) throw new Error(`how long can ${field} be?`);
    return Array.from({ length: most }, (_, n) => lengthen(node[n % node.length]));
  }
  if (typeof node !== 'object' || node === null) return node;
  const isChoice = 'title' in node && 'value' in node;
  const longest = (key: string, value: unknown) =>
    key === 'value'
      ? ids.posting
      : isChoice && key === 'title'
        ? String(value).padEnd(LONG_NAME, 'x')
        : lengthen(value, key);
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, longest(key, value)]));
}

function maximalFrame(language: Language, card: CardContract): Frame {
  const inputs = inputsOf(buildCard(card, sampleOf(card), frameOf(language, card)));
  const values = Object.fromEntries(
    inputs.map((input) => [String(input.id), WIDEST.repeat(Number(input.maxLength ?? 40))]),
  );
  const errors = Object.fromEntries(inputs.map((input) => [String(input.id), 'e'.repeat(120)]));
  return frameOf(language, card, { notice: 'n'.repeat(200), values, errors });
}

describe.each(allCards.map((card) => [card.name, card] as const))('the card %s', (_, card) => {
  describe.each(LANGUAGES)('in %s', (language) => {
    const built = buildCard(card, sampleOf(card), frameOf(language, card));

    it('says what it is in every way a client can ask for', () => {
      expect(built).toMatchObject({ type: 'AdaptiveCard', version: '1.5', lang: language });
      expect(built.speak).toEqual(expect.stringContaining(sampleOf(card).title));
      expect(built.fallbackText).toEqual(expect.stringContaining(sampleOf(card).title));
    });

    it('begins with what this is, and then the next step', () => {
      const [first, second] = built.body as { text: string; weight?: string }[];
      expect(first?.text).toBe(sampleOf(card).title);
      expect(second).toMatchObject({ text: sampleOf(card).next, weight: 'Bolder' });
    });

    it('has no unfilled field and no unreplaced text key', () => {
      for (const { text, owner, field } of textsOf(built)) {
        expect(text, `${owner}.${field}`).not.toMatch(/\$\{/);
        expect(text, `${owner}.${field}`).not.toMatch(/^@[a-zA-Z]/);
      }
    });

    it('wraps its texts and describes its images', () => {
      for (const element of elementsOf(built)) {
        if (element.type === 'TextBlock') expect(element).toMatchObject({ wrap: true });
        if (element.type === 'Image') expect(element.altText).toEqual(expect.stringMatching(/./));
        expect(element.type).not.toBe('Action.ShowCard');
      }
    });

    it('labels every input, each with an id of its own', () => {
      const inputs = inputsOf(built);
      for (const input of inputs) {
        expect(input.label, String(input.id)).toEqual(expect.stringMatching(/\S/));
        if (input.isRequired) expect(input.errorMessage, String(input.id)).toEqual(expect.stringMatching(/\S/));
      }
      expect(new Set(inputs.map(({ id }) => id)).size).toBe(inputs.length);
    });

    it('has buttons with a verb that carry posting, turn and verb, and nothing else', () => {
      for (const action of actionsOf(built)) {
        expect(action.title).toEqual(expect.stringMatching(/\S/));
        expect(action.verb).toEqual(expect.stringMatching(/^[a-zA-Z0-9]+\.[a-zA-Z-]+(:\w{1,9})?$/));
        expect(Object.keys(action.data as object).sort()).toEqual(['posting', 'turn', 'verb']);
        expect(action.fallback).toEqual({ type: 'Action.Submit', title: action.title, data: action.data });
      }
    });

    it('has one main button at most, and six in a set at most', () => {
      const sets = [built, ...elementsOf(built).filter(({ type }) => type === 'ActionSet')].map(
        ({ actions }) => (actions ?? []) as { style?: string }[],
      );
      for (const actions of sets) expect(actions.length).toBeLessThanOrEqual(6);
      const main = actionsOf(built).filter(({ style }) => style === 'positive');
      expect(main.length).toBeLessThanOrEqual(1);
    });

    it('fault 39: the card fits in a Teams message with every text at its longest, all at once', () => {
      const size = JSON.stringify(buildCard(card, maximal(card), maximalFrame(language, card))).length * 2;
      expect(size).toBeLessThanOrEqual(28 * 1024);
    });

    it('puts the sentence of an error right after its input', () => {
      const errors = Object.fromEntries(inputsOf(built).map(({ id }) => [String(id), `fel i ${id}`]));
      const wrong = elementsOf(buildCard(card, sampleOf(card), frameOf(language, card, { errors })));
      for (const [id, error] of Object.entries(errors)) {
        const after = wrong
          .slice(wrong.findIndex((element) => isField(element, id)) + 1)
          .find(({ type }) => type === 'TextBlock');
        expect(after).toMatchObject({
          color: 'Attention',
          text: expect.stringMatching(new RegExp(`^\\S+: ${error}$`)),
        });
      }
    });
  });
});

const inBoth = (cards: readonly CardContract[]) =>
  cards.flatMap((card) => LANGUAGES.map((language) => [card.name, language, card] as const));

it.each(inBoth(allCards.filter(({ live }) => live)))(
  '%s (%s) is live: no input and no typed word, so the bot may post it',
  (_, language, card) => {
    expect(inputsOf(buildCard(card, sampleOf(card), frameOf(language, card)))).toEqual([]);
    expect(card.typed).toEqual([]);
    expect(card.form).toBeUndefined();
  },
);

/** What a form reads. Those of rows (`p_…`) are named by their row, so with no rows there are none. */
function fieldsOf({ form }: CardContract): string[] {
  const parsed = form?.(...([[], [], []] as never[]));
  const read = parsed instanceof z.ZodPipe ? parsed.in : parsed;
  if (!(read instanceof z.ZodObject)) throw new Error('a form is an object, or what is made of one');
  return Object.keys(read.shape);
}

it.each(inBoth(allCards.filter(({ form }) => form)))(
  '%s (%s) has an input for every field of its form, and no other',
  (_, language, card) => {
    const inputs = inputsOf(buildCard(card, sampleOf(card), frameOf(language, card)));
    const ids = inputs.map(({ id }) => String(id)).filter((id) => !id.includes('_'));
    expect(ids.sort()).toEqual(fieldsOf(card).sort());
  },
);
