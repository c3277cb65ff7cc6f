/**
 * Every page, read from the list of pages, of the largest case there can be: each fits, says what it leaves out, and
 * has a way on to it.
 */
import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { pages } from '../../bot/pages.ts';
import { CardTooLarge } from '../../cards/fit.ts';
import { buildCard } from '../../cards/frame.ts';
import { neutralLine } from '../../cards/posting/neutral-line.ts';
import { LANGUAGES } from '../../domain/codes.ts';
import { currentPlan } from '../../domain/current.ts';
import { withInCalendar } from '../../domain/in-calendar.ts';
import type { PageRef } from '../../domain/names.ts';
import { changingPage, moreRows, ROWS_SHOWN, rowsOn } from '../../domain/plan-rows.ts';
import type { Card } from '../../domain/ports.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { newGoal, newMeasure, newNeed, newPlan } from '../../domain/rows/plan.ts';
import { participantRow } from '../support/case-rows.ts';
import { cardOf, fullFile, NOW, PAGE_NAMES, registerWith, statesOf, viewOf } from '../support/case-views.ts';
import { actionsOf, elementsOf, inputsOf, textsOf } from './walk-card.ts';

const MEASURES = 60;
const GOALS = 40;
const NEEDS = 3;
const VERSIONS = 10;
const PARTICIPANTS = 60;
const CASES = 200;
const MAX_BYTES = 28 * 1024;
/** As long as the inputs let them be; a quotation mark is two characters in JSON. */
const LONG = '"'.repeat(400);

const many = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));
const register = registerWith();

function largest(): CaseFile {
  const file = fullFile({}, ['GUARDIAN_1', 'GUARDIAN_2']);
  const [meeting] = file.meetings;
  const [plan] = file.plans;
  if (!meeting || !plan) throw new Error('a full file has a meeting and a plan');
  const people = register.people;
  const plans = many(VERSIONS, (n) =>
    newPlan({ ...plan, id: uuid(), version: n + 1, childGoal: LONG, lockedAt: n + 1 < VERSIONS ? NOW : null }),
  );
  const rowOf = (planId: string) => (n: number) => ({ id: uuid(), planId, ordinal: n + 1, text: LONG });
  const needs = plans.flatMap(({ id }) => many(NEEDS, (n) => newNeed(rowOf(id)(n))));
  const goals = plans.flatMap(({ id }) => {
    const own = needs.filter(({ planId }) => planId === id);
    return many(GOALS, (n) => newGoal({ ...rowOf(id)(n), needId: own[n % NEEDS]?.id ?? null }));
  });
  return {
    ...file,
    talks: file.talks.map((talk) => ({ ...talk, words: LONG.repeat(3) })),
    plans,
    planRecipients: file.planRecipients.map((row) => ({ ...row, planId: plans.at(-1)?.id ?? '' })),
    needs,
    goals,
    measures: plans.flatMap(({ id }) =>
      many(MEASURES, (n) =>
        newMeasure({
          id: uuid(),
          planId: id,
          ordinal: n + 1,
          what: LONG,
          unitId: 'elevhalsan',
          personId: people[n % people.length]?.id ?? '',
          goalId: goals.filter(({ planId }) => planId === id)[n % GOALS]?.id ?? null,
          dueOn: plan.followUpOn,
        }),
      ),
    ),
    participants: many(PARTICIPANTS, (n) => {
      const person = people[n % people.length];
      return participantRow(meeting.id, {
        unitId: person?.unitId ?? '',
        personId: person?.id ?? null,
        mail: `${n}.${person?.mail}`,
      });
    }),
  };
}

const LARGEST = statesOf(largest()).filter(({ participants, measures }) => participants.length + measures.length > 0);
const locked = LARGEST.map((file) => ({ ...file, plans: file.plans.map((plan) => ({ ...plan, lockedAt: NOW })) }));

const sizeOf = (card: unknown): number => JSON.stringify(card).length * 2;

