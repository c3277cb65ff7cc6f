/** Template + data + frame = the card as Teams takes it. */
import { createHash } from 'node:crypto';
import { Template } from 'adaptivecards-templating/dist/adaptivecards-templating.js';
import { fieldOn, type PageRef } from '../domain/names.ts';
import type { Card } from '../domain/ports.ts';
import { closedSets } from './closed-sets.ts';
import type { CardContract, CardData } from './contract.ts';
import { elements, fitted, isElement } from './fit.ts';
import { languageOf, say, textKey, type Voice } from './texts/say.ts';
import { readable } from './unreadable.ts';

export type Frame = {
  language: Voice;
  /** Whose page it is: its inputs belong to it. */
  page: PageRef;
  /** What every button of the card carries, beside its verb. */
  posting: string;
  turn: string;
  /** What just happened, or what would; each line a block of its own. */
  notice?: string | undefined;
  /** Sentences at the inputs, by field. */
  errors?: Record<string, string> | undefined;
  /** The same, where nothing must be corrected: a question before it is pressed again. */
  warnings?: Record<string, string> | undefined;
  /** What the inputs hold, by field. */
  values?: Record<string, string | boolean | readonly string[]> | undefined;
};

type Element = Record<string, unknown>;
type Page = { title: string; next: string; phones: string[] };

const EACH = /^@each:(\w+):([\w.]+)$/;
const templates = new Map<string, Template>();

/** Throws when the data does not fit the card's schema: a fault in the program. */
export function buildCard<C extends CardContract>(contract: C, shown: CardData<C>, asked: Frame): Card {
  const { data, frame } = readable(shown, asked);
  const page = contract.data.parse(data);
  const { title, next, phones } = page as Page;
  const { body, actions } = templateOf(contract, frame.language).expand({ $root: page }) as {
    body: Element[];
    actions: Element[];
  };
  const unplaced = new Set(Object.keys({ ...frame.errors, ...frame.warnings }));
  const framed = body.flatMap((element) => frameElement(element, frame, unplaced));
  const plain = { title, next: next.replaceAll('**', '') };
  const card: Card = {
    type: 'AdaptiveCard',
    version: '1.5',
    lang: languageOf(frame.language),
    speak: say(frame.language, 'card.speak', plain),
    fallbackText: say(frame.language, 'card.fallback', plain),
    body: [
      { type: 'TextBlock', text: title, size: 'Small', isSubtle: true, wrap: true },
      {
        type: 'TextBlock',
        text: next,
        weight: 'Bolder',
        size: 'Medium',
        wrap: true,
        spacing: 'Small',
        style: 'heading',
      },
      ...whomToRing(phones),
      ...notices(frame, unplaced),
      ...framed,
    ],
    ...(actions.length > 0 ? { actions: actions.map((action) => frameAction(action, frame)) } : {}),
  };
  return fitted(card, languageOf(frame.language));
}

function templateOf(contract: CardContract, language: Voice): Template {
  const key = `${contract.name}:${language}`;
  const template = templates.get(key) ?? new Template(withTexts(contract.template, language));
  templates.set(key, template);
  return template;
}

/**
 * `"@button.save"` → "Spara", and `"@each:WISHES:wish"` → a choice for every code, before the template is compiled, so
 * that no data can name a text.
 */
function withTexts(node: unknown, language: Voice): unknown {
  if (typeof node === 'string') {
    const [, set, prefix] = EACH.exec(node) ?? [];
    if (set && prefix)
      return closedSet(set).map((value) => ({ title: say(language, textKey(`${prefix}.${value}`)), value }));
    return node.startsWith('@') ? say(language, textKey(node.slice(1))) : node;
  }
  if (Array.isArray(node)) return node.map((one) => withTexts(one, language));
  if (!isElement(node)) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withTexts(value, language)]));
}

function closedSet(name: string): readonly string[] {
  const set = closedSets[name];
  if (!set) throw new Error(`no closed set ${name}`);
  return set;
}

