import { moveCheck } from '../../cards/meeting/move-check.ts';
import { sayMeetingTime } from '../../cards/texts/dates.ts';
import { remindIn, sayPlace } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { currentMeeting, participantsOf } from '../../domain/current.ts';
import { childPartAfter, hasNewTime, missingBeforeMove, openMove, placeAfter } from '../../domain/moves.ts';
import type { Meeting } from '../../domain/rows/meeting.ts';
import type { MeetingMove } from '../../domain/rows/move.ts';
import { caseOf, definePage, type View } from '../act.ts';
import { sayMissing } from './missing-page.ts';

type Span = Pick<Meeting, 'startAt' | 'endAt'> & { allDay?: boolean };
function sayWhen({ language, today }: View, span: Span | undefined): string {
  if (!span?.startAt || !span.endAt) return say(language, 'state.notChosen');
  return sayMeetingTime(language, span.startAt, span.endAt, { today, allDay: span.allDay ?? false });
}

function sayChildPart({ language }: View, meeting: Meeting, move: MeetingMove): string | null {
  if (!meeting.childFrom) return null;
  const { childFrom, childTo } = childPartAfter(meeting, move);
  if (!childFrom || !childTo) return say(language, 'moveCheck.childPartGone');
  return say(language, 'moveCheck.childPart', { from: childFrom.replace(':', '.'), to: childTo.replace(':', '.') });
}

export const moveCheckPage = definePage(moveCheck, (view) => {
  const file = caseOf(view);
  const { language, register } = view;
  const [meeting, move] = [currentMeeting(file), openMove(file)];
  const missing = missingBeforeMove({ ...view, file }).filter(({ gate }) => gate !== 'familyTime');
  // A place that was chosen in Outlook stays there unless another is chosen here.
  const placeId = meeting && move ? placeAfter(meeting, move) : null;
  const chosen = { placeId, placeChanged: (meeting?.placeChanged && placeId === meeting.placeId) ?? false };
  const what = meeting && move && hasNewTime(meeting, move) ? 'time' : 'place';
  return {
    data: {
      title: say(language, 'move.title', { code: file.case.code }),
      next: say(language, 'moveCheck.next'),
      from: say(language, 'moveCheck.from', { when: sayWhen(view, meeting) }),
      to: say(language, 'moveCheck.to', { when: sayWhen(view, move) }),
      place: meeting ? sayPlace(language, register, { ...meeting, ...chosen }) : '',
      childPart: meeting && move ? sayChildPart(view, meeting, move) : null,
      rows: missing.map((gap) => sayMissing(view, file, gap)),
      agreedTitle: say(language, 'family.agreed'),
      leaves: say(language, 'moveCheck.leaves', { n: participantsOf(file, meeting).length, what }),
      rebook: say(language, 'move.rebook', { remind: remindIn(file) }),
    },
    values: { familyAgreed: move?.familyAgreed ?? false },
  };
});