describe.each(LANGUAGES)('fault 39: the largest case, in %s', (language) => {
  it.each(PAGE_NAMES)('%s fits', (page) => {
    const shown = [...LARGEST, ...locked].map((file) => {
      const view = viewOf(page, file, language, register);
      const part = pages[page].lists;
      const listed = part
        ? { files: many(Math.min(part.count, CASES - part.from), () => view.file as CaseFile), total: CASES }
        : view.listed;
      return cardOf(page, { ...view, listed });
    });
    expect(Math.max(...shown.map(sizeOf))).toBeLessThanOrEqual(MAX_BYTES);
  });
});

/** How many more there are, as the card says. */
const more = (card: Card): number[] =>
  textsOf(card).flatMap(({ text }) => {
    const [, n] = /^… och (\d+) till/.exec(text) ?? [];
    return n ? [Number(n)] : [];
  });
const numbersIn = (card: Card, word = 'Åtgärd'): string[] =>
  elementsOf(card).flatMap(({ inlines }) => {
    const [first, n] = (inlines ?? []) as { text: string }[];
    return first?.text === word && n ? [n.text.trim()] : [];
  });
const [full = largest()] = locked.filter((file) => file.measures.length > 0 && file.participants.length > 0);

const writing: CaseFile = {
  ...full,
  case: { ...full.case, status: 'MEETING' },
  plans: full.plans.map((plan) => ({ ...plan, lockedAt: plan.version < VERSIONS ? NOW : null })),
};

describe('fault 39: what a card leaves out is counted, and there is a way on to it', () => {
  it.each([
    ['needs', 'Behov', NEEDS],
    ['goals', 'Mål', GOALS],
    ['measures', 'Åtgärd', MEASURES],
  ] as const)('%s: all of them, in parts, each with its buttons, also while one is changed', (page, word, count) => {
    const plan = currentPlan(full);
    const view = viewOf(page, full, 'sv', register);
    const draw = (ref: PageRef) => cardOf(page, { ...view, posting: { ...view.posting, page: ref } });
    const all = rowsOn(page, full, plan);
    const shown: string[] = [];
    let ref: PageRef = page;
    do {
      const card = draw(ref);
      expect(more(card)).toEqual([]);
      expect(sizeOf(card)).toBeLessThanOrEqual(MAX_BYTES);
      expect(actionsOf(card).some(({ verb }) => verb === `${page}.more`)).toBe(count > ROWS_SHOWN[page]);
      shown.push(...numbersIn(card, word));
      ref = moreRows(ref, all);
    } while (ref !== page);
    expect(shown.map(Number).sort((a, b) => a - b)).toEqual(many(count, (n) => n + 1));
    for (const row of all) {
      const card = draw(changingPage(page, row));
      expect(numbersIn(card, word)).toContain(String(row.ordinal));
      expect(sizeOf(card)).toBeLessThanOrEqual(MAX_BYTES);
    }
  });

  it('attendance: whoever has no answer yet is there; the next ones come when those are saved', () => {
    const asked = (file: CaseFile) => {
      const card = cardOf('attendance', viewOf('attendance', file, 'sv', register));
      const ids = inputsOf(card)
        .map(({ id }) => String(id))
        .filter((id) => id.startsWith('p_'));
      expect(ids.length + (more(card)[0] ?? 0)).toBe(PARTICIPANTS);
      return ids;
    };
    const first = asked(full);
    const saved = new Set(first.map((id) => id.slice('p_'.length)));
    const after = full.participants.map((row) =>
      saved.has(row.id) ? { ...row, attendance: 'IN_ROOM' as const } : row,
    );
    expect(asked({ ...full, participants: after }).filter((id) => first.includes(id)).length).toBeLessThan(
      first.length,
    );
  });

  it.each([
    ['plan', `plan:${VERSIONS}`, 'plan.more'],
    ['readback', 'readback', 'readback.more'],
    ['delivered-open', 'delivered', 'copy.more'],
  ] as const)('%s: every goal and measure stands on one of its pages, whole', (name, first, next) => {
    const rowsOn = (n: number) => {
      const view = viewOf(name, name === 'readback' ? writing : full, 'sv', register);
      const card = cardOf(name, { ...view, posting: { ...view.posting, page: `${first}:${n}` as PageRef } });
      expect(more(card)).toEqual([]);
      expect(sizeOf(card)).toBeLessThanOrEqual(MAX_BYTES);
      expect(actionsOf(card).map(({ verb }) => verb)).toContain(next);
      return elementsOf(card).flatMap(({ inlines }) => {
        const [lead, words] = (inlines ?? []) as { text: string }[];
        return lead && words && /^(Åtgärd|Mål)/.test(lead.text) ? [{ row: lead.text.trim(), words: words.text }] : [];
      });
    };
    const begins = rowsOn(0);
    const shown = [...begins];
    for (let n = 1, rows = rowsOn(1); JSON.stringify(rows) !== JSON.stringify(begins); n += 1, rows = rowsOn(n)) {
      expect(n).toBeLessThan(99);
      shown.push(...rows);
    }
    const every = [...many(GOALS, (n) => `Mål ${n + 1}`), ...many(MEASURES, (n) => `Åtgärd ${n + 1}`)];
    expect(shown.map(({ row }) => row).sort()).toEqual(every.sort());
    expect(shown.filter(({ words }) => words !== LONG)).toEqual([]);
  });
});