/** Not in `speak` and `fallbackText`: those stand on a locked telephone. */
const whomToRing = (phones: readonly string[]): Element[] =>
  phones.length === 0
    ? []
    : [{ type: 'Container', spacing: 'Small', items: phones.map((text) => ({ type: 'TextBlock', text, wrap: true })) }];

/** The notice, and where an error has no input on this page its sentence too. */
function notices({ language, notice, errors = {}, warnings = {} }: Frame, unplaced: Set<string>): Element[] {
  const lost = [...unplaced].map((id) => errors[id] ?? warnings[id] ?? '');
  const isPlaced = (texts: Record<string, string>) => Object.keys(texts).some((id) => !unplaced.has(id));
  const below = isPlaced(errors) ? (['error.below'] as const) : isPlaced(warnings) ? (['error.askBelow'] as const) : [];
  const lines = [...(notice ? notice.split(/\n+/) : below.map((key) => say(language, key))), ...lost];
  if (lines.length === 0) return [];
  const items = lines.map((text) => ({ type: 'TextBlock', text, wrap: true }));
  return [{ type: 'Container', style: notice ? 'accent' : 'warning', spacing: 'Medium', items }];
}

/** Fills inputs, puts error sentences after them and completes buttons, all the way down. */
function frameElement(element: Element, frame: Frame, unplaced: Set<string>): Element[] {
  const type = String(element.type);
  if (type.startsWith('Input.')) return frameInput(element, frame, unplaced);
  if (type === 'ActionSet')
    return [{ ...element, actions: elements(element.actions).map((action) => frameAction(action, frame)) }];
  if (type === 'RichTextBlock') return [{ ...element, inlines: elements(element.inlines).map(asTyped) }];
  const framed = { ...element };
  if (element.items) framed.items = elements(element.items).flatMap((item) => frameElement(item, frame, unplaced));
  if (element.columns)
    framed.columns = elements(element.columns).flatMap((column) => frameElement(column, frame, unplaced));
  return [framed];
}

function frameInput(input: Element, frame: Frame, unplaced: Set<string>): Element[] {
  const { language, page, errors, warnings, values } = frame;
  const field = String(input.id);
  const value = values?.[field];
  const own = { ...input, id: fieldOn(page, field) };
  const filled = {
    ...own,
    key: keyOf(own),
    ...(value !== undefined && { value: Array.isArray(value) ? value.join(',') : String(value) }),
  };
  unplaced.delete(field);
  const error = errors?.[field];
  const warning = warnings?.[field];
  const text =
    error === undefined
      ? warning && say(language, 'error.askAtField', { warning })
      : say(language, 'error.atField', { error });
  if (text === undefined) return [filled];
  const color = error === undefined ? 'Default' : 'Attention';
  return [filled, { type: 'TextBlock', text, color, weight: 'Bolder', wrap: true, spacing: 'Small' }];
}

/**
 * A client that draws a card where another stood goes on with the field of the same key; without keys with the one of
 * its kind at the same place, whatever its id: in the Playground a list then offered another page's choices. So a field
 * of another page, or with other choices, has another key, and one that a row or a sentence has moved keeps its own.
 * (Microsoft's reference of the elements: keys "can help maintain visual state in the host application".)
 */
function keyOf({ id, choices }: Element): string {
  return createHash('sha1')
    .update(JSON.stringify([id, choices]))
    .digest('base64url')
    .slice(0, 6);
}

/** A row's button may carry another posting and turn than the card's own. Old clients get the same as Action.Submit. */
function frameAction(action: Element, { posting, turn }: Frame): Element {
  if (action.type !== 'Action.Execute') return action;
  const own = isElement(action.data) ? action.data : {};
  const data = { posting: own.posting ?? posting, turn: own.turn ?? turn, verb: action.verb };
  return { ...action, data, fallback: { type: 'Action.Submit', title: action.title, data } };
}

/**
 * A TextRun is not Markdown, but `{{DATE(…)}}` is still computed in it: a word joiner between the braces stops that.
 */
function asTyped(run: Element): Element {
  return { ...run, text: String(run.text).replaceAll('{{', '{\u2060{') };
}
