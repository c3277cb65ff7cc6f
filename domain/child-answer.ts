/**
 * What the child says about sharing, and what follows. The form of a child who signs too is the answer (`consent.ts`);
 * here stand the judgement that it rests on, and the no of a child who does not sign.
 */
import type { Temporal } from 'temporal-polyfill';
import { bandOf, signsToo } from './child-able.ts';
import type { Shares } from './codes.ts';
import { isYouth, maySign } from './consent.ts';
import { isFollowUp, lockedPlan } from './current.ts';
import { isAfter } from './days.ts';
import type { Moment } from './moment.ts';
import type { CaseRow } from './rows/case.ts';
import type { CaseFile, Change } from './rows/case-file.ts';
import type { Consent } from './rows/consent.ts';
import { talksNow, talkWith } from './talks.ts';

/**
 * What stands of it. An older no was one to the meeting: it is not taken for silence. An older yes is not taken for a
 * yes to sharing.
 */
export function sharesOf(file: Pick<CaseFile, 'talks'>): Shares | null {
  const talk = talkWith(file, 'CHILD');
  return talk?.shares ?? (talk?.ownConsent === 'NO' ? 'NO' : null);
}

/** A no that stands becomes another answer, or none: the child is asked again, or has signed a form. */
export const noBecomes = (file: Pick<CaseFile, 'talks'>, shares: 'YES' | null): Change[] =>
  talksNow(file)
    .filter((talk) => talk.with === 'CHILD' && talk.shares === 'NO')
    .map(({ id }): Change => ({ in: 'talk', id, set: { shares } }));

/** From 6 the child is asked. */
export const isAskedToShare = (row: CaseRow, day: Temporal.PlainDate): boolean =>
  !isYouth(row, day) && bandOf(row).asked !== 'NEVER';

/** A no, whole or in part, of a child who does not sign: who is able says it on a form of its own, or does not sign. */
export const doesChildObject = ({ file, today }: Moment): boolean =>
  isAskedToShare(file.case, today) && !signsToo(file.case) && ['NO', 'PARTLY'].includes(sharesOf(file) ?? 'YES');

/** A form that names a unit or a topic that its signer had not named before. */
const namesMore = (form: Consent, before: readonly Consent[]): boolean =>
  before.length > 0 &&
  (form.parties.some((unit) => before.every(({ parties }) => !parties.includes(unit))) ||
    form.topics.some((topic) => before.every(({ topics }) => !topics.includes(topic))));

const recordedBefore = (form: Consent, file: CaseFile): Consent[] =>
  file.consents.filter(
    ({ givenBy, recordedAt }) =>
      givenBy === form.givenBy &&
      recordedAt !== null &&
      form.recordedAt !== null &&
      isAfter(form.recordedAt, recordedAt),
  );

/** With a new unit or topic it is another question. */
const isAboutMore = (file: CaseFile, since: Temporal.Instant): boolean =>
  file.consents.some(
    (form) =>
      form.givenBy !== 'YOUTH' &&
      form.recordedAt !== null &&
      isAfter(form.recordedAt, since) &&
      namesMore(form, recordedBefore(form, file)),
  );

/**
 * The judgement holds for the next kallelse: made at this age (so anew at 12 and at 15), for this plan (anew at a
 * follow-up) and for these units and topics; and where two must say so, by two. The last one goes on saying who signs
 * until there is another.
 */
export function isJudged({ file }: Pick<Moment, 'file'>): boolean {
  const { ageBand, childAble, childAbleAt, childAbleBand, childAbleSecond } = file.case;
  if (childAble === null || childAbleAt === null || childAbleBand !== ageBand) return false;
  const lockedAt = isFollowUp(file) ? lockedPlan(file)?.lockedAt : null;
  if (lockedAt && !isAfter(childAbleAt, lockedAt)) return false;
  if (isAboutMore(file, childAbleAt)) return false;
  return childAble !== 'NO' || !bandOf(file.case).needsSecond || childAbleSecond !== null;
}

/**
 * What a form of the child's own leads to: near the 18th birthday it is asked for whatever was judged. Where others
 * decide is said of no child before it has been judged so.
 */
export const ownFormCounts = (moment: Pick<Moment, 'file' | 'today'>): 'SIGNS' | 'HEARD' | 'NOT_JUDGED' =>
  maySign(moment.file.case, 'YOUTH', moment.today) ? 'SIGNS' : isJudged(moment) ? 'HEARD' : 'NOT_JUDGED';

/** It must be judged before the next kallelse: from 12, and wherever a child has said no. */
export const mustBeJudged = (moment: Moment): boolean =>
  isAskedToShare(moment.file.case, moment.today) &&
  (bandOf(moment.file.case).asked === 'REQUIRED' || doesChildObject(moment));

/** What is done about the no is said: it was changed, or the child has been told, by whom and when. Waiting is waiting. */
export function isNoAnswered({ file }: Pick<Moment, 'file'>): boolean {
  const { status, childNoAnswer, childNoRole, childNoOn, childNoSecond, childNoReason } = file.case;
  if (childNoAnswer === 'CHANGED') return true;
  if (childNoAnswer === 'TOLD')
    return childNoRole !== null && childNoOn !== null && (!bandOf(file.case).needsSecond || childNoSecond !== null);
  // Answered in the old way: it stands where the kallelse had been sent, and is asked anew before the next one.
  return childNoAnswer === null && childNoReason !== null && status !== 'PREPARING';
}

/** A new no is answered anew. */
export const NO_NOT_ANSWERED = {
  childNoAnswer: null,
  childNoRole: null,
  childNoOn: null,
  childNoSecond: null,
  childNoReason: null,
} satisfies Partial<CaseRow>;

/** The child who is able has now said no: the case rests. An older no, to the meeting, is asked about and does not. */
export function hasNowSaidNo(before: CaseFile, after: CaseFile): boolean {
  const isNo = (file: CaseFile) => signsToo(file.case) && talkWith(file, 'CHILD')?.shares === 'NO';
  return isNo(after) && !isNo(before);
}

/** After the kallelse it is judged only where a child has said no and nobody has done anything about it. */
export const asksWhetherAble = (moment: Moment): boolean =>
  !['PREPARING', 'STOPPED', 'CLOSED'].includes(moment.file.case.status) &&
  doesChildObject(moment) &&
  !isNoAnswered(moment) &&
  !isJudged(moment);
