import { practical } from '../../cards/talks/practical.ts';
import { sayPartner } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { DELIVERIES, type TalkPartner } from '../../domain/codes.ts';
import { verbOf } from '../../domain/talk-pages.ts';
import { talkWith } from '../../domain/talks.ts';
import { caseOf, definePage } from '../act.ts';

/** Per person, not per family: there may be two homes, and the child or young person has an invitation of their own. */
export const practicalPage = (partner: TalkPartner) =>
  definePage(practical, (view) => {
    const file = caseOf(view);
    const { language } = view;
    const talk = talkWith(file, partner);
    return {
      data: {
        title: say(language, 'practical.title', {
          code: file.case.code,
          who: sayPartner(language, file.case, partner),
        }),
        next: say(language, 'practical.next'),
        verb: verbOf(partner),
        deliveryChoices: DELIVERIES.filter((one) => partner === 'CHILD' || one !== 'SMS').map((one) => ({
          title: say(language, `delivery.${one}`),
          value: one,
        })),
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
