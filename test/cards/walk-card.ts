/** Walks finished cards the way a client does, for the contract tests. */
import { fieldIn } from '../../domain/names.ts';
import type { Card } from '../../domain/ports.ts';

export type Element = Record<string, unknown> & { type?: unknown };

const isElement = (node: unknown): node is Element => typeof node === 'object' && node !== null && !Array.isArray(node);

/** Every object of the card that has a type, parents first. */
export function elementsOf(node: unknown): Element[] {
  if (Array.isArray(node)) return node.flatMap(elementsOf);
  if (!isElement(node)) return [];
  const here = typeof node.type === 'string' ? [node] : [];
  return [...here, ...Object.values(node).flatMap(elementsOf)];
}

/** Its inputs, by their fields' names. */
export const inputsOf = (card: Card): Element[] =>
  elementsOf(card).flatMap((element) =>
    String(element.type).startsWith('Input.') ? [{ ...element, id: fieldIn(String(element.id)) }] : [],
  );

export const isField = (element: Element, field: string): boolean => fieldIn(String(element.id)) === field;

export const actionsOf = (card: Card): Element[] => elementsOf(card).filter(({ type }) => type === 'Action.Execute');

/** Every text of the card, with the kind of element that shows it. */
export function textsOf(node: unknown, owner = ''): { owner: string; field: string; text: string }[] {
  if (Array.isArray(node)) return node.flatMap((one) => textsOf(one, owner));
  if (!isElement(node)) return [];
  const type = typeof node.type === 'string' ? node.type : owner;
  return Object.entries(node).flatMap(([field, value]) =>
    typeof value === 'string' ? [{ owner: type, field, text: value }] : textsOf(value, type),
  );
}

/** The sample with every typed field replaced: `measures.what` in each row, `goals` in each item. */
export function withTyped(
  sample: object,
  typed: readonly string[],
  put: (length: number) => string,
  lengthOf: (path: string) => number,
): object {
  const copy = structuredClone(sample) as Record<string, unknown>;
  for (const path of typed) {
    const [field = '', inner] = path.split('.');
    const text = put(lengthOf(path));
    const held = copy[field];
    if (Array.isArray(held))
      copy[field] = held.map((one) => (inner && isElement(one) ? { ...one, [inner]: text } : text));
    else copy[field] = text;
  }
  return copy;
}
