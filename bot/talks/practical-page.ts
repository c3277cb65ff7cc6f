import { practical } from '../../cards/practical.ts';
import { sayPartner } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { talkWith } from '../../domain/talks.ts';
import { caseOf, definePage } from '../act.ts';
import { type Guardian, verbOf } from './guardians.ts';

/** Per person, not per family: there may be two homes. */
export const practicalPage = (guardian: Guardian) =>
  definePage(practical, (view) => {
    const file = caseOf(view);
    const { language } = view;
    const talk = talkWith(file, guardian);
    return {
      data: {
        title: say(language, 'practical.title', { code: file.case.code, who: sayPartner(language, file.case, guardian) }),
        next: say(language, 'practical.next'),
        verb: verbOf(guardian),
      },
      values: {
        delivery: talk?.delivery ?? '',
        interpreter: talk?.interpreter ?? '',
        interpreterHow: talk?.interpreterHow ?? '',
        interpreterBooking: talk?.interpreterBooking ?? '',
        support: talk?.support ?? [],
      },
    };
  });
