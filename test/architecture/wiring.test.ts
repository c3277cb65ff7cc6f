/**
 * Names that tie the rooms together. What a type can hold it holds: each line under "does not compile" is an error that
 * `npm run check` must find. The rest (JSON, and whether a name is used at all) is looked for here, and each search is
 * shown something broken.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Outcome, Step } from '../../bot/act.ts';
import type { EffectKind } from '../../bot/effect.ts';
import { effects } from '../../bot/effects.ts';
import { pages } from '../../bot/pages.ts';
import { steps } from '../../bot/steps.ts';
import type { CardContract, CardTemplate } from '../../cards/contract.ts';
import { cancel } from '../../cards/meeting/cancel.ts';
import { isTextKey, say } from '../../cards/texts/say.ts';
import type { Door } from '../../domain/doors.ts';
import type { Missing } from '../../domain/gates.ts';
import { type DueKind, nameIn, type ResultName, type Verb } from '../../domain/names.ts';
import type { NewDueItem, NewEffect } from '../../domain/ports.ts';
import { actionsOf } from '../cards/walk-card.ts';
import { allCards } from '../support/all-cards.ts';
import { talkRow, withdrawalRow } from '../support/case-rows.ts';
import { cardOf, fullFile, NOW, PAGE_NAMES, registerWith, statesOf, viewOf } from '../support/case-views.ts';

const named = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, name = '']) => name)),
];

/** A row's whole button comes from the program: its type holds it. */
const OF_ROW = /^\$\{(verb|back|change|remove)\}$/;

/** No card has them any more, but cards from before do: they keep their step. */
const ON_OLD_CARDS = ['closing.save', 'review.open'];

/** The buttons that a template writes; `${verb}.save` is one for each `verb` that the card's data may have. */
function verbsOf({ template, data }: Pick<CardContract, 'template' | 'data'>): string[] {
  const { verb } = data.shape;
  const prefixes = verb instanceof z.ZodEnum ? verb.options.map(String) : [];
  return named(JSON.stringify(template), /"verb":"([^"]*)"/g)
    .filter((written) => !OF_ROW.test(written))
    .flatMap((written) =>
      /^\$\{verb\}/.test(written) ? prefixes.map((prefix) => written.replace(/^\$\{verb\}/, prefix)) : [written],
    );
}

const withoutStep = (card: Pick<CardContract, 'template' | 'data'>): string[] =>
  verbsOf(card).filter((verb) => !Object.hasOwn(steps.verb, verb));

const withoutText = (template: CardTemplate): string[] =>
  named(JSON.stringify(template), /"@(?!each:)([^"]*)"/g).filter((key) => !isTextKey(key));

/** Of the buttons that a template writes, those that say "Tillbaka". */
function backsOf({ template, data }: CardContract): string[] {
  const actions: unknown[] = [];
  JSON.parse(JSON.stringify(template), (_, node) => {
    if (node?.title === '@button.back') actions.push(node);
    return node;
  });
  return verbsOf({ template: { body: [], actions }, data });
}

