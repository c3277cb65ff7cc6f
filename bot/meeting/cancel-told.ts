import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import type { Meeting } from '../../domain/rows/meeting.ts';
import type { Outcome, Step } from '../act.ts';

const set = (meetings: Meeting[], eventState: Meeting['eventState']): Outcome => ({
  code: meetings.length > 0 ? 'ok' : 'unchanged',
  changes: meetings.map((meeting): Change => ({ in: 'meeting', id: meeting.id, set: { eventState } })),
});

const cancelledIn = (file: CaseFile | null): Meeting[] =>
  (file?.meetings ?? []).filter(({ status, eventId }) => status === 'CANCELLED' && eventId);

/** The calendars do not know yet that the meeting is off: whoever called must not believe that they do. */
export const cancelNotTold: Step = {
  run: ({ file }) =>
    set(
      cancelledIn(file).filter(({ eventState }) => eventState === 'LIVE' || eventState === 'MOVED'),
      'LEFT',
    ),
};

export const cancelTold: Step = {
  run: ({ file }) =>
    set(
      cancelledIn(file).filter(({ eventState }) => eventState === 'LEFT'),
      'GONE',
    ),
};
