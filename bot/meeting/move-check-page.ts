import { moveCheck } from '../../cards/meeting/move-check.ts';
import { sayMeetingTime } from '../../cards/texts/dates.ts';
import { remindIn, sayPlace } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { CONSENT_PAGES } from '../../domain/consent.ts';
import { currentMeeting, participantsOf } from '../../domain/current.ts';
import type { Missing } from '../../domain/gates.ts';
import { childPartAfter, hasNewTime, missingBeforeMove, openMove, placeAfter } from '../../domain/moves.ts';
import type { OpenPage } from '../../domain/names.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Meeting } from '../../domain/rows/meeting.ts';
import type { MeetingMove } from '../../domain/rows/move.ts';
import { caseOf, definePage, type View } from '../act.ts';
import { sayMissing } from './missing-page.ts';

type Span = Pick<Meeting, 'startAt' | 'endAt'> & { allDay?: boolean };
function sayWhen({ language, today }: View, key: 'moveCheck.from' | 'moveCheck.to', span: Span | undefined) {
  if (!span?.startAt || !span.endAt) return null;
  const when = sayMeetingTime(language, span.startAt, span.endAt, { today, allDay: span.allDay ?? false });
  return say(language, key, { when });
}

/** Where what is missing is mended once a meeting is called: the new time on the page before, the rest on its own. */
const ON_THE_WAY_BACK: readonly OpenPage[] = ['time', 'family'];
const OPEN_WHEN_CALLED: readonly OpenPage[] = [
  'start',
  'startMore',
  'protection',
  'goOn',
  ...Object.values(CONSENT_PAGES),
];

function rowsOf(view: View, file: CaseFile, missing: readonly Missing[]) {
  const verbs = missing.map(({ at }) =>
    ON_THE_WAY_BACK.includes(at)
      ? ('moveCheck.back' as const)
      : OPEN_WHEN_CALLED.includes(at)
        ? (`${at}.open` as const)
        : null,
  );
  const next = verbs.findIndex((verb) => verb !== null && verb !== 'moveCheck.back');
  return missing.map((gap, n) => ({
    label: sayMissing(view, file, gap),
    verb: verbs[n] ?? null,
    isNext: n === next,
  }));
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
  const rows = rowsOf(view, file, missing);
  // A place that was chosen in Outlook stays there unless another is chosen here.
  const placeId = meeting && move ? placeAfter(meeting, move) : null;
  const chosen = { placeId, placeChanged: (meeting?.placeChanged && placeId === meeting.placeId) ?? false };
  const what = meeting && move && hasNewTime(meeting, move) ? 'time' : 'place';
  return {
    data: {
      title: say(language, 'move.title', { code: file.case.code }),
      next: say(language, missing.length > 0 ? 'moveCheck.missing' : 'moveCheck.next'),
      from: sayWhen(view, 'moveCheck.from', meeting),
      to: sayWhen(view, 'moveCheck.to', move),
      place: meeting ? sayPlace(language, register, { ...meeting, ...chosen }) : '',
      childPart: meeting && move ? sayChildPart(view, meeting, move) : null,
      rows,
      canSend: missing.length === 0,
      hasNext: rows.some(({ isNext }) => isNext),
      agreedTitle: say(language, 'family.agreed'),
      leaves: say(language, 'moveCheck.leaves', { n: participantsOf(file, meeting).length, what }),
      rebook: say(language, 'move.rebook', { remind: remindIn(file) }),
    },
    values: { familyAgreed: move?.familyAgreed ?? false },
  };
});
