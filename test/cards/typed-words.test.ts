/**
 * Whatever people type is shown as text: Markdown, HTML, mentions and formulas do nothing, wherever typed words stand.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CardContract } from '../../cards/contract.ts';
import { buildCard, type Frame } from '../../cards/frame.ts';
import { LANGUAGES } from '../../domain/codes.ts';
import { allCards } from '../support/all-cards.ts';
import { elementsOf, inputsOf, isField, textsOf, withTyped } from './walk-card.ts';

const SAMPLES = 600;
const MARK = 'ORD';

const piece = fc.constantFrom(
  ...[
    '**',
    '_',
    '# ',
    '- ',
    '1. ',
    '`',
    '> ',
    '---',
    '\n',
    '\\',
    '|',
    '~~',
    '[a](https://b.example)',
    '![x](https://b.example/x.png)',
  ],
  ...[
    '<at>Karin</at>',
    '<b>',
    '</td>',
    '<script>alert(1)</script>',
    '&lt;',
    '&nbsp;',
    '<!--',
    '@button.save',
    '@everyone',
  ],
  ...[
    '{{DATE(2026-03-02T08:00:00Z,SHORT)}}',
    '{{TIME(2026-03-02T08:00:00Z)}}',
    '{{',
    '}}',
    '{{{',
    '{n, plural, one {x} other {y}}',
  ],
  // `$` apart, since a linter would take it for a forgotten template: exactly what must be shown and not computed.
  ...['{title}', '{$root.next}', '{json("1")}', '{'].map((rest) => `$${rest}`),
  ...['$data', '$when', '%s', '\u202e', '\ufeff', 'å', '😀', ' ', '"', "'", 'null'],
);
const typed = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => MARK + pieces.join('') + MARK);

const shownAs = (text: string) => text.replaceAll('{{', '{\u2060{');
const frame: Frame = { language: 'sv', page: 'start', posting: 'p', turn: 't' };
const sampleOf = (card: CardContract) => card.sample as Record<string, unknown>;
const withWords = allCards.filter((card) => card.typed.length > 0);
const withBoxes = allCards.filter((card) => textBoxes(card).length > 0);

function textBoxes(card: CardContract): string[] {
  return inputsOf(buildCard(card, sampleOf(card), frame)).flatMap(({ id, type }) =>
    type === 'Input.Text' ? [String(id)] : [],
  );
}

it('fault 37: typed words on a card are shown as they are, in text runs and nowhere else', () => {
  let seen = 0;
  fc.assert(
    fc.property(typed, fc.constantFrom(...withWords), fc.constantFrom(...LANGUAGES), (text, card, language) => {
      const data = withTyped(
        card.sample,
        card.typed,
        () => text,
        () => 0,
      ) as Record<string, unknown>;
      const shown = textsOf(buildCard(card, data, { ...frame, language })).filter((one) => one.text.includes(MARK));
      expect(shown.length).toBeGreaterThanOrEqual(card.typed.length);
      for (const one of shown) expect(one).toEqual({ owner: 'TextRun', field: 'text', text: shownAs(text) });
      seen += 1;
    }),
    { seed: 37, numRuns: SAMPLES },
  );
  expect(seen).toBeGreaterThanOrEqual(500);
});

it('fault 37: what was typed in a box stands in that box again, and changes nothing else of the card', () => {
  fc.assert(
    fc.property(typed, fc.constantFrom(...withBoxes), (text, card) => {
      const ids = textBoxes(card);
      const values = Object.fromEntries(ids.map((id) => [id, text]));
      const plain = elementsOf(
        buildCard(card, sampleOf(card), { ...frame, values: Object.fromEntries(ids.map((id) => [id, 'x'])) }),
      );
      const built = elementsOf(buildCard(card, sampleOf(card), { ...frame, values }));
      for (const [n, element] of built.entries()) {
        if (ids.some((id) => isField(element, id))) expect(element.value).toBe(text);
        else if (!('items' in element) && !('body' in element) && !('columns' in element))
          expect(element).toEqual(plain[n]);
      }
    }),
    { seed: 37, numRuns: SAMPLES },
  );
});
