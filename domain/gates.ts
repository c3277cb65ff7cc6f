/**
 * What must be there before a kallelse may leave. One row a gate, in the order of the process; every gate stands at "Skicka kallelse" and
 * nowhere else, so the talks and the papers may come in any order.
 * Sources: Vänersborg's routine (both talks before the kallelse; written, time-limited consent), the agreement in Västra Götaland
 * (children and young people up to and including 20), FB 6:11 and 13 (guardians decide together), practice.
 */
import { Temporal } from 'temporal-polyfill';
import type { Signer } from './codes.ts';
import { consentedUnits, guardiansOf, isExcused, isLiveOn, isYouth, latestConsent, requiredSigners } from './consent.ts';
import { currentMeeting, participantsOf } from './current.ts';
import { dayOf, isLate, lastMeetingDay } from './deadlines.ts';
import type { CaseFile, Settings } from './rows.ts';
import { isChildHeard, isChildInformed, isGuardianHeard } from './talks.ts';

export type GateInput = { file: CaseFile; settings: Settings; now: Temporal.Instant };

/** `at` names the page where it is mended; `who` the person it is about. */
export type Missing = { gate: string; at: string; who?: Signer };

type Gate = { gate: string; at: string; who?: Signer; applies?: (input: GateInput) => boolean; passes: (input: GateInput) => boolean };

const todayOf = ({ now }: GateInput) => dayOf(now);
const under18 = (input: GateInput) => !isYouth(input.file.case, todayOf(input));
/** A guardian who is there, and is not excused by a manager's decision. */
const asked = (guardian: 'GUARDIAN_1' | 'GUARDIAN_2') => (input: GateInput) =>
  approachable(input.file, todayOf(input)).includes(guardian) && !isExcused(input.file.case, guardian);
const meetingDay = ({ file }: GateInput) => {
  const startAt = currentMeeting(file)?.startAt;
  return startAt ? dayOf(startAt) : null;
};

const isNotUnknown = (value: string | null) => value !== null && value !== 'UNKNOWN';

/** The days a consent must cover: today, when the kallelse is sent, and the meeting's. Who must sign can change between them (18 years). */
function daysToCover(input: GateInput): Temporal.PlainDate[] {
  const day = meetingDay(input);
  return day ? [todayOf(input), day] : [todayOf(input)];
}

const mustSign = (signer: Signer) => (input: GateInput) =>
  !(isPaperOnly(input.file) && isGuardian(signer)) &&
  daysToCover(input).some((day) => requiredSigners(input.file.case, day).includes(signer));

const signed =
  (signer: Signer) =>
  (input: GateInput): boolean => {
    const consent = latestConsent(input.file, signer);
    const days = daysToCover(input).filter((day) => requiredSigners(input.file.case, day).includes(signer));
    if (!consent?.scopes.includes('MEETING')) return false;
    return days.every((day) => isLiveOn(consent, day));
  };

