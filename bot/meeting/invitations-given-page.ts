import { invitationsGiven } from '../../cards/meeting/invitations-given.ts';
import { sayPartner } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { invitedAtHome } from '../../domain/still-to-do.ts';
import { talkWith } from '../../domain/talks.ts';
import { caseOf, definePage } from '../act.ts';
import { afarChoices } from './afar-choices.ts';

/** Per person: there may be two homes. */
export const invitationsGivenPage = definePage(invitationsGiven, (view) => {
  const file = caseOf(view);
  const { language } = view;
  const afar = afarChoices(view);
  const people = invitedAtHome({ ...view, file });
  return {
    data: {
      title: say(language, 'given.title', { code: file.case.code }),
      next: say(language, 'given.next'),
      people: people.map((who) => {
        const delivery = talkWith(file, who)?.delivery;
        const how = delivery ? ` · ${say(language, `delivery.${delivery}`).toLowerCase()}` : '';
        return { title: `${sayPartner(language, file.case, who)}${how}`, value: who };
      }),
      afarChoices: afar.choices,
    },
    values: {
      fromAfar: afar.chosen,
      invited: people.filter((who) => talkWith(file, who)?.invitedOn != null),
      reached: people.filter((who) => talkWith(file, who)?.reachedOn != null),
    },
  };
});
