import { childTalk } from '../../cards/talks/child-talk.ts';
import { say, type TextKey } from '../../cards/texts/say.ts';
import type { AgeBand } from '../../domain/codes.ts';
import { talkWith } from '../../domain/talks.ts';
import { caseOf, definePage } from '../act.ts';

/** How many questions there are for each age band in the text files. */
const QUESTIONS = [1, 2, 3, 4, 5] as const;

/**
 * Asked aloud, with no box here and no line on the sheet: the answers would be the worst facts, and others may come to
 * read them.
 */
const SPOKEN_ONLY: Record<AgeBand, readonly TextKey[]> = {
  A0_5: ['talk.child.secrets', 'talk.child.readBack'],
  A6_11: ['talk.child.secrets', 'talk.child.readBack'],
  A12_14: ['talk.child.secrets', 'talk.child.everybody', 'talk.child.readBack'],
  A15_17: ['talk.child.secrets', 'talk.child.parents', 'talk.child.readBack'],
  A18_20: ['talk.child.secrets', 'talk.youth.parents', 'talk.child.readBack'],
};

/** The child's page leads with the child's own words; the questions are for the talk itself, away from the screen. */
export const childTalkPage = definePage(childTalk, (view) => {
  const file = caseOf(view);
  const { language } = view;
  const talk = talkWith(file, 'CHILD');
  const band = file.case.ageBand ?? 'A6_11';
  return {
    data: {
      title: say(language, 'talk.child.title', { code: file.case.code }),
      next: say(language, 'talk.child.words'),
      ownWords: say(language, 'input.childWords'),
      how: say(language, 'talk.child.how'),
      questions: QUESTIONS.map((n) => say(language, `childQuestion.${band}.${n}`)),
      prompts: SPOKEN_ONLY[band].map((key) => say(language, key)),
    },
    values: {
      words: talk?.words ?? '',
      wordsMayBeShown: talk?.wordsMayBeShown ?? false,
      // It counts with its day only.
      outcome: talk?.outcome ?? 'DONE',
      heldOn: talk?.heldOn?.toString() ?? '',
      participation: talk?.participation ?? '',
    },
  };
});
