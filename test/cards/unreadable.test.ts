/** A text that does not open any more: every page shows the rest, says so where it stood, and never what stands for it. */
import { expect, it, test } from 'vitest';
import { pages } from '../../bot/pages.ts';
import { LANGUAGES } from '../../domain/codes.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import { keepUnreadable, UNREADABLE } from '../../domain/unreadable.ts';
import { TABLES } from '../../prisma/tables.ts';
import { cardOf, fullFile, PAGE_NAMES, registerWith, statesOf, viewOf } from '../support/case-views.ts';
import { inputsOf } from './walk-card.ts';

const REGISTER = registerWith();
const SEALED = Object.entries(TABLES).flatMap(([table, { columns }]) =>
  Object.keys(columns).flatMap((column) => (column.endsWith('Sealed') ? [[table, column.slice(0, -6)] as const] : [])),
);

/** The same case with every sealed text of it broken, also those that it does not have. */
function broken(file: CaseFile): CaseFile {
  const rowsOf = (table: string) => {
    const fields = SEALED.filter(([name]) => name === table).map(([, field]) => [field, UNREADABLE]);
    return <T extends object>(row: T): T => ({ ...row, ...Object.fromEntries(fields) });
  };
  const entries = Object.entries(file).map(([name, rows]) =>
    Array.isArray(rows)
      ? [name, rows.map((row: object) => rowsOf(name.slice(0, -1))(row))]
      : [name, rowsOf('case')(rows)],
  );
  return Object.fromEntries(entries);
}

const FILES = [
  ...statesOf(fullFile({ excusedGuardian: 'GUARDIAN_2' }, ['GUARDIAN_1', 'GUARDIAN_2'])),
  ...statesOf(fullFile({ ageBand: 'A18_20', guardianOne: null, guardianTwo: null }, ['YOUTH'])),
  // With something of its own for the unit that has a copy.
  ...statesOf(fullFile({}, ['GUARDIAN_1', 'GUARDIAN_2'])).map((file) => ({
    ...file,
    measures: file.measures.map((measure) => ({ ...measure, unitId: 'bup-dalsland' })),
  })),
].map(broken);

const SAID = {
  sv: {
    shown: '[Texten kan inte läsas]',
    page: /En text på den här sidan kan inte läsas/,
    field: /Texten som stod här/,
  },
  en: {
    shown: '[The text cannot be read]',
    page: /A text on this page cannot be read/,
    field: /The text that stood here/,
  },
};
const touched = new Set<string>();

it.each(LANGUAGES.flatMap((language) => PAGE_NAMES.map((page) => [page, language] as const)))(
  '%s (%s) is drawn',
  (page, language) => {
    for (const file of FILES) {
      if (page.startsWith('measure') && file.measures.length === 0) continue;
      const view = viewOf(page, file, language, REGISTER);
      const { data, values = {} } = pages[page].show(view);
      const card = cardOf(page, view);
      const text = JSON.stringify(card);
      expect(text).not.toContain(UNREADABLE);
      const fields = Object.keys(values).filter((id) => values[id] === UNREADABLE);
      const among = Object.entries(values).filter(([id]) => !fields.includes(id));
      const isShown = JSON.stringify([data, among]).includes(UNREADABLE);
      expect([text.includes(SAID[language].shown), SAID[language].page.test(text)]).toEqual([isShown, isShown]);
      expect(SAID[language].field.test(text)).toBe(fields.length > 0);
      for (const input of inputsOf(card)) if (fields.includes(String(input.id))) expect(input.value).toBe('');
      if (isShown || fields.length > 0) touched.add(page);
    }
  },
);

it('and there are pages where such texts stand', () => {
  for (const page of [
    'child',
    'childPractical',
    'guardian2Excuse',
    'childGoal',
    'goals',
    'plan',
    'measure-open',
    'delivered-open',
    'own-text',
  ])
    expect([...touched], page).toContain(page);
});

const file = broken(fullFile({ excusedGuardian: 'GUARDIAN_2' }, ['GUARDIAN_1']));
const change = (set: object): Change => ({ in: 'case', id: file.case.id, set });
const kept = (set: object, isTyped = true) => keepUnreadable(file, [change(set)], isTyped)[0];

test.each([
  ['an empty field leaves it as it is', { excusedRef: null, existingSip: 'NO' }, true, { existingSip: 'NO' }],
  ['what stands for it is never stored', { excusedRef: UNREADABLE }, false, {}],
  ['what is written there takes its place', { excusedRef: 'ny' }, true, { excusedRef: 'ny' }],
  [
    'another’s is another text',
    { excusedRef: null, excusedGuardian: 'GUARDIAN_1' },
    true,
    { excusedRef: null, excusedGuardian: 'GUARDIAN_1' },
  ],
  [
    'the same one’s is not',
    { excusedRef: null, excusedGuardian: 'GUARDIAN_2' },
    true,
    { excusedGuardian: 'GUARDIAN_2' },
  ],
  ['what a rule takes away goes', { excusedRef: null }, false, { excusedRef: null }],
])('%s', (_, set, isTyped, left) => expect(kept(set, isTyped)).toEqual(change(left)));
