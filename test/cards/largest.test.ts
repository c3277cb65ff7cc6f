/** Every page, read from the list of pages, of the largest case there can be: each fits, says what it leaves out, and has a way on to it. */
import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { pages } from '../../bot/pages.ts';
import { CardTooLarge } from '../../cards/fit.ts';
import { buildCard } from '../../cards/frame.ts';
import { neutralLine } from '../../cards/posting/neutral-line.ts';
import { LANGUAGES } from '../../domain/codes.ts';
import { currentMeeting, participantsOf } from '../../domain/current.ts';
import type { Card } from '../../domain/ports.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { newGoal, newMeasure, newPlan } from '../../domain/rows/plan.ts';
import { MEASURES_SHOWN } from '../../domain/shown-plan.ts';
import { participantRow } from '../support/case-rows.ts';
import { cardOf, fullFile, NOW, PAGE_NAMES, registerWith, statesOf, viewOf } from '../support/case-views.ts';
import { actionsOf, elementsOf, inputsOf, textsOf } from './walk-card.ts';

const MEASURES = 60;
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
  return {
    ...file,
    talks: file.talks.map((talk) => ({ ...talk, words: LONG.repeat(3) })),
    plans,
    goals: plans.flatMap(({ id }) => many(8, (n) => newGoal({ id: uuid(), planId: id, ordinal: n + 1, text: LONG }))),
    measures: plans.flatMap(({ id }) =>
      many(MEASURES, (n) =>
        newMeasure({
          id: uuid(),
          planId: id,
          ordinal: n + 1,
          what: LONG,
          unitId: 'elevhalsan',
          personId: people[n % people.length]?.id ?? '',
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
const numbersIn = (card: Card): string[] =>
  elementsOf(card).flatMap(({ inlines }) => {
    const [first, n] = (inlines ?? []) as { text: string }[];
    return first?.text === 'Åtgärd' && n ? [n.text.trim()] : [];
  });
const [full = largest()] = locked.filter((file) => file.measures.length > 0 && file.participants.length > 0);

describe('fault 39: what a card leaves out is counted, and there is a way on to it', () => {
  it.each(['measures', 'readback'] as const)('%s: the measures shown and those left out are all of them', (page) => {
    const card = cardOf(page, viewOf(page, full, 'sv', register));
    expect(numbersIn(card).length + (more(card)[0] ?? 0)).toBe(MEASURES);
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
    const people = participantsOf(full, currentMeeting(full));
    const first = asked(full);
    const saved = new Set(first.map((id) => people[Number(id.slice(2))]?.id));
    const after = full.participants.map((row) =>
      saved.has(row.id) ? { ...row, attendance: 'IN_ROOM' as const } : row,
    );
    expect(asked({ ...full, participants: after }).filter((id) => first.includes(id)).length).toBeLessThan(
      first.length,
    );
  });

  it('the plan: all of its measures, in parts', () => {
    const shown: string[] = [];
    for (let from = 0; from < MEASURES; from += MEASURES_SHOWN) {
      const view = viewOf('plan', full, 'sv', register);
      const card = cardOf('plan', { ...view, posting: { ...view.posting, page: `plan:${VERSIONS}:${from}` } });
      expect(more(card)).toEqual([]);
      expect(actionsOf(card).map(({ verb }) => verb)).toContain('plan.more');
      shown.push(...numbersIn(card));
    }
    expect(shown).toEqual(many(MEASURES, (n) => String(n + 1)));
  });
});

it('fault 39: what cannot be made to fit is no card', () => {
  const title = 'x'.repeat(20_000);
  expect(() =>
    buildCard(neutralLine, { ...neutralLine.sample, title }, { language: 'sv', posting: 'p', turn: 't' }),
  ).toThrow(CardTooLarge);
});
