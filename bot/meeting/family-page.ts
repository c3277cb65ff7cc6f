import { family } from '../../cards/meeting/family.ts';
import { sayMeetingTime } from '../../cards/texts/dates.ts';
import { sayPartner } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { currentMeeting } from '../../domain/current.ts';
import { approachable } from '../../domain/gates.ts';
import { verbOf } from '../../domain/talk-pages.ts';
import { talkWith } from '../../domain/talks.ts';
import { caseOf, definePage } from '../act.ts';
import { afarChoices } from './afar-choices.ts';

export const familyPage = definePage(family, (view) => {
  const file = caseOf(view);
  const { language, today } = view;
  const meeting = currentMeeting(file);
  const home = [...approachable(file, today), 'CHILD' as const];
  const afar = afarChoices(view);
  const when =
    meeting?.startAt && meeting.endAt ? sayMeetingTime(language, meeting.startAt, meeting.endAt, { today }) : null;
  return {
    data: {
      title: say(language, 'family.title', { code: file.case.code }),
      next: say(language, when ? 'family.next' : 'family.noTime'),
      when,
      agreedTitle: say(language, 'family.agreed'),
      askPart: when !== null && talkWith(file, 'CHILD')?.participation === 'PART',
      afarChoices: afar.choices,
      deliveries: home.map((who) => {
        const delivery = talkWith(file, who)?.delivery;
        return {
          label: say(language, 'family.delivery', { who: sayPartner(language, file.case, who) }),
          state: say(language, delivery ? `delivery.${delivery}` : 'state.notChosen'),
          button: say(language, delivery ? 'button.change' : 'button.choose'),
          verb: `${verbOf(who)}.delivery` as const,
        };
      }),
    },
    values: {
      familyAgreed: meeting?.familyAgreed ?? false,
      fromAfar: afar.chosen,
      childFrom: meeting?.childFrom ?? '',
      childTo: meeting?.childTo ?? '',
      childFollower: meeting?.childFollower ?? '',
    },
  };
});
