import { z } from 'zod';
import { say } from '../../cards/texts/say.ts';
import { type Calendar, RemoteRefused, RemoteUnreachable } from '../../domain/ports.ts';
import { homePage } from '../../domain/posting.ts';
import type { Change } from '../../domain/rows/case-file.ts';
import type { Meeting } from '../../domain/rows/meeting.ts';
import { type Stray, strayMeetings, straysOf } from '../../domain/stray.ts';
import { caseStep, type Step } from '../act.ts';
import type { EffectKind } from '../effect.ts';

type Payload = { strays: Stray[]; comment: string };

const ENDS = ['GONE', 'STANDS', 'LOST'] as const;
type End = (typeof ENDS)[number];
const told = z.object({ ends: z.array(z.object({ meetingId: z.string(), end: z.enum(ENDS) })) });

/**
 * Whatever stands in a calendar of a call that counts no more is cancelled, neutrally: by the event that is known; a
 * call whose answer was lost is looked for by its transaction. The dead ones are named, so that a new call in the same
 * moment is safe. A case may have been handed over, so each is sought in the calendar that it was called from.
 */
export const cancelStray: EffectKind<Payload, z.input<typeof told>> = {
  prepare({ file, register }) {
    const strays = file ? straysOf(file) : [];
    return strays.length > 0 ? { strays, comment: say(register.settings.defaultLanguage, 'meet.cancelled') } : null;
  },
  calendars: ({ strays }) => [...new Set(strays.map(({ organizerId }) => organizerId))],
  async send({ strays, comment }, { calendar }) {
    const ends: z.input<typeof told>['ends'] = [];
    let later: RemoteUnreachable | null = null;
    for (const stray of strays) {
      try {
        ends.push({ meetingId: stray.meetingId, end: await endOf(stray, comment, calendar) });
      } catch (failure) {
        // One calendar that is away keeps nobody from the others.
        if (!(failure instanceof RemoteUnreachable)) throw failure;
        later = failure;
      }
    }
    if (later) throw later;
    return { ends };
  },
  done: 'cancel.told',
  waiting: 'cancel.notTold',
  dead: 'cancel.notTold',
};

async function endOf({ organizerId, eventId, transactionId, times }: Stray, comment: string, calendar: Calendar) {
  try {
    const event = eventId ? { organizerId, eventId } : await calendar.findBooking(organizerId, transactionId, times);
    if (!event) return 'LOST';
    await calendar.cancel(event, comment);
    return 'GONE';
  } catch (failure) {
    if (failure instanceof RemoteRefused) return eventId ? 'STANDS' : 'LOST';
    throw failure;
  }
}

const unlessSame = (meeting: Meeting, set: Partial<Meeting>): Change[] => {
  const isSame = Object.entries(set).every(([field, value]) => meeting[field as keyof Meeting] === value);
  return isSame ? [] : [{ in: 'meeting', id: meeting.id, set }];
};

const outcome = (changes: Change[]) => ({
  code: changes.length > 0 ? ('ok' as const) : ('unchanged' as const),
  changes,
});

/**
 * The calendars do not know yet that the meeting is off (it is tried again), or will not (a person must look): whoever
 * called must not believe that they do.
 */
export const cancelNotTold: Step = {
  run({ act, file }) {
    const strays = file ? straysOf(file) : [];
    const isDead = act.effect?.state === 'DEAD';
    const known = strays.filter(({ eventId }) => isDead || eventId !== null);
    return outcome(
      known.flatMap(({ meetingId, eventId }) => {
        const meeting = file?.meetings.find(({ id }) => id === meetingId);
        const stray = !isDead ? 'LEFT' : eventId ? 'STANDS' : 'LOST';
        return meeting ? unlessSame(meeting, { stray }) : [];
      }),
    );
  },
};

/** The worst of what became of a meeting's calls. */
const worst = (ends: readonly End[]): Meeting['stray'] =>
  ends.includes('STANDS') ? 'STANDS' : ends.includes('LOST') ? 'LOST' : null;

/** Nothing found is nothing told: only an event that was cancelled, or that is gone, is out of the calendars. */
export const cancelTold: Step = {
  run({ act, file }) {
    const { ends } = told.parse(act.data);
    return outcome(
      (file?.meetings ?? []).flatMap((meeting) => {
        const own = ends.filter(({ meetingId }) => meetingId === meeting.id).map(({ end }) => end);
        if (own.length === 0) return [];
        const stray = worst(own);
        const isGone = stray === null && meeting.status === 'CANCELLED';
        return unlessSame(meeting, { stray, ...(isGone ? { eventState: 'GONE' as const } : {}) });
      }),
    );
  },
};

/** Somebody has looked in Outlook, and it does not stand there any more. */
export const calendarCleared = caseStep({
  run: ({ file }) => ({
    code: 'ok',
    changes: strayMeetings(file).flatMap((meeting) =>
      unlessSame(meeting, { stray: null, ...(meeting.status === 'CANCELLED' ? { eventState: 'GONE' as const } : {}) }),
    ),
    page: homePage(file),
    notice: { key: 'cancel.cleared' },
  }),
});
