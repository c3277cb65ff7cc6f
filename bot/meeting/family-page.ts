import { family } from '../../cards/meeting/family.ts';
import { sayMeetingTime } from '../../cards/texts/dates.ts';
import { sayPartner } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { currentMeeting } from '../../domain/current.ts';
import { approachable } from '../../domain/gates.ts';
import { talkWith } from '../../domain/talks.ts';
import { caseOf, definePage } from '../act.ts';
import { afarChoices } from './afar-choices.ts';

export const familyPage = definePage(family, (view) => {
  const file = caseOf(view);
  const { language, today } = view;
  const meeting = currentMeeting(file);
  const home = [...approachable(file, today), 'CHILD' as const];
  const afar = afarChoices(view);
  return {
    data: {
      title: say(language, 'family.title', { code: file.case.code }),
      next: say(language, 'family.next'),
      when:
        meeting?.startAt && meeting.endAt
          ? sayMeetingTime(language, meeting.startAt, meeting.endAt, { today })
          : say(language, 'family.noTime'),
      agreedTitle: say(language, 'family.agreed'),
      askPart: talkWith(file, 'CHILD')?.participation === 'PART',
      afarChoices: afar.choices,
      deliveries: home.map((who) => {
        const delivery = talkWith(file, who)?.delivery;
        return say(language, 'family.delivery', {
          who: sayPartner(language, file.case, who),
          how: say(language, delivery ? `delivery.${delivery}` : 'state.notChosen').toLowerCase(),
        });
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