it('fault 39: the text to paste has every measure of the unit on one of its pages', () => {
  const measures = full.measures.map((measure) => ({ ...measure, unitId: 'bup-dalsland' }));
  const textOn = (n: number) => {
    const view = viewOf('own-text', { ...full, measures }, 'sv', register);
    const card = cardOf('own-text', { ...view, posting: { ...view.posting, page: `delivered:${n}` } });
    expect(sizeOf(card)).toBeLessThanOrEqual(MAX_BYTES);
    expect(actionsOf(card).map(({ verb }) => verb)).toContain('copy.moreText');
    return String(inputsOf(card)[0]?.value);
  };
  const begins = textOn(0);
  const texts = [begins];
  for (let n = 1, text = textOn(1); text !== begins; n += 1, text = textOn(n)) texts.push(text);
  expect(texts.length).toBeLessThan(99);
  for (let n = 1; n <= MEASURES; n += 1) expect(texts.join('\n')).toContain(`Åtgärd ${n}: ${LONG}`);
});

it('fault 39: what cannot be made to fit is no card', () => {
  const title = 'x'.repeat(20_000);
  expect(() =>
    buildCard(neutralLine, { ...neutralLine.sample, title }, { language: 'sv', page: 'line', posting: 'p', turn: 't' }),
  ).toThrow(CardTooLarge);
});

it('addresses that anybody may have written in Outlook are shown short, and without signs that turn the text', () => {
  const [meeting] = full.meetings;
  const guests = [...'abcdefgh'].map((id) => ({
    ...{ id, answer: 'ACCEPTED' as const, at: null, of: null },
    mail: `${id}\u202e\u0007${'x'.repeat(5_000)}@y.example`,
  }));
  const inCalendar = withInCalendar({ inCalendar: null }, { guests, unseen: 8 });
  const called = {
    ...full,
    case: { ...full.case, status: 'INVITED' as const },
    meetings: meeting ? [{ ...meeting, status: 'SENT' as const, inCalendar }] : [],
  };
  const card = cardOf('answers', viewOf('answers', called, 'sv', register));
  expect(sizeOf(card)).toBeLessThanOrEqual(MAX_BYTES);
  expect(inputsOf(card).filter(({ id }) => String(id).startsWith('g_'))).toHaveLength(6);
  const said = (JSON.stringify(card).match(/"text":"[^"]*x{20}[^"]*"/g) ?? []).map((text) => text.slice(8, -1));
  expect(said).toHaveLength(6);
  expect(said.every((text) => text.length < 120 && !/\p{C}/u.test(text))).toBe(true);
});
