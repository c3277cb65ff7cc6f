/**
 * What must be there before a kallelse may leave. One row a gate, in the order of the process; every gate stands at
 * "Skicka kallelse" and nowhere else, so the talks and the papers may come in any order. Each row names its source
 * (`sources.ts`). Long because the table is read as a whole.
 */

import type { Temporal } from 'temporal-polyfill';
import { isJudged, isNoAnswered, mustBeJudged } from './child-answer.ts';
import { type Guardian, SIGNERS, type Signer } from './codes.ts';
import {
  CONSENT_PAGES,
  commonConsent,
  guardiansOf,
  isExcused,
  isLiveOn,
  isOwnFormToAsk,
  isYouth,
  latestConsent,
  mayBeOfAge,
  requiredSigners,
} from './consent.ts';
import { currentMeeting, participantsOf } from './current.ts';
import { dayOf, isAfter } from './days.ts';
import { daysToCover, isLate, lastMeetingDay } from './deadlines.ts';
import { lacksPlace } from './from-afar.ts';
import type { Moment } from './moment.ts';
import type { OpenPage } from './names.ts';
import type { CaseFile } from './rows/case-file.ts';
import type { SourceTag } from './sources.ts';
import { isChildHeard, isChildInformed, isGuardianHeard } from './talks.ts';
import { gapsInExcuse } from './unreachable.ts';
import { asksForReason } from './warnings.ts';

export type GateName =
  | ('ageBand' | 'needNoticed' | 'guardians' | 'comingOfAge' | 'placement' | 'decides')
  | ('guardianTalk' | 'excused' | 'childTalk' | 'childInformed' | 'childAble' | 'protection' | 'paperOnly')
  | ('signature' | 'ownForm' | 'topics' | 'childNo' | 'talksDiffer')
  | ('participants' | 'consentedOnly' | 'time' | 'timeAhead' | 'place' | 'lateReason' | 'familyTime');

/** `at` names the page where it is mended; `who` the person it is about. */
export type Missing = { gate: GateName; at: OpenPage; who?: Signer };

type Gate = {
  gate: GateName;
  source: SourceTag;
  at: OpenPage | ((moment: Moment) => OpenPage);
  who?: Signer;
  applies?: (moment: Moment) => boolean;
  passes: (moment: Moment) => boolean;
};

const under18 = (moment: Moment) => !isYouth(moment.file.case, moment.today);
/** A guardian who is there, and is waited for. */
const asked = (guardian: Guardian) => (moment: Moment) =>
  approachable(moment.file, moment.today).includes(guardian) && !isExcused(moment.file.case, guardian);
/** What a decision lacks is a gap at the next kallelse, and nothing else (a move of one that is sent). */
const excused = (guardian: Guardian) => (moment: Moment) =>
  moment.file.case.status === 'PREPARING' &&
  approachable(moment.file, moment.today).includes(guardian) &&
  isExcused(moment.file.case, guardian);
const meetingDay = ({ file }: Moment) => {
  const startAt = currentMeeting(file)?.startAt;
  return startAt ? dayOf(startAt) : null;
};

const isNotUnknown = (value: string | null) => value !== null && value !== 'UNKNOWN';

const daysOf = (moment: Moment) => daysToCover(currentMeeting(moment.file)?.startAt, moment.today);

const mustSign = (signer: Signer) => (moment: Moment) =>
  !(isPaperOnly(moment.file) && isGuardian(signer)) &&
  daysOf(moment).some((day) => requiredSigners(moment.file.case, day).includes(signer));

const signed =
  (signer: Signer) =>
  (moment: Moment): boolean => {
    const days = daysOf(moment).filter((day) => requiredSigners(moment.file.case, day).includes(signer));
    return days.every((day) => {
      const consent = latestConsent(moment.file, signer, day);
      return consent?.scopes.includes('MEETING') && isLiveOn(consent, day);
    });
  };

