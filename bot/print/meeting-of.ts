/** What the papers of a case say of its meeting. */
import { Temporal } from 'temporal-polyfill';
import { sayDayOfYear, sayMeetingTime } from '../../cards/texts/dates.ts';
import { sayUnit } from '../../cards/texts/labels.ts';
import { languageOf, say, type Voice } from '../../cards/texts/say.ts';
import type { Paper } from '../../documents/paper.ts';
import { guardiansOf } from '../../domain/consent.ts';
import { participantsOf } from '../../domain/current.ts';
import { clockOf, dayOf, isBefore } from '../../domain/days.ts';
import { answerByOn } from '../../domain/deadlines.ts';
import { howOf, joinsFromAfar } from '../../domain/from-afar.ts';
import { personOf, placeOf, unitOf } from '../../domain/in-register.ts';
import { interpretingOf } from '../../domain/interpreters.ts';
import type { Moment } from '../../domain/moment.ts';
import type { Meeting } from '../../domain/rows/meeting.ts';
import { talksNow, talkWith } from '../../domain/talks.ts';
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
  | 'childStaysAway'
  | 'childPart'
  | 'childLeaves'
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
  childStaysAway: false,
  childPart: null,
  childLeaves: null,
  interpreter: 'NONE',
  support: [],
};

/** "13.00" of `13:00`. */
const sayHour = (voice: Voice, clock: string): string => (languageOf(voice) === 'sv' ? clock.replace(':', '.') : clock);

const goesOnAfter = ({ endAt, allDay }: Meeting, clock: string): boolean =>
  endAt !== null && !allDay && isBefore(Temporal.PlainTime.from(clock), clockOf(endAt));

/** The child need not know how long the others sit there. */
const childTime = (voice: Voice, day: Temporal.PlainDate, from: string | null, to: string | null): string | null =>
  from && to
    ? say(voice, 'paper.childTime', {
        day: sayDayOfYear(voice, day),
        from: sayHour(voice, from),
        to: sayHour(voice, to),
      })
    : null;

/** When, where and who; nothing of it where everything is on paper (`meeting` undefined). */
export function meetingOf(moment: Moment, voice: Voice, meeting?: Meeting): Pick<Paper, AboutMeeting> {
  const { file, register, today } = moment;
  if (!meeting) return NOTHING;
  const { startAt, endAt, childFrom, childTo, placeOral, placeId, placeChanged, allDay, eventState } = meeting;
  const talks = talksNow(file).filter(
    (talk) => talk.with === 'CHILD' || guardiansOf(file.case, today).includes(talk.with),
  );
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
      unit: sayUnit(register, unitId),
      kind: unitOf(register, unitId)?.kind ?? null,
      role: personOf(register, personId)?.role ?? '',
      duty: kind === 'SUMMONED',
    })),
    answerBy: answerBy ? sayDayOfYear(voice, answerBy) : null,
    // Its own answer is not for the others to read.
    childJoins: participation && participation !== 'NONE' ? say(voice, `participation.${participation}`) : null,
    childStaysAway: participation === 'NONE',
    childPart: childFrom && childTo ? { from: sayHour(voice, childFrom), to: sayHour(voice, childTo) } : null,
    childLeaves: childFrom && childTo && goesOnAfter(meeting, childTo) ? sayHour(voice, childTo) : null,
    interpreter: interpretingOf(talks),
    support: [...new Set(talks.flatMap(({ support }) => support))].map((one) => say(voice, `support.${one}`)),
  };
}
