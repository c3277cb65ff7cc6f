import { z } from 'zod';
import { currentMeeting } from '../../domain/current.ts';
import { isChoosingTime } from '../../domain/moves.ts';
import { wantAgain } from '../../domain/posting.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Meeting } from '../../domain/rows/meeting.ts';
import type { Outcome, Step } from '../act.ts';
import { peopleToAsk } from './find-times.ts';

const proposal = z.object({
  startAt: z.string(),
  endAt: z.string(),
  free: z.number(),
  seen: z.number(),
  busyUnits: z.array(z.string()),
  unseen: z.number(),
});

/**
 * "Söker tider …" turns into the page of times, also where the calendars did not answer: then the time is written by
 * hand.
 */
function showTimes(file: CaseFile | null, meetingId: string | null, set: Partial<Meeting>): Outcome {
  if (!file || !meetingId || !file.meetings.some((meeting) => meeting.id === meetingId)) return { code: 'expired' };
  const waiting = file.postings.filter((posting) => posting.page === 'time-searching');
  return {
    code: 'ok',
    changes: [{ in: 'meeting', id: meetingId, set }, ...waiting.map((posting) => wantAgain(posting, { page: 'time' }))],
    effects: waiting.map((posting) => ({ kind: 'card', caseId: file.case.id, subjectId: posting.id })),
  };
}

const found = z.object({ mails: z.array(z.string()), proposals: z.array(proposal) });

export const timesFound: Step = {
  run({ act, file, register }) {
    const { mails, proposals } = found.parse(act.data);
    const meeting = file?.meetings.find((one) => one.id === act.subjectId);
    if (!file || !meeting || meeting.id !== currentMeeting(file)?.id || !isChoosingTime(file))
      return { code: 'expired' };
    const asked = new Set(mails);
    const called = new Set(peopleToAsk(file, register).map(({ mail }) => mail));
    // Others are called meanwhile: these times say nothing about them.
    if (asked.size !== called.size || [...called].some((mail) => !asked.has(mail)))
      return { code: 'others', effects: [{ kind: 'find-times', caseId: file.case.id, subjectId: meeting.id }] };
    return showTimes(file, act.subjectId, { proposals, proposalsState: 'FOUND' });
  },
};

export const timesNotFound: Step = {
  run: ({ act, file }) => showTimes(file, act.subjectId, { proposals: null, proposalsState: 'UNREACHABLE' }),
};