const GATES: Gate[] = [
  { gate: 'ageBand', at: 'start', passes: ({ file }) => file.case.ageBand !== null },
  { gate: 'needNoticed', at: 'startMore', passes: ({ file }) => file.case.needNoticedOn !== null },
  {
    gate: 'guardians',
    at: 'start',
    applies: under18,
    passes: ({ file }) => isNotUnknown(file.case.guardianOne) && isNotUnknown(file.case.guardianTwo),
  },
  {
    gate: 'comingOfAge',
    at: 'startMore',
    applies: ({ file }) => file.case.ageBand === 'A15_17',
    passes: ({ file }) => file.case.turns18On !== null,
  },
  {
    gate: 'placement',
    at: 'startMore',
    applies: under18,
    passes: ({ file: { case: row } }) =>
      isNotUnknown(row.placement) && (row.placement !== 'LVU' || (row.placedConsentBy !== null && row.placedConfirmedOn !== null)),
  },
  {
    gate: 'guardianTalk',
    at: 'guardian1',
    who: 'GUARDIAN_1',
    applies: asked('GUARDIAN_1'),
    passes: ({ file }) => isGuardianHeard(file, 'GUARDIAN_1'),
  },
  {
    gate: 'guardianTalk',
    at: 'guardian2',
    who: 'GUARDIAN_2',
    applies: asked('GUARDIAN_2'),
    passes: ({ file }) => isGuardianHeard(file, 'GUARDIAN_2'),
  },
  { gate: 'childTalk', at: 'child', passes: ({ file }) => isChildHeard(file) },
  { gate: 'childInformed', at: 'childMore', applies: ({ file }) => isChildHeard(file), passes: ({ file }) => isChildInformed(file) },
  {
    gate: 'protection',
    at: 'protection',
    passes: ({ file }) => isNotUnknown(file.case.safety),
  },
  { gate: 'paperOnly', at: 'protection', passes: ({ file }) => !isPaperOnly(file) },
  { gate: 'signature', at: 'consent1', who: 'GUARDIAN_1', applies: mustSign('GUARDIAN_1'), passes: signed('GUARDIAN_1') },
  { gate: 'signature', at: 'consent2', who: 'GUARDIAN_2', applies: mustSign('GUARDIAN_2'), passes: signed('GUARDIAN_2') },
  { gate: 'signature', at: 'consentYouth', who: 'YOUTH', applies: mustSign('YOUTH'), passes: signed('YOUTH') },
  { gate: 'signature', at: 'consentBoard', who: 'SOCIAL_BOARD', applies: mustSign('SOCIAL_BOARD'), passes: signed('SOCIAL_BOARD') },
  {
    gate: 'participants',
    at: 'invite',
    passes: ({ file }) => participantsOf(file, currentMeeting(file)).some((row) => row.unitId !== file.case.unitId),
  },
  {
    gate: 'consentedOnly',
    at: 'invite',
    passes: ({ file, now }) => {
      const allowed = consentedUnits(file, dayOf(now));
      return participantsOf(file, currentMeeting(file)).every((row) => allowed.has(row.unitId));
    },
  },
  { gate: 'time', at: 'time', passes: (input) => currentMeeting(input.file)?.startAt != null },
  {
    gate: 'timeAhead',
    at: 'time',
    applies: (input) => meetingDay(input) !== null,
    passes: ({ file, now }) => {
      const startAt = currentMeeting(file)?.startAt;
      return startAt != null && Temporal.Instant.compare(startAt, now) > 0;
    },
  },
  { gate: 'place', at: 'time', passes: ({ file }) => currentMeeting(file)?.placeId != null || file.case.safety === 'PLACE_ORALLY' },
  {
    gate: 'lateReason',
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
    at: 'family',
    applies: (input) => meetingDay(input) !== null,
    passes: ({ file }) => currentMeeting(file)?.familyAgreed ?? false,
  },
];

/** For safety, the reason is never kept: the bot sends nothing, the family's case goes on paper. */
export const isPaperOnly = (file: Pick<CaseFile, 'case'>): boolean => file.case.safety === 'RESTRICTED';

const isGuardian = (signer: Signer): boolean => signer === 'GUARDIAN_1' || signer === 'GUARDIAN_2';

/**
 * The guardians that the guide may lead to. On paper only: none. The case may be there because a guardian is the threat, or because the
 * young person does not want them told (OSL 12:3); which it is is not kept, so a row "Samtal med pappa" could be the very harm. What was
 * recorded before stays, and is there again when a manager has decided that the case is opened.
 */
export const approachable = (file: Pick<CaseFile, 'case'>, day: Temporal.PlainDate): ('GUARDIAN_1' | 'GUARDIAN_2')[] =>
  isPaperOnly(file) ? [] : guardiansOf(file.case, day);

/** The same for those who sign. */
export const askedToSign = (file: Pick<CaseFile, 'case'>, day: Temporal.PlainDate): Signer[] =>
  requiredSigners(file.case, day).filter((signer) => !(isPaperOnly(file) && isGuardian(signer)));

/** Everything that stands between this case and its kallelse, in the order of the process. Empty = it may be sent. */
export const missingBeforeKallelse = (input: GateInput): Missing[] =>
  GATES.filter((gate) => (gate.applies?.(input) ?? true) && !gate.passes(input)).map(({ gate, at, who }) =>
    who ? { gate, at, who } : { gate, at },
  );
