/** What is not chosen or not filled in leads somewhere: beside the words stands the button to the page where it is. */
import { expect, it } from 'vitest';
import { say, type TextKey, type Voice, voiceOf } from '../../cards/texts/say.ts';
import sv from '../../cards/texts/sv.json' with { type: 'json' };
import { LANGUAGES } from '../../domain/codes.ts';
import type { PageName } from '../../domain/names.ts';
import type { Card } from '../../domain/ports.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { cardOf, fullFile, PAGE_NAMES, registerWith, statesOf, viewOf } from '../support/case-views.ts';
import { actionsOf, type Element, elementsOf } from './walk-card.ts';

const register = registerWith();
const FAMILY = statesOf(fullFile({}, ['GUARDIAN_1', 'GUARDIAN_2']));
const YOUTH = statesOf(fullFile({ ageBand: 'A18_20', guardianOne: null, guardianTwo: null }, ['YOUTH']));

/** States of a row that say that something is not there yet. */
const LACKS = Object.keys(sv).filter((key): key is TextKey => /^state\.(not[A-Z]\w*|begun)$/.test(key));
/** As it can stand: a row's state, or the end of a line. */
const saidIn = (voice: Voice): string[] =>
  LACKS.filter((key) => key !== 'state.notBefore').map((key) => say(voice, key));

const textsIn = (element: Element): string[] =>
  elementsOf(element).flatMap(({ type, text }) => (type === 'TextBlock' ? [String(text)] : []));

/** Lines that say it and stand in no row with a button of its own. */
function dumb(card: Card, lacks: readonly string[]): string[] {
  const says = (text: string) =>
    text.split(/: | \u00b7 /).some((part) => lacks.some((one) => part.toLowerCase() === one.toLowerCase()));
  const rows = elementsOf(card).filter(({ type }) => type === 'ColumnSet');
  const led = rows.filter((row) => actionsOf(row as unknown as Card).length > 0).flatMap(textsIn);
  return elementsOf(card)
    .flatMap(({ type, text }) => (type === 'TextBlock' && says(String(text)) ? [String(text)] : []))
    .filter((text) => !led.includes(text));
}

const those = (page: PageName, files: readonly CaseFile[]) =>
  page.startsWith('measure') ? files.filter(({ measures }) => measures.length > 0) : files;

it.each(PAGE_NAMES.flatMap((page) => LANGUAGES.map((language) => [page, language] as const)))(
  '%s (%s) has no "not chosen" without a way there',
  (page, language) => {
    for (const [files, youth] of [
      [FAMILY, false],
      [YOUTH, true],
    ] as const)
      for (const file of those(page, files)) {
        const card = cardOf(page, viewOf(page, file, language, register));
        expect(dumb(card, saidIn(voiceOf(language, youth)))).toEqual([]);
      }
  },
);

it('and they are found where they stand: the test can fail', () => {
  const card = { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: 'Inbjudan till mamma: inte valt' }] };
  expect(dumb(card as unknown as Card, saidIn('sv'))).toEqual(['Inbjudan till mamma: inte valt']);
});
