import type { Language } from '../../domain/codes.ts';
import { isInOwnChat, wantAgain } from '../../domain/posting.ts';
import type { Change } from '../../domain/rows/case-file.ts';
import { cardsToSend } from '../../domain/what-follows.ts';
import type { Step } from '../act.ts';
import { lineOutcome, openChat } from './say-line.ts';

/**
 * "språk": which language it is, and how it is changed. Said in both, so that whoever cannot read the one finds the way
 * to the other.
 */
export const sayLanguage: Step = { run: (context) => lineOutcome(context, 'line.language', 'ok') };

/**
 * "språk engelska": the person's cards follow, those that are open now and every later one. A card that stands on a
 * page with inputs follows when it is answered: it is never changed under somebody's fingers. Cards in a channel belong
 * to everybody and keep their language.
 */
export const chooseLanguage = (language: Language): Step => ({
  inOwnCases: true,
  async run(context) {
    const { person, store, ownCases } = context;
    if (!person) return lineOutcome(context, 'err.notInRegister', 'notInRegister');
    if (!(await store.findChat(person.id))) return openChat(context);
    const cards = ownCases
      .flatMap(({ postings }) => postings)
      .filter((posting) => isInOwnChat(posting) && posting.personId === person.id);
    const changes = cards.map(
      (card): Change =>
        context.isLive(card.page) ? wantAgain(card, { language }) : { in: 'posting', id: card.id, set: { language } },
    );
    const line = lineOutcome({ ...context, language }, 'line.languageChosen', 'ok');
    return {
      ...line,
      language,
      changes: [...changes, ...(line.changes ?? [])],
      effects: cardsToSend(cards, changes),
    };
  },
});
