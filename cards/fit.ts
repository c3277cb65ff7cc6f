/**
 * Teams refuses a card over 28 KB (UTF-16). Then long typed texts are shown shorter, with an ellipsis (the whole stands
 * in the plan), long lists of people end earlier, with a sentence about it, and at last rows are left out, with how
 * many: a card without everything is better than no card. What still does not fit is a fault in the program, and is
 * said aloud (`CardTooLarge`): Teams would refuse it for ever.
 */
import type { Language } from '../domain/codes.ts';
import type { Card } from '../domain/ports.ts';
import { say } from './texts/say.ts';

type Element = Record<string, unknown>;

const MAX_BYTES = 28 * 1024;

/** What is given up, the least important first: characters of a typed text, choices of a list. */
const CUTS = [
  { text: 300 },
  { text: 200 },
  { text: 120 },
  { choices: 60 },
  { choices: 40 },
  { text: 60 },
  { choices: 25 },
  { choices: 15 },
  { text: 30 },
  { choices: 8 },
  { choices: 4 },
  { text: 15 },
  { rows: 30 },
  { rows: 20 },
  { rows: 12 },
  { rows: 8 },
  { rows: 5 },
  { rows: 3 },
  { values: true },
] as const;

/** What no person filled in: no list of ours makes a value so long. */
const MOST_CHOSEN = 3_000;

export class CardTooLarge extends Error {}

const sizeOf = (card: Card): number => JSON.stringify(card).length * 2;

export function fitted(card: Card, language: Language): Card {
  let body = elements(card.body);
  let said: Element[] = [];
  const whole = () => ({ ...card, body: [...body.slice(0, 2), ...said, ...body.slice(2)] });
  let everyRow: Element[] | undefined;
  for (const cut of CUTS) {
    if (sizeOf(whole()) <= MAX_BYTES) return whole();
    if ('text' in cut) body = body.map((element) => cutRuns(element, cut.text));
    else if ('values' in cut) body = body.map(cutValues);
    else if ('rows' in cut) {
      everyRow ??= body;
      body = cutRows(everyRow, cut.rows, language);
    } else {
      body = body.map((element) => cutChoices(element, cut.choices));
      said = [{ type: 'TextBlock', text: say(language, 'card.listCut'), wrap: true }];
    }
  }
  if (sizeOf(whole()) > MAX_BYTES) throw new CardTooLarge(`${sizeOf(whole())} bytes`);
  return whole();
}

/** A field is never longer than its input lets it be, so what is cut here came from no client of Teams. */
function cutValues(element: Element): Element {
  if (!String(element.type).startsWith('Input.')) return inside(element, cutValues);
  const value = String(element.value ?? '');
  if (typeof element.maxLength === 'number') return { ...element, value: cutText(value, element.maxLength) };
  return value.length > MOST_CHOSEN ? { ...element, value: '' } : element;
}

/** Rows of a list are made from one part of the template: they are alike, one after the other. */
const shapeOf = (element: Element): string => {
  const id = typeof element.id === 'string' ? element.id.replace(/_.*$/s, '') : '';
  const parts = ['items', 'columns', 'inlines'].map((key) => elements(element[key]).map(shapeOf).join());
  return `${element.type}:${id}(${parts.join(';')})`;
};

/** Of each list the first rows, and how many more there are. */
function cutRows(list: readonly Element[], most: number, language: Language): Element[] {
  const cut: Element[] = [];
  for (let from = 0; from < list.length; ) {
    const shape = shapeOf(list[from] as Element);
    let to = from + 1;
    while (to < list.length && shapeOf(list[to] as Element) === shape) to += 1;
    const rows = list.slice(from, to).map((element) => deeper(element, (inner) => cutRows(inner, most, language)));
    const text = say(language, 'card.rowsCut', { n: rows.length - most });
    cut.push(...rows.slice(0, most));
    if (rows.length > most) cut.push({ type: 'TextBlock', text, wrap: true, weight: 'Bolder' });
    from = to;
  }
  return cut;
}

const deeper = (element: Element, change: (list: Element[]) => Element[]): Element =>
  Array.isArray(element.items) ? { ...element, items: change(elements(element.items)) } : element;

function cutRuns(element: Element, length: number): Element {
  const text = String(element.text ?? '');
  if (element.type === 'TextRun')
    return text.length > length ? { ...element, text: `${cutText(text, length)} …` } : element;
  return inside(element, (one) => cutRuns(one, length));
}

/** Never in the middle of a character of two halves. */
const cutText = (text: string, length: number): string =>
  text
    .slice(0, length)
    .replace(/\p{Surrogate}$/u, '')
    .trimEnd();

/** What is chosen stays, and the last two: "nobody" and the like stand there. */
function cutChoices(element: Element, most: number): Element {
  if (element.type !== 'Input.ChoiceSet') return inside(element, (one) => cutChoices(one, most));
  const choices = elements(element.choices);
  const chosen = String(element.value ?? '').split(',');
  const kept = choices.filter(
    ({ value }, n) => n < most - 2 || n >= choices.length - 2 || chosen.includes(String(value)),
  );
  return { ...element, choices: kept };
}

function inside(element: Element, change: (one: Element) => Element): Element {
  const lists = (['items', 'columns', 'inlines'] as const).filter((key) => Array.isArray(element[key]));
  return { ...element, ...Object.fromEntries(lists.map((key) => [key, elements(element[key]).map(change)])) };
}

export function elements(list: unknown): Element[] {
  return Array.isArray(list) ? list.filter(isElement) : [];
}

export function isElement(node: unknown): node is Element {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}
