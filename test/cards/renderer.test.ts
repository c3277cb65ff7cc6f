/** The official renderer's parser has nothing to say about any card. */
import renderer from 'adaptivecards/dist/adaptivecards.js';
import { expect, it } from 'vitest';
import { buildCard } from '../../cards/frame.ts';
import { allCards, pageWith } from '../support/all-cards.ts';

function complaintsAbout(card: unknown): string[] {
  const context = new renderer.SerializationContext();
  new renderer.AdaptiveCard().parse(card, context);
  const messages = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  // The renderer tests `lang` with a global regular expression, which fails every second time.
  return messages.filter((message) => !message.includes('for property "lang"'));
}

it.each(allCards.map((card) => [card.name, card] as const))('%s', (_, card) => {
  const built = buildCard(card, card.sample as Record<string, unknown>, {
    language: 'sv',
    page: pageWith(card),
    posting: 'p',
    turn: 't',
  });
  expect(complaintsAbout(built)).toEqual([]);
});

it('a broken card would be noticed', () => {
  expect(
    complaintsAbout({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlok', text: 'x' }] }),
  ).not.toEqual([]);
});