export const GATES: Gate[] = [
  { gate: 'ageBand', source: 'AGREEMENT', at: 'start', passes: ({ file }) => file.case.ageBand !== null },
  { gate: 'needNoticed', source: 'AGREEMENT', at: 'startMore', passes: ({ file }) => file.case.needNoticedOn !== null },
  {
    gate: 'guardians',
    source: 'CUSTODY',
    at: 'start',
    // On paper only nobody in the family is asked for from here.
    applies: (moment) => under18(moment) && !isPaperOnly(moment.file),
    passes: ({ file }) => isNotUnknown(file.case.guardianOne) && isNotUnknown(file.case.guardianTwo),
  },
  {
    gate: 'comingOfAge',
    source: 'CUSTODY',
    at: 'startMore',
    applies: ({ file }) => file.case.ageBand === 'A15_17',
    passes: ({ file }) => file.case.turns18On !== null,
  },
  {
    gate: 'placement',
    source: 'CARE_ORDER',
    at: 'startMore',
    applies: under18,
    passes: ({ file: { case: row } }) =>
      isNotUnknown(row.placement) &&
      (row.placement !== 'LVU' || (row.placedConsentBy !== null && row.placedConfirmedOn !== null)),
  },
  {
    gate: 'decides',
    source: 'SECRECY',
    at: 'startMore',
    applies: (moment) => !under18(moment),
    passes: ({ file }) => file.case.decides === 'SELF' || file.case.decides === 'WITH_HELP',
  },
  {
    gate: 'guardianTalk',
    source: 'ROUTINE',
    at: 'guardian1',
    who: 'GUARDIAN_1',
    applies: asked('GUARDIAN_1'),
    passes: ({ file }) => isGuardianHeard(file, 'GUARDIAN_1'),
  },
  {
    gate: 'guardianTalk',
    source: 'ROUTINE',
    at: 'guardian2',
    who: 'GUARDIAN_2',
    applies: asked('GUARDIAN_2'),
    passes: ({ file }) => isGuardianHeard(file, 'GUARDIAN_2'),
  },
  {
    gate: 'excused',
    source: 'CUSTODY',
    at: 'guardian1',
    who: 'GUARDIAN_1',
    applies: excused('GUARDIAN_1'),
    passes: (moment) => gapsInExcuse(moment, 'GUARDIAN_1').length === 0,
  },
  {
    gate: 'excused',
    source: 'CUSTODY',
    at: 'guardian2',
    who: 'GUARDIAN_2',
    applies: excused('GUARDIAN_2'),
    passes: (moment) => gapsInExcuse(moment, 'GUARDIAN_2').length === 0,
  },
  {
    gate: 'childTalk',
    source: 'ROUTINE',
    at: 'child',
    passes: (moment) => isChildHeard(moment.file, !under18(moment)),
  },
  {
    gate: 'childInformed',
    source: 'CHILD',
    at: 'childMore',
    applies: (moment) => isChildHeard(moment.file, !under18(moment)),
    passes: (moment) => isChildInformed(moment.file, !under18(moment)),
  },
  // Null until somebody has judged it: a gap at the next kallelse, and nothing else (a move of one that is sent).
  {
    gate: 'childAble',
    source: 'SECRECY',
    at: 'childAble',
    applies: (moment) =>
      moment.file.case.status === 'PREPARING' && mustBeJudged(moment) && isChildHeard(moment.file, false),
    passes: isJudged,
  },
  {
    gate: 'protection',
    source: 'SECRECY',
    at: 'protection',
    passes: ({ file }) => isNotUnknown(file.case.safety),
  },
  { gate: 'paperOnly', source: 'SECRECY', at: 'protection', passes: ({ file }) => !isPaperOnly(file) },
  {
    gate: 'signature',
    source: 'SECRECY',
    at: 'consent1',
    who: 'GUARDIAN_1',
    applies: mustSign('GUARDIAN_1'),
    passes: signed('GUARDIAN_1'),
  },
  {
    gate: 'signature',
    source: 'SECRECY',
    at: 'consent2',
    who: 'GUARDIAN_2',
    applies: mustSign('GUARDIAN_2'),
    passes: signed('GUARDIAN_2'),
  },
  {
    gate: 'signature',
    source: 'SECRECY',
    at: 'consentYouth',
    who: 'YOUTH',
    applies: mustSign('YOUTH'),
    passes: signed('YOUTH'),
  },
  {
    gate: 'signature',
    source: 'SECRECY',
    at: 'consentBoard',
    who: 'SOCIAL_BOARD',
    applies: mustSign('SOCIAL_BOARD'),
    passes: signed('SOCIAL_BOARD'),
  },
  {
    gate: 'ownForm',
    source: 'CUSTODY',
    at: 'consentYouth',
    who: 'YOUTH',
    applies: (moment) => daysOf(moment).some((day) => mayBeOfAge(moment.file.case, day)),
    passes: (moment) => !daysOf(moment).some((day) => isOwnFormToAsk(moment.file, day)),
  },
  {
    gate: 'topics',
    source: 'SECRECY',
    // Never the child's page first: nobody is asked to give way.
    at: (moment) => CONSENT_PAGES[requiredSigners(moment.file.case, moment.today)[0] ?? 'YOUTH'],
    applies: (moment) =>
      !isPaperOnly(moment.file) && SIGNERS.every((signer) => !mustSign(signer)(moment) || signed(signer)(moment)),
    passes: (moment) => commonConsent(moment.file, daysOf(moment)) !== null,
  },
  // Whoever goes on all the same says what was done, or why.
  {
    gate: 'childNo',
    source: 'CHILD',
    at: 'goOn',
    applies: (moment) => asksForReason(moment).childNo,
    passes: isNoAnswered,
  },
  {
    gate: 'talksDiffer',
    source: 'CHILD',
    at: 'goOn',
    applies: (moment) => asksForReason(moment).differ,
    passes: ({ file }) => file.case.differReason !== null,
  },
  {
    gate: 'participants',
    source: 'ROUTINE',
    at: 'invite',
    passes: ({ file }) => participantsOf(file, currentMeeting(file)).some((row) => row.unitId !== file.case.unitId),
  },
  {
    gate: 'consentedOnly',
    source: 'SECRECY',
    at: 'invite',
    passes: (moment) => {
      const allowed = commonConsent(moment.file, daysOf(moment))?.units;
      return participantsOf(moment.file, currentMeeting(moment.file)).every((row) => allowed?.has(row.unitId));
    },
  },
  { gate: 'time', source: 'ROUTINE', at: 'time', passes: (moment) => currentMeeting(moment.file)?.startAt != null },
  {
    gate: 'timeAhead',
    source: 'ROUTINE',
    at: 'time',
    applies: (moment) => meetingDay(moment) !== null,
    passes: ({ file, now }) => {
      const startAt = currentMeeting(file)?.startAt;
      return startAt != null && isAfter(startAt, now);
    },
  },
  {
    gate: 'place',
    source: 'ROUTINE',
    at: 'time',
    passes: ({ file }) => {
      const meeting = currentMeeting(file);
      return !lacksPlace(file, meeting?.placeId ?? null, meeting?.how ?? 'IN_ROOM');
    },
  },
  {
    gate: 'lateReason',
    source: 'ROUTINE',
    at: 'time',
    applies: (moment) => {
      const day = meetingDay(moment);
      return day !== null && isLate(day, lastMeetingDay(moment));
    },
    passes: ({ file }) => currentMeeting(file)?.lateReason != null,
  },
  // The invitation is agreed on orally before it is written (local routines; practice: the family says yes first).
  {
    gate: 'familyTime',
    source: 'PRACTICE',
    at: 'family',
    applies: (moment) => meetingDay(moment) !== null,
    passes: ({ file }) => currentMeeting(file)?.familyAgreed ?? false,
  },
];

