/**
 * What must be there before a kallelse may leave. One row a gate, in the order of the process; every gate stands at
 * "Skicka kallelse" and nowhere else, so the talks and the papers may come in any order. Each row names its source
 * (`sources.ts`).
 */
import type { Temporal } from 'temporal-polyfill';
import { type Guardian, SIGNERS, type Signer } from './codes.ts';
import {
  CONSENT_PAGES,
  commonConsent,
  guardiansOf,
  isExcused,
  isLiveOn,
  isYouth,
  latestConsent,
  requiredSigners,
} from './consent.ts';
import { currentMeeting, participantsOf } from './current.ts';
import { dayOf, isAfter } from './days.ts';
import { daysToCover, isLate, lastMeetingDay } from './deadlines.ts';
import type { OpenPage } from './names.ts';
import type { CaseFile } from './rows/case-file.ts';
import type { Settings } from './rows/register.ts';
import type { SourceTag } from './sources.ts';
import { isChildHeard, isChildInformed, isGuardianHeard } from './talks.ts';
import { asksForReason } from './warnings.ts';

export type GateInput = { file: CaseFile; settings: Settings; now: Temporal.Instant };

export type GateName =
  | ('ageBand' | 'needNoticed' | 'guardians' | 'comingOfAge' | 'placement')
  | ('guardianTalk' | 'childTalk' | 'childInformed' | 'protection' | 'paperOnly')
  | ('signature' | 'topics' | 'childNo' | 'talksDiffer')
  | ('participants' | 'consentedOnly' | 'time' | 'timeAhead' | 'place' | 'lateReason' | 'familyTime');

/** `at` names the page where it is mended; `who` the person it is about. */
export type Missing = { gate: GateName; at: OpenPage; who?: Signer };

type Gate = {
  gate: GateName;
  source: SourceTag;
  at: OpenPage | ((input: GateInput) => OpenPage);
  who?: Signer;
  applies?: (input: GateInput) => boolean;
  passes: (input: GateInput) => boolean;
};

const todayOf = ({ now }: GateInput) => dayOf(now);
const under18 = (input: GateInput) => !isYouth(input.file.case, todayOf(input));
/** A guardian who is there, and is not excused by a manager's decision. */
const asked = (guardian: Guardian) => (input: GateInput) =>
  approachable(input.file, todayOf(input)).includes(guardian) && !isExcused(input.file.case, guardian);
const meetingDay = ({ file }: GateInput) => {
  const startAt = currentMeeting(file)?.startAt;
  return startAt ? dayOf(startAt) : null;
};

const isNotUnknown = (value: string | null) => value !== null && value !== 'UNKNOWN';

const daysOf = (input: GateInput) => daysToCover(currentMeeting(input.file)?.startAt, todayOf(input));

const mustSign = (signer: Signer) => (input: GateInput) =>
  !(isPaperOnly(input.file) && isGuardian(signer)) &&
  daysOf(input).some((day) => requiredSigners(input.file.case, day).includes(signer));

const signed =
  (signer: Signer) =>
  (input: GateInput): boolean => {
    const days = daysOf(input).filter((day) => requiredSigners(input.file.case, day).includes(signer));
    return days.every((day) => {
      const consent = latestConsent(input.file, signer, day);
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
    applies: under18,
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
  { gate: 'childTalk', source: 'ROUTINE', at: 'child', passes: (input) => isChildHeard(input.file, !under18(input)) },
  {
    gate: 'childInformed',
    source: 'CHILD',
    at: 'childMore',
    applies: (input) => isChildHeard(input.file, !under18(input)),
    passes: (input) => isChildInformed(input.file, !under18(input)),
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
    gate: 'topics',
    source: 'SECRECY',
    at: (input) => CONSENT_PAGES[requiredSigners(input.file.case, todayOf(input)).at(-1) ?? 'YOUTH'],
    applies: (input) => SIGNERS.every((signer) => !mustSign(signer)(input) || signed(signer)(input)),
    passes: (input) => commonConsent(input.file, daysOf(input)) !== null,
  },
  // Warnings that ask for a reason: whoever goes on all the same says why.
  {
    gate: 'childNo',
    source: 'CHILD',
    at: 'goOn',
    applies: (input) => asksForReason(input.file, todayOf(input)).childNo,
    passes: ({ file }) => file.case.childNoReason !== null,
  },
  {
    gate: 'talksDiffer',
    source: 'CHILD',
    at: 'goOn',
    applies: (input) => asksForReason(input.file, todayOf(input)).differ,
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
    passes: (input) => {
      const allowed = commonConsent(input.file, daysOf(input))?.units;
      return participantsOf(input.file, currentMeeting(input.file)).every((row) => allowed?.has(row.unitId));
    },
  },
  { gate: 'time', source: 'ROUTINE', at: 'time', passes: (input) => currentMeeting(input.file)?.startAt != null },
  {
    gate: 'timeAhead',
    source: 'ROUTINE',
    at: 'time',
    applies: (input) => meetingDay(input) !== null,
    passes: ({ file, now }) => {
      const startAt = currentMeeting(file)?.startAt;
      return startAt != null && isAfter(startAt, now);
    },
  },
  {
    gate: 'place',
    source: 'ROUTINE',
    at: 'time',
    passes: ({ file }) => currentMeeting(file)?.placeId != null || file.case.safety === 'PLACE_ORALLY',
  },
  {
    gate: 'lateReason',
    source: 'ROUTINE',
    at: 'time',
    applies: (input) => {
      const day = meetingDay(input);
      return day !== null && isLate(day, lastMeetingDay(input.file, input.settings, todayOf(input)));
    },
    passes: ({ file }) => currentMeeting(file)?.lateReason != null,
  },
  // The invitation is agreed on orally before it is written (local routines; practice: the family says yes first).
  {
    gate: 'familyTime',
    source: 'PRACTICE',
    at: 'family',
    applies: (input) => meetingDay(input) !== null,
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

/** Everything that stands between this case and its kallelse, in the order of the process. Empty = it may be sent. */
export const missingBeforeKallelse = (input: GateInput): Missing[] =>
  GATES.filter((gate) => (gate.applies?.(input) ?? true) && !gate.passes(input)).map(({ gate, at: where, who }) => {
    const at = typeof where === 'string' ? where : where(input);
    return who ? { gate, at, who } : { gate, at };
  });
