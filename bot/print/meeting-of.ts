/** What the papers of a case say of its meeting. */
import type { Temporal } from 'temporal-polyfill';
import { sayDayOfYear, sayMeetingTime } from '../../cards/texts/dates.ts';
import { sayUnit, sayUnitKind } from '../../cards/texts/labels.ts';
import { languageOf, say, type Voice } from '../../cards/texts/say.ts';
import type { Paper } from '../../documents/paper.ts';
import { guardiansOf } from '../../domain/consent.ts';
import { participantsOf } from '../../domain/current.ts';
import { dayOf } from '../../domain/days.ts';
import { answerByOn } from '../../domain/deadlines.ts';
import { howOf, joinsFromAfar } from '../../domain/from-afar.ts';
import { personOf, placeOf, unitOf } from '../../domain/in-register.ts';
import { interpretingOf } from '../../domain/interpreters.ts';
import type { Moment } from '../../domain/moment.ts';
import type { Meeting } from '../../domain/rows/meeting.ts';
import { talkWith } from '../../domain/talks.ts';
import { UNREADABLE } from '../../domain/unreadable.ts';

type AboutMeeting =
  | 'when'
  | 'childWhen'
  | 'length'
  | 'place'
  | 'placeByHand'
  | 'how'
  | 'joinUrl'
  | 'childAfar'
  | 'linkByHand'
  | 'called'
  | 'answerBy'
  | 'childJoins'
  | 'childPart'
  | 'interpreter'
  | 'support';

const NOTHING: Pick<Paper, AboutMeeting> = {
  when: null,
  childWhen: null,
  length: null,
  place: null,
  placeByHand: false,
  how: 'IN_ROOM',
  joinUrl: null,
  childAfar: false,
  linkByHand: false,
  called: [],
  answerBy: null,
  childJoins: null,
  childPart: null,
  interpreter: 'NONE',
  support: [],
};

/** "13.00" of `13:00`. */
const sayHour = (voice: Voice, clock: string): string => (languageOf(voice) === 'sv' ? clock.replace(':', '.') : clock);

/** The child need not know how long the others sit there. */
const childTime = (voice: Voice, day: Temporal.PlainDate, from: string | null, to: string | null): string | null =>
  from && to
    ? say(voice, 'paper.childTime', {
        day: sayDayOfYear(voice, day),
        from: sayHour(voice, from),
        to: sayHour(voice, to),
      })
    : null;

/** When, where and who; nothing of it on paper only (`meeting` undefined). */
export function meetingOf(moment: Moment, voice: Voice, meeting?: Meeting): Pick<Paper, AboutMeeting> {
  const { file, register, today } = moment;
  if (!meeting) return NOTHING;
  const { startAt, endAt, childFrom, childTo, placeOral, placeId, placeChanged, allDay, eventState } = meeting;
  const talks = file.talks.filter((talk) => talk.with === 'CHILD' || guardiansOf(file.case, today).includes(talk.with));
  const participation = talkWith(file, 'CHILD')?.participation;
  const answerBy = answerByOn(meeting, moment);
  return {
    when: startAt && endAt ? sayMeetingTime(voice, startAt, endAt, { allDay, onPaper: true }) : null,
    childWhen: startAt && !allDay ? childTime(voice, dayOf(startAt), childFrom, childTo) : null,
    length:
      startAt && endAt && !allDay ? say(voice, 'paper.minutes', { n: startAt.until(endAt).total('minutes') }) : null,
    place: placeOral || placeChanged ? null : (placeOf(register, placeId)?.name ?? null),
    // What stands in Outlook is not kept here.
    placeByHand: placeChanged && !placeOral,
    how: howOf(meeting),
    // Where somebody must not know where they are, a link on paper would lead there.
    joinUrl: placeOral || eventState === 'GONE' || meeting.joinUrl === UNREADABLE ? null : meeting.joinUrl,
    linkByHand: !placeOral,
    childAfar: joinsFromAfar(meeting, 'CHILD'),
    called: participantsOf(file, meeting).map(({ unitId, personId, kind }) => ({
      unit: sayUnit(register, unitId) || sayUnitKind(voice, register, unitId),
      kind: unitOf(register, unitId)?.kind ?? null,
      role: personOf(register, personId)?.role ?? '',
      duty: kind === 'SUMMONED',
    })),
    answerBy: answerBy ? sayDayOfYear(voice, answerBy) : null,
    childJoins: participation ? say(voice, `participation.${participation}`) : null,
    childPart: childFrom && childTo ? { from: sayHour(voice, childFrom), to: sayHour(voice, childTo) } : null,
    interpreter: interpretingOf(talks),
    support: [...new Set(talks.flatMap(({ support }) => support))].map((one) => say(voice, `support.${one}`)),
  };
}
