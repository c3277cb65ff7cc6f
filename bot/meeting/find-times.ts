import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { currentMeeting, participantsOf } from '../../domain/current.ts';
import { instantOf } from '../../domain/days.ts';
import { daysToSearch, MEETING_MINUTES } from '../../domain/days-to-search.ts';
import { isPaperOnly } from '../../domain/gates.ts';
import { personOf } from '../../domain/in-register.ts';
import { isChoosingTime } from '../../domain/moves.ts';
import { wantAgain } from '../../domain/posting.ts';
import { proposeTimes, type Wanted } from '../../domain/proposals.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Meeting } from '../../domain/rows/meeting.ts';
import type { Register } from '../../domain/rows/register.ts';
import { talksNow } from '../../domain/talks.ts';
import type { Outcome, Step } from '../act.ts';
import type { EffectKind } from '../effect.ts';

type Payload = { organizerId: string; people: { mail: string; unitId: string }[]; wanted: Omit<Wanted, 'calendars'> };

const proposal = z.object({
  startAt: z.string(),
  endAt: z.string(),
  free: z.number(),
  seen: z.number(),
  busyUnits: z.array(z.string()),
  unseen: z.number(),
});

const found = z.object({ mails: z.array(z.string()), proposals: z.array(proposal) });

/** The convener and those who are called: what is found holds for these and for nobody else. */
const peopleToAsk = (file: CaseFile, register: Register): { mail: string; unitId: string }[] =>
  [
    ...register.people.filter((person) => person.id === file.case.convenerId),
    ...participantsOf(file, currentMeeting(file)),
  ].map(({ mail, unitId }) => ({ mail, unitId }));

/**
 * Looks in the calendars that can be seen for times before the last day. Tried once: the person can write a time by
 * hand meanwhile.
 */
export const findTimes: EffectKind<Payload, z.input<typeof found>> = {
  async prepare({ file, register, now, today, store }) {
    if (!file || !isChoosingTime(file)) return null;
    if (isPaperOnly(file)) return { notWanted: 'times.notFound' };
    const convener = personOf(register, file.case.convenerId);
    if (!convener) return null;
    const sibling = file.case.siblingId ? await store.findCase(file.case.siblingId) : null;
    const theirs = sibling && currentMeeting(sibling);
    const beside = theirs?.startAt && theirs.endAt ? { startAt: theirs.startAt, endAt: theirs.endAt } : null;
    return {
      organizerId: convener.id,
      people: peopleToAsk(file, register),
      wanted: {
        ...daysToSearch({ file, register, now, today }),
        minutes: MEETING_MINUTES,
        wishes: talksNow(file).flatMap((talk) => talk.wishes),
        beside,
      },
    };
  },
  calendars: ({ organizerId }) => [organizerId],
  async send({ organizerId, people, wanted }, { calendar }) {
    const start = instantOf(wanted.from, Temporal.PlainTime.from('00:00'));
    const end = instantOf(wanted.to.add({ days: 1 }), Temporal.PlainTime.from('00:00'));
    const seen = await calendar.availability(
      organizerId,
      people.map(({ mail }) => mail),
      start,
      end,
    );
    const calendars = people.map(({ mail, unitId }) => {
      const found = seen.find((one) => one.mail.toLowerCase() === mail.toLowerCase());
      return { unitId, seen: found?.seen ?? false, busy: found?.busy ?? [] };
    });
    return { mails: people.map(({ mail }) => mail), proposals: proposeTimes({ ...wanted, calendars }) };
  },
  done: 'times.found',
  dead: 'times.notFound',
  isTriedOnce: true,
};

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
  };
}

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
