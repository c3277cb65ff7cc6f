import { move } from '../../cards/meeting/move.ts';
import { sayDay, sayMeetingTime } from '../../cards/texts/dates.ts';
import { remindIn, sayMoves, sayPlace } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { MOVE_ASKED_BY, MOVE_REASONS } from '../../domain/codes.ts';
import { currentMeeting } from '../../domain/current.ts';
import { lastMeetingDay } from '../../domain/deadlines.ts';
import { openMove } from '../../domain/moves.ts';
import { caseOf, definePage } from '../act.ts';

export const movePage = definePage(move, (view) => {
  const file = caseOf(view);
  const { language, register, today } = view;
  const meeting = currentMeeting(file);
  const last = lastMeetingDay({ ...view, file });
  const draft = openMove(file);
  const when =
    meeting?.startAt && meeting.endAt
      ? sayMeetingTime(language, meeting.startAt, meeting.endAt, { today, allDay: meeting.allDay })
      : '';
  const place = meeting ? sayPlace(language, register, meeting) : '';
  return {
    data: {
      title: say(language, 'move.title', { code: file.case.code }),
      next: say(language, 'move.next'),
      now: say(language, 'move.now', { when: [when, place].filter(Boolean).join(' · ') }),
      history: sayMoves(language, file),
      deadline: last && say(language, 'move.deadline', { day: sayDay(language, last) }),
      reasons: MOVE_REASONS.map((reason) => ({ title: say(language, `moveReason.${reason}`), value: reason })),
      askers: MOVE_ASKED_BY.map((who) => ({ title: say(language, `moveAskedBy.${who}`), value: who })),
      rebook: say(language, 'move.rebook', { remind: remindIn(file) }),
    },
    values: { reason: draft?.reason ?? '', askedBy: draft?.askedBy ?? '' },
  };
});