/** For safety, the reason is never kept: the bot sends nothing, the family's case goes on paper. */
export const isPaperOnly = (file: Pick<CaseFile, 'case'>): boolean => file.case.safety === 'RESTRICTED';

const isGuardian = (signer: Signer): boolean => signer === 'GUARDIAN_1' || signer === 'GUARDIAN_2';

/**
 * The guardians that the guide may lead to. On paper only: none. The case may be there because a guardian is the
 * threat, or because the young person does not want them told (OSL 12:3); which it is is not kept, so a row "Samtal med
 * pappa" could be the very harm. What was recorded before stays, and is there again when a manager has decided that the
 * case is opened.
 */
export const approachable = (file: Pick<CaseFile, 'case'>, day: Temporal.PlainDate): Guardian[] =>
  isPaperOnly(file) ? [] : guardiansOf(file.case, day);

/** The same for those who sign. */
export const askedToSign = (file: Pick<CaseFile, 'case'>, day: Temporal.PlainDate): Signer[] =>
  requiredSigners(file.case, day).filter((signer) => !(isPaperOnly(file) && isGuardian(signer)));

const missingAt = (moment: Moment): Missing[] =>
  GATES.filter((gate) => (gate.applies?.(moment) ?? true) && !gate.passes(moment)).map(({ gate, at: where, who }) => {
    const at = typeof where === 'string' ? where : where(moment);
    return who ? { gate, at, who } : { gate, at };
  });

/** What can be lacking of the consent itself. */
const CONSENT_GATES: readonly GateName[] = ['signature', 'topics'];

/**
 * Nobody's form covers the meeting that is called, or not all do: it is asked for anew, or the meeting gets another
 * time. A call that was refused is not tried again without it.
 */
export function lacksConsent(moment: Moment): readonly Missing[] {
  const status = currentMeeting(moment.file)?.status;
  if (moment.file.case.status !== 'INVITED' || (status !== 'SENT' && status !== 'FAILED')) return [];
  return missingBeforeKallelse(moment).filter(({ gate }) => CONSENT_GATES.includes(gate));
}

const known = new WeakMap<CaseFile, { at: Moment; missing: readonly Missing[] }>();

/**
 * Everything that stands between this case and its kallelse, in the order of the process. Empty = it may be sent. A step
 * asks, then the page, then its rows: found once as long as it is the same case at the same time.
 */
export function missingBeforeKallelse(moment: Moment): readonly Missing[] {
  const before = known.get(moment.file);
  if (before?.at.now === moment.now && before.at.today === moment.today && before.at.register === moment.register)
    return before.missing;
  const missing = missingAt(moment);
  known.set(moment.file, { at: moment, missing });
  return missing;
}
