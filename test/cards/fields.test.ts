/**
 * A field belongs to one page. A client goes on with what a field held where the next card has one that it takes for the
 * same: by its key (the Playground), or by its id.
 */
import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { newAct } from '../../bot/act.ts';
import { renderAnswer, renderStanding } from '../../bot/engine/render.ts';
import { pages } from '../../bot/pages.ts';
import { plan } from '../../cards/followup/plan.ts';
import { buildCard, type Frame } from '../../cards/frame.ts';
import { goals } from '../../cards/sip/goals.ts';
import type { PageName } from '../../domain/names.ts';
import type { Card } from '../../domain/ports.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { fullFile, NOW, PAGE_NAMES, registerWith, statesOf, viewOf } from '../support/case-views.ts';
import { elementsOf } from './walk-card.ts';

const REGISTER = registerWith();
const [{ tenantId } = { tenantId: '' }] = REGISTER.people;
const FILES = [
  ...statesOf(fullFile({ tenantId }, ['GUARDIAN_1', 'GUARDIAN_2'])),
  ...statesOf(fullFile({ tenantId, ageBand: 'A18_20', guardianOne: null, guardianTwo: null }, ['YOUTH'])),
];

const frame: Frame = { language: 'sv', page: 'goals', posting: 'p', turn: 't' };

/** As it is answered to somebody who works in the case, and as it stands in the chat. */
function drawn(page: PageName, file: CaseFile): Card[] {
  const { posting, viewer: person, file: own, listed } = viewOf(page, file, 'sv', REGISTER);
  const act = newAct('verb', `${page}.open`, uuid());
  const to = { act, posting, person, file: own, listed, register: REGISTER };
  return [
    renderAnswer({ ...to, remembered: {}, now: NOW, publicUrl: '' }),
    renderStanding(posting, own, listed, REGISTER, NOW),
  ];
}

const fieldsOn = (card: Card) => elementsOf(card).filter(({ type }) => String(type).startsWith('Input.'));
const keysOn = (card: Card) => fieldsOn(card).map(({ key }) => String(key));

/** A measure's card belongs to a case that has one. */
const filesFor = (page: PageName) =>
  page.startsWith('measure') ? FILES.filter(({ measures }) => measures.length > 0) : FILES;

/** With everything that it asks now and then. */
function sampled(page: PageName): Card {
  const { card } = pages[page];
  return buildCard(card, card.sample as Record<string, unknown>, { ...frame, page });
}

const CARDS = new Map(
  PAGE_NAMES.map((page) => [page, [sampled(page), ...filesFor(page).flatMap((file) => drawn(page, file))]]),
);
const fieldsOf = (page: PageName) => (CARDS.get(page) ?? []).flatMap(fieldsOn);
const WITH_FIELDS = PAGE_NAMES.filter((page) => pages[page].card.form || fieldsOf(page).length > 0);

describe('a field belongs to one page', () => {
  it.each(WITH_FIELDS)('%s shares no id and no key with another', (page) => {
    const others = WITH_FIELDS.filter((other) => other !== page).flatMap(fieldsOf);
    const own = fieldsOf(page);
    expect(own.length).toBeGreaterThan(0);
    for (const name of ['id', 'key'] as const) {
      const taken = new Set(others.map((field) => field[name]));
      expect(own.flatMap(({ [name]: mark }) => (!mark || taken.has(mark) ? [mark] : []))).toEqual([]);
    }
  });

  it.each(WITH_FIELDS)('%s names each of its own once', (page) => {
    for (const card of CARDS.get(page) ?? []) expect(new Set(keysOn(card)).size).toBe(keysOn(card).length);
  });
});

const [row] = goals.sample.rows;

it('a field that a row, a notice or a sentence has moved is the same field', () => {
  const none = keysOn(buildCard(goals, { ...goals.sample, rows: [] }, frame));
  expect(none.length).toBeGreaterThan(2);
  const rows = row ? [row, row, row] : [];
  const said = { notice: 'En mening.', errors: { goal: 'Skriv.' }, values: { goal: 'Sova.' } };
  expect(keysOn(buildCard(goals, { ...goals.sample, rows }, { ...frame, ...said }))).toEqual(none);
});

it('a list with other choices is another field: what was to be had before is not offered again', () => {
  const keyWith = (...values: string[]) => {
    const measureChoices = values.map((value) => ({ title: `Åtgärd ${value}`, value }));
    return keysOn(buildCard(plan, { ...plan.sample, measureChoices }, { ...frame, page: 'plan' }))[0];
  };
  expect(keyWith('1', '2')).toBe(keyWith('1', '2'));
  expect(keyWith('2')).not.toBe(keyWith('1', '2'));
});
