import { z } from 'zod';
import { currentMeeting, participantsOf } from '../../domain/current.ts';
import { earliest, instantOf, latest, MIDNIGHT } from '../../domain/days.ts';
import { daysToSearch, USUAL_MINUTES } from '../../domain/days-to-search.ts';
import { isPaperOnly } from '../../domain/gates.ts';
import { personOf } from '../../domain/in-register.ts';
import type { Span } from '../../domain/meeting-time.ts';
import { isChoosingTime } from '../../domain/moves.ts';
import type { PageName, PageRef } from '../../domain/names.ts';
import { wantAgain } from '../../domain/posting.ts';
import { type Calendars, proposalAt, proposeTimes, slotOf, type Wanted } from '../../domain/proposals.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import type { Meeting, Proposal } from '../../domain/rows/meeting.ts';
import type { Register } from '../../domain/rows/register.ts';
import { agreedAsFound, takenMeanwhile } from '../../domain/taken-meanwhile.ts';
import { talksNow } from '../../domain/talks.ts';
import type { Outcome, Say, Step } from '../act.ts';
import type { EffectKind } from '../effect.ts';

type Payload = {
  organizerId: string;
  people: { mail: string; unitId: string }[];
  wanted: Omit<Wanted, 'calendars'>;
  /** A time that was agreed on at the table: looked at again, beside the others. */
  agreed: Span | null;
};

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
    const { startAt, endAt, proposalsState } = currentMeeting(file) ?? {};
    return {
      agreed: proposalsState === 'CHECKING' && startAt && endAt ? { startAt, endAt } : null,
      organizerId: convener.id,
      people: peopleToAsk(file, register),
      wanted: {
        ...daysToSearch({ file, register, now, today }),
        minutes: USUAL_MINUTES,
        wishes: talksNow(file).flatMap((talk) => talk.wishes),
        beside,
      },
    };
  },
  calendars: ({ organizerId }) => [organizerId],
  async send({ organizerId, people, wanted, agreed }, { calendar }) {
    const from = instantOf(wanted.from, MIDNIGHT);
    const to = instantOf(wanted.to.add({ days: 1 }), MIDNIGHT);
    const start = agreed ? earliest(from, agreed.startAt) : from;
    const end = agreed ? latest(to, agreed.endAt) : to;
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
    const proposals = proposeTimes({ ...wanted, calendars });
    return {
      mails: people.map(({ mail }) => mail),
      proposals: agreed ? withAgreed(agreed, calendars, proposals) : proposals,
    };
  },
  done: 'times.found',
  dead: 'times.notFound',
  isTriedOnce: true,
};

/** The one that was agreed on comes first: what stands of it is seen beside the others. */
function withAgreed(agreed: Span, calendars: Calendars, proposals: readonly Proposal[]): Proposal[] {
  const own = proposalAt(agreed, calendars);
  return [own, ...proposals.filter((one) => slotOf(one) !== slotOf(own))];
}

/**
 * "Söker tider …" turns into the page of times, also where the calendars did not answer: then the time is written by
 * hand. At the table it is the page of the next meeting, also where that lies under a break. A time that was agreed on
 * there and is free still, or could not be looked at, is gone on with.
 */
function showTimes(file: CaseFile, meeting: Meeting, set: Partial<Meeting>): Outcome {
  const isChecked = meeting.proposalsState === 'CHECKING';
  const isTaken = isChecked && takenMeanwhile(file, { ...meeting, ...set }) !== undefined;
  const found = agreedAsFound(file, { ...meeting, ...set });
  const notice: Say = found
    ? { key: 'follow.timeFree', values: { seen: found.seen, unseen: found.unseen } }
    : { key: 'follow.notChecked' };
  const turned = file.postings.flatMap((posting): Change[] => {
    if (posting.page === 'time-searching')
      return [wantAgain(posting, isChecked && !isTaken ? { page: 'guide', notice } : { page: 'time' })];
    // Whoever has gone on meanwhile is told before anything is sent.
    if (isTaken && BEFORE_SENDING.includes(posting.page)) return [wantAgain(posting, { page: 'time' })];
    const isAtTable = posting.page.endsWith(SEARCHING_AT_TABLE);
    return isAtTable
      ? [wantAgain(posting, { page: posting.page.replace(SEARCHING_AT_TABLE, 'nextTime') as PageRef })]
      : [];
  });
  return { code: 'ok', changes: [{ in: 'meeting', id: meeting.id, set }, ...turned] };
}
const BEFORE_SENDING: readonly PageRef[] = ['guide', 'missing', 'check', 'preview'];
const SEARCHING_AT_TABLE = 'nextTime-searching' satisfies PageName;

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
    return showTimes(file, meeting, { proposals, proposalsState: 'FOUND' });
  },
};

export const timesNotFound: Step = {
  run({ act, file }) {
    const meeting = file?.meetings.find((one) => one.id === act.subjectId);
    if (!file || !meeting) return { code: 'expired' };
    return showTimes(file, meeting, { proposals: null, proposalsState: 'UNREACHABLE' });
  },
};