describe('cards', () => {
  test('"Tillbaka" of a page with inputs is a step that leaves it, and no other step is', () => {
    const backs = new Set(allCards.flatMap(backsOf));
    const stepsOf: Readonly<Record<string, Step>> = steps.verb as never;
    const leaving = Object.keys(stepsOf).filter((verb) => stepsOf[verb]?.leaves);
    expect(leaving.length).toBeGreaterThan(20);
    expect(leaving.filter((verb) => !backs.has(verb))).toEqual([]);
    expect([...backs].filter((verb) => stepsOf[verb]?.form && !stepsOf[verb]?.leaves)).toEqual([]);
  });

  const misspelt = (from: string, to: string): CardTemplate =>
    JSON.parse(JSON.stringify(cancel.template).replace(from, to)) as CardTemplate;

  test.each(allCards.map((card) => [card.name, card] as const))(
    '%s: each button has a step, each text is there',
    (_, card) => {
      expect(withoutStep(card)).toEqual([]);
      expect(withoutText(card.template)).toEqual([]);
    },
  );

  test('one that is misspelt is found', () => {
    expect(withoutStep({ ...cancel, template: misspelt('cancel.keep', 'cancel.kep') })).toEqual(['cancel.kep']);
    expect(withoutText(misspelt('@button.cancelMeeting', '@button.cancelMeting'))).toEqual(['button.cancelMeting']);
  });

  test('every template is one of a page, or a part of it, so it is in the gallery and held to what Teams asks', () => {
    const files = readdirSync('cards', { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.json') && !file.startsWith('texts'),
    );
    expect(files.length).toBeGreaterThan(50);
    const andWithin = (elements: unknown[]): unknown[] =>
      elements.flatMap((one) => [one, ...andWithin((one as { items?: unknown[] }).items ?? [])]);
    const isPartOf = (part: unknown[], whole: unknown[]) =>
      part.every((one) => andWithin(whole).some((other) => isDeepStrictEqual(one, other)));
    const isInList = (file: string) => {
      const { body, actions } = JSON.parse(readFileSync(`cards/${file}`, 'utf8')) as CardTemplate;
      return allCards.some(({ template }) => isPartOf(body, template.body) && isPartOf(actions, template.actions));
    };
    expect(files.filter((file) => !isInList(file))).toEqual([]);
  });
});

test('every step of a button is behind one that somebody can come to', () => {
  const register = registerWith();
  const full = fullFile({}, ['GUARDIAN_1', 'GUARDIAN_2']);
  const [plan] = full.plans;
  const signedOn = full.consents[0]?.signedOn ?? null;
  const files = [
    ...statesOf(full),
    ...statesOf(fullFile({ ageBand: 'A18_20', guardianOne: null, guardianTwo: null }, ['YOUTH'])),
    // The no of a child, judged and not; a child that was not told; the board's consent, and a follow-up that nobody is
    // called to yet.
    ...(['NO', null] as const).map((childAble) => ({
      ...full,
      case: { ...full.case, ageBand: 'A15_17' as const, childAble },
      talks: [talkRow(full.case.id, { with: 'CHILD', shares: 'NO' })],
    })),
    { ...full, talks: [talkRow(full.case.id, { with: 'CHILD', informed: false })] },
    fullFile({ placement: 'LVU', placedConsentBy: 'SOCIAL_BOARD', placedConfirmedOn: signedOn }, []),
    { ...full, plans: plan ? [{ ...plan, lockedAt: full.case.createdAt }] : [] },
    // A meeting that is off and stands in a calendar.
    { ...full, meetings: full.meetings.map((row) => ({ ...row, stray: 'STANDS' as const })) },
    // Somebody has taken something back.
    { ...full, withdrawals: [withdrawalRow(full.case.id, { recordedAt: NOW.add({ hours: 1 }) })] },
    // One that is called and has no link.
    {
      ...full,
      case: { ...full.case, status: 'INVITED' as const },
      meetings: full.meetings.map((row) => ({ ...row, status: 'SENT' as const, noLink: 'REFUSED' as const })),
    },
  ];
  const ofRows = PAGE_NAMES.filter((page) =>
    JSON.stringify(pages[page].card.template).match(/"\$\{(verb|back|change|remove)\}"/),
  );
  const drawn = ofRows.flatMap((page) =>
    files.flatMap((file) =>
      actionsOf(cardOf(page, viewOf(page, file, 'sv', register))).map(({ verb }) => nameIn(String(verb))),
    ),
  );
  const onCards = new Set([...allCards.flatMap(verbsOf), ...drawn, ...ON_OLD_CARDS]);
  expect(Object.keys(steps.verb).filter((verb) => !onCards.has(verb))).toEqual([]);
});

/** What the program says of names in its own text: `kind: 'card'`. */
const SOURCE = ['bot', 'domain']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`))
  .filter((file) => file.endsWith('.ts') && file !== 'domain/names.ts')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

describe('names that are used', () => {
  const kinds = named(SOURCE, /kind: '([^']+)'/g);

  test('every effect is wanted by some step, and every due item is planned', () => {
    expect(Object.keys(effects).filter((kind) => !kinds.includes(kind))).toEqual([]);
    expect(Object.keys(steps.due).filter((kind) => !kinds.includes(kind))).toEqual([]);
  });

  test('every result comes of some effect, or is said by the engine', () => {
    const come = Object.values(effects).flatMap(({ done, waiting, dead }) => [done, waiting, dead]);
    const stopped = named(SOURCE, /notWanted: '([^']+)'/g);
    const said = named(SOURCE, /newAct\('result', '([^']+)'/g);
    expect(Object.keys(steps.result).sort()).toEqual(
      [...new Set([...come.filter((name) => name !== undefined), ...stopped, ...said])].sort(),
    );
  });

  test('every text that a row is given is there', () => {
    const keys = named(SOURCE, /key: '([^']+\.[^']+)'/g);
    expect(keys.length).toBeGreaterThan(50);
    expect(keys.filter((key) => !isTextKey(key))).toEqual([]);
  });
});

test('what does not exist does not compile', () => {
  const wrong = [
    // @ts-expect-error no such page
    { code: 'ok', page: 'cas' } satisfies Outcome,
    // @ts-expect-error no such effect
    { kind: 'cancel-strai' } satisfies NewEffect,
    // @ts-expect-error no such due item
    { kind: 'meeting.open', subjectId: '', dueAt: Temporal.Now.instant() } satisfies NewDueItem,
    // @ts-expect-error no such button
    { key: 'told', verb: 'told.opn' } satisfies Door,
    // @ts-expect-error a page that no button opens
    { gate: 'place', at: 'time-more' } satisfies Missing,
    // @ts-expect-error no such result
    { prepare: () => null, send: async () => null, done: 'times.fund' } satisfies EffectKind,
    // @ts-expect-error no such text
    { code: 'ok', notice: { key: 'err.expird' } } satisfies Outcome,
    // @ts-expect-error a result without a step
    {} satisfies Record<ResultName, Step>,
    // @ts-expect-error a due item without a step
    {} satisfies Record<DueKind, Step>,
    // @ts-expect-error a button without a step
    {} satisfies Record<Verb, Step>,
  ];
  expect(wrong.length).toBeGreaterThan(0);
  // @ts-expect-error no such text
  expect(() => say('sv', 'err.expird')).toThrow();
});
