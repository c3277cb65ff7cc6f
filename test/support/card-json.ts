/** Reading a card as a person does: its words, its inputs, its buttons. */
import { fieldIn } from '../../domain/names.ts';

export type CardJson = { [key: string]: unknown };
export type Button = { title: string; verb: string; data: { posting: string; turn: string; verb: string } };
export type Input = {
  /** The field's name. */
  id: string;
  /** What Teams calls it. */
  sentAs: string;
  type: string;
  value: string;
  choices: { title: string; value: string }[];
  isMultiSelect: boolean;
  /** A list whose choices all stand there, to be ticked. */
  isOpen: boolean;
};

const isObject = (node: unknown): node is CardJson => typeof node === 'object' && node !== null && !Array.isArray(node);

function walk(node: unknown, visit: (element: CardJson) => void): void {
  if (Array.isArray(node)) for (const one of node) walk(one, visit);
  else if (isObject(node)) {
    visit(node);
    for (const [key, value] of Object.entries(node)) if (key !== 'fallback' && key !== 'data') walk(value, visit);
  }
}

function collect<T>(card: CardJson, pick: (element: CardJson) => T | undefined): T[] {
  const found: T[] = [];
  walk([card.body, card.actions], (element) => {
    const one = pick(element);
    if (one !== undefined) found.push(one);
  });
  return found;
}

/** Every word on the card, one line an element. */
export const textOf = (card: CardJson): string =>
  collect(card, ({ type, text }) =>
    (type === 'TextBlock' || type === 'TextRun') && typeof text === 'string' ? text : undefined,
  ).join('\n');

export const buttonsOf = (card: CardJson): Button[] =>
  collect(card, (element) =>
    element.type === 'Action.Execute'
      ? { title: String(element.title), verb: String(element.verb), data: element.data as Button['data'] }
      : undefined,
  );

/** The main button's verb: one at most. */
export const mainOf = (card: CardJson): string[] =>
  collect(card, ({ type, style, verb }) =>
    type === 'Action.Execute' && style === 'positive' ? String(verb) : undefined,
  );

export const inputsOf = (card: CardJson): Input[] =>
  collect(card, (element) =>
    String(element.type).startsWith('Input.')
      ? {
          id: fieldIn(String(element.id)),
          sentAs: String(element.id),
          type: String(element.type),
          value: String(element.value ?? ''),
          isMultiSelect: element.isMultiSelect === true,
          isOpen: element.style === 'expanded',
          choices: (element.choices as Input['choices'] | undefined) ?? [],
        }
      : undefined,
  );

/** `p_0` is the first of the inputs `p_…`, which are named by whom they are about. */
export function inputNamed(card: CardJson, id: string): Input | undefined {
  const inputs = inputsOf(card);
  const [, kind, n] = /^([a-z]+_)(\d{1,2})$/.exec(id) ?? [];
  const exact = inputs.find((one) => one.id === id);
  return exact || !kind ? exact : inputs.filter((one) => one.id.startsWith(kind))[Number(n)];
}
