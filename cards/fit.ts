/**
 * Teams refuses a card over 28 KB (UTF-16). Then long typed texts are shown shorter, with an ellipsis (the whole stands
 * in the plan), and long lists of people end earlier, with a sentence about it: a card without everybody is better than
 * no card.
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
] as const;

export function fitted(card: Card, language: Language): Card {
  let body = elements(card.body);
  let said: Element[] = [];
  const whole = () => ({ ...card, body: [...body.slice(0, 2), ...said, ...body.slice(2)] });
  for (const cut of CUTS) {
    if (JSON.stringify(whole()).length * 2 <= MAX_BYTES) break;
    if ('text' in cut) body = body.map((element) => cutRuns(element, cut.text));
    else {
      body = body.map((element) => cutChoices(element, cut.choices));
      said = [{ type: 'TextBlock', text: say(language, 'card.listCut'), wrap: true }];
    }
  }
  return whole();
}

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
