/**
 * What follows from a change, whoever made it: which cards are sent, what the calendars must be told, what hangs on the
 * meeting's time. A step says only what is its alone.
 */
import type { Temporal } from 'temporal-polyfill';
import { CHECK_MINUTES, currentMeeting, goesOn, isFollowUp, lockedPlan, opensAt, participantsOf } from './current.ts';
import { dayOf, isBefore } from './days.ts';
import { asksAt } from './not-held.ts';
import type { NewDueItem, NewEffect } from './ports.ts';
import { followUpDueItems } from './reminders.ts';
import type { CaseFile, Change } from './rows/case-file.ts';
import type { Meeting } from './rows/meeting.ts';
import type { Posting } from './rows/posting.ts';
import { deadTransactions } from './transactions.ts';

type Changed = { before: CaseFile; after: CaseFile; now: Temporal.Instant };

/**
 * Cards that are new, or wanted again. One without a chat to stand in comes when its person opens the bot
 * (`case/greet.ts`). `known`: the cards as they were.
 */
export const cardsToSend = (known: readonly Posting[], changes: readonly Change[]): NewEffect[] =>
  changes.flatMap((change): NewEffect[] => {
    if (change.in !== 'posting' || change.set.wanted === undefined) return [];
    const card = { ...known.find(({ id }) => id === change.id), ...change.set };
    return card.id && card.conversationId
      ? [{ kind: 'card', subjectId: change.id, caseId: card.caseId ?? undefined }]
      : [];
  });

const recorded = ({ consents }: CaseFile): number => consents.filter(({ recordedAt }) => recordedAt !== null).length;

/**
 * Something was taken back, or a newer form left somebody out: what the calendars may still have of it is looked at.
 */
const saysLess = ({ before, after }: Changed): boolean =>
  after.withdrawals.length > before.withdrawals.length ||
  (recorded(after) > recorded(before) && after.participants.length < before.participants.length);

/**
 * A call that counts no more may stand in a calendar, also where its booking never got an answer. A case that ends, or
 * a consent that says less, looks once more for all of them. Whether a call that was stopped has reached a calendar is
 * known where it is stopped (`kallelse.stopped`).
 */
function hasStrays(changed: Changed): boolean {
  const { before, after } = changed;
  const ends = before.case.status !== after.case.status && !goesOn(after);
  if (ends || saysLess(changed)) return deadTransactions(after).length > 0;
  const old = deadTransactions(before);
  const isStopped = ({ status }: Meeting) => status === 'DRAFT';
  return deadTransactions({ meetings: after.meetings.filter((one) => !isStopped(one)) }).some(
    (one) => !old.includes(one),
  );
}

const mailsOf = (file: CaseFile, meeting: Meeting): string =>
  participantsOf(file, meeting)
    .map(({ mail }) => mail)
    .sort()
    .join();

/** What an event that stands says too much or too little of, from now on. */
function eventEffects(changed: Changed): NewEffect[] {
  const { before, after } = changed;
  const [is, caseId] = [currentMeeting(after), after.case.id];
  if (is?.status !== 'SENT') return [];
  const was = before.meetings.find(({ id, status }) => id === is.id && status === 'SENT');
  // Booked just now, it has those who are called; an earlier try may have put it there with its place.
  const called = was !== undefined && (saysLess(changed) || mailsOf(before, was) !== mailsOf(after, is));
  // An event that stands may have got its place in Outlook: the meeting need not know of one.
  const hidden = is.placeOral && !was?.placeOral && (was !== undefined || is.placeId !== null);
  return [
    ...(called ? [{ kind: 'update-attendees' as const, subjectId: is.id, caseId }] : []),
    ...(hidden ? [{ kind: 'clear-place' as const, subjectId: is.id, caseId }] : []),
  ];
}

const isFollowed = ({ status, endAt }: Meeting, now: Temporal.Instant): boolean =>
  status === 'SENT' && endAt !== null && !isBefore(endAt, now);

/**
 * A called meeting opens on the cards in time, is asked about the day after, and its event is read now and then until
 * it is over.
 */
function dueOfMeeting({ before, after, now }: Changed): NewDueItem[] {
  const is = currentMeeting(after);
  if (is?.status !== 'SENT') return [];
  const was = before.meetings.find(({ id, status }) => id === is.id && status === 'SENT');
  const [opens, opened] = [opensAt(is), was && opensAt(was)];
  const [asks, asked] = [asksAt(is), was && asksAt(was)];
  const ofMeeting = { subjectId: is.id, caseId: after.case.id };
  const isAtNewTime = is.startAt !== null && !(was?.startAt && is.startAt.equals(was.startAt));
  const isNewlyFollowed = isFollowed(is, now) && !(was && isFollowed(was, now));
  return [
    ...(opens && !opened?.equals(opens) ? [{ kind: 'meeting.opens' as const, ...ofMeeting, dueAt: opens }] : []),
    ...(asks && !asked?.equals(asks) ? [{ kind: 'meeting.asks' as const, ...ofMeeting, dueAt: asks }] : []),
    ...(isNewlyFollowed
      ? [{ kind: 'answers.check' as const, ...ofMeeting, dueAt: now.add({ minutes: CHECK_MINUTES }) }]
      : []),
    ...(isAtNewTime ? followedUpAt(after, is, now) : []),
  ];
}

/** A plan that is followed up on another day than it says is reminded of before that day. */
function followedUpAt(file: CaseFile, { startAt }: Meeting, now: Temporal.Instant): NewDueItem[] {
  const plan = isFollowUp(file) ? lockedPlan(file) : undefined;
  const on = startAt && dayOf(startAt);
  if (!plan || !on || plan.followUpOn?.equals(on)) return [];
  return followUpDueItems({ ...plan, followUpOn: on }, now).filter(({ kind }) => kind === 'followUp.remind');
}

export const whatFollows = (changed: Changed): { effects: NewEffect[]; due: NewDueItem[] } => ({
  effects: [
    ...(hasStrays(changed)
      ? [{ kind: 'cancel-stray' as const, subjectId: changed.after.case.id, caseId: changed.after.case.id }]
      : []),
    ...eventEffects(changed),
  ],
  due: dueOfMeeting(changed),
});
