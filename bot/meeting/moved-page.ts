import { movedCard } from '../../cards/meeting/moved.ts';
import { sayMeetingTime } from '../../cards/texts/dates.ts';
import { remindIn } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { currentMeeting } from '../../domain/current.ts';
import { dayOf } from '../../domain/days.ts';
import { isLate, lastMeetingDay } from '../../domain/deadlines.ts';
import { caseOf, definePage } from '../act.ts';

export const movedPage = definePage(movedCard, (view) => {
  const file = caseOf(view);
  const { language, today } = view;
  const meeting = currentMeeting(file);
  const { startAt, endAt, childFrom, childTo, allDay = false } = meeting ?? {};
  const part = { from: childFrom?.replace(':', '.') ?? '', to: childTo?.replace(':', '.') ?? '' };
  return {
    data: {
      title: say(language, 'moved.title', { code: file.case.code }),
      next: say(language, 'next.movedByHand'),
      when: startAt && endAt ? sayMeetingTime(language, startAt, endAt, { today, allDay }) : '',
      childPart: childFrom && childTo ? say(language, 'moveCheck.childPart', part) : null,
      agreedTitle: say(language, 'family.agreed'),
      askLate: startAt != null && isLate(dayOf(startAt), lastMeetingDay({ ...view, file })),
      rebook: say(language, 'move.rebook', { remind: remindIn(file) }),
    },
    values: { familyAgreed: meeting?.familyAgreed ?? false, lateReason: meeting?.lateReason ?? '' },
  };
});
