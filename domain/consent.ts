/**
 * Who must consent, which consents count, and which units they cover. Consent here lifts secrecy between named parties.
 * Long because these rules rest on each other, and are read beside the law as one.
 */
import type { Temporal } from 'temporal-polyfill';
import { bandOf, signsToo } from './child-able.ts';
import type { Guardian, Scope, Signer, Topic } from './codes.ts';
import { earliest, isBefore, isOnOrBefore, latest, order } from './days.ts';
import type { ConsentPage } from './names.ts';
import type { CaseRow } from './rows/case.ts';
import type { CaseFile } from './rows/case-file.ts';
import type { Consent, Withdrawal } from './rows/consent.ts';

/** What the rules of consent look at. */
export type Consents = Pick<CaseFile, 'case' | 'consents' | 'withdrawals'>;

type WhoSigns = Pick<CaseRow, 'ageBand' | 'turns18On' | 'childAble' | 'childAbleBand'>;
type WhoIsWho = Pick<CaseRow, 'ageBand' | 'turns18On' | 'guardianOne' | 'guardianTwo'>;

const reached = (day: Temporal.PlainDate | null, on: Temporal.PlainDate): boolean =>
  day !== null && isOnOrBefore(day, on);

type Age = Pick<CaseRow, 'ageBand' | 'turns18On'>;

/**
 * From 18 the young person is of age and consents alone; guardianship ends that day (FB 6:2). Only the birthday's month
 * is known, so it is sure when that is over, or when somebody has said 18–20.
 */
export const isYouth = (row: Age, day: Temporal.PlainDate): boolean =>
  row.ageBand === 'A18_20' || reached(row.turns18On?.add({ months: 1 }) ?? null, day);

/** From the first of the birthday's month: nothing goes on without the young person's own yes. */
export const mayBeOfAge = (row: Age, day: Temporal.PlainDate): boolean =>
  row.ageBand === 'A18_20' || reached(row.turns18On, day);

/**
 * Under 18 there is a form for the child's own name: from 12 whatever will be judged, before that where it has been.
 * It never stands in for the guardians'.
 */
export const mayOwnSign = (row: WhoSigns, day: Temporal.PlainDate): boolean =>
  !isYouth(row, day) && (bandOf(row).asked === 'REQUIRED' || signsToo(row));

/**
 * The same child may have something of its own that the guardians are not to know (secrecy against the guardian, OSL
 * 12:3, which names no age): it is asked.
 */
export const mayKeepFromGuardians = (row: WhoSigns, day: Temporal.PlainDate): boolean => mayOwnSign(row, day);

/** The page where each signer's consent is filled in. */
export const CONSENT_PAGES: Record<Signer, ConsentPage> = {
  GUARDIAN_1: 'consent1',
  GUARDIAN_2: 'consent2',
  YOUTH: 'consentYouth',
  SOCIAL_BOARD: 'consentBoard',
};

/** A board decides by a resolution, not with a form. */
export const isConsentingBoard = (signer: Signer): boolean => signer === 'SOCIAL_BOARD';

/** Its second page. */
export const scopePageOf = (signer: Signer): `${ConsentPage}Scope` => `${CONSENT_PAGES[signer]}Scope`;

const isNamed = (kind: string | null): boolean => kind !== null && kind !== 'NONE' && kind !== 'UNKNOWN';

/** Everybody with custody: both are talked with, also where a board consents. */
export const guardiansOf = (row: WhoIsWho, day: Temporal.PlainDate): Guardian[] =>
  isYouth(row, day) ? [] : isNamed(row.guardianTwo) ? ['GUARDIAN_1', 'GUARDIAN_2'] : ['GUARDIAN_1'];

/**
 * A guardian who cannot be reached is not waited for once a manager has checked that the other may decide alone; never
 * the only one. A decision from before it had to be checked stands (null); what it lacks is asked for at the next
 * kallelse (`unreachable.ts`).
 */
export const isExcused = (row: CaseRow, guardian: Signer): boolean =>
  row.excusedGuardian === guardian &&
  (row.excusedChecked ?? true) &&
  row.excusedRole !== null &&
  row.excusedOn !== null &&
  row.excusedRef !== null &&
  isNamed(row.guardianTwo);

export const NOBODY_EXCUSED = {
  excusedGuardian: null,
  excusedHindrance: null,
  excusedChecked: null,
  excusedRole: null,
  excusedOn: null,
  excusedRef: null,
} satisfies Partial<CaseRow>;

/** Who decides for the child: every guardian (FB 6:13); under LVU the board, as its social worker has confirmed. */
const adultSigners = (row: CaseRow, day: Temporal.PlainDate): Signer[] =>
  row.placement === 'LVU' && row.placedConsentBy === 'SOCIAL_BOARD' && row.placedConfirmedOn !== null
    ? ['SOCIAL_BOARD']
    : guardiansOf(row, day).filter((guardian) => !isExcused(row, guardian));

/** The child's own signature is needed: it is judged able (OSL 12:3: together with the minor), or may be of age. */
const needsOwn = (row: CaseRow, day: Temporal.PlainDate): boolean => signsToo(row) || mayBeOfAge(row, day);

/**
 * Who must sign on a day, one record each: under 18 whoever decides for the child (FB 6:2, 6:11), and the child itself
 * where that is needed; from 18 only the young person. YOUTH is the young person's own signature at any age: what was
 * given by itself goes on counting.
 */
export const requiredSigners = (row: CaseRow, day: Temporal.PlainDate): Signer[] =>
  isYouth(row, day) ? ['YOUTH'] : [...adultSigners(row, day), ...(needsOwn(row, day) ? (['YOUTH'] as const) : [])];

/** The young person's form for the time from the birthday's month can be signed so long before. */
const EARLY_DAYS = 60;
const earlyFrom = ({ turns18On }: Pick<CaseRow, 'turns18On'>): Temporal.PlainDate | null =>
  turns18On?.subtract({ days: EARLY_DAYS }) ?? null;

/** The day from which the form is taken that counts from that month only; null where no such form is needed. */
export const ownFormFrom = (row: CaseRow, today: Temporal.PlainDate): Temporal.PlainDate | null =>
  requiredSigners(row, today).includes('YOUTH') ? null : earlyFrom(row);

/** Nobody else's consent is asked for; from 18 a guardian's page is gone. */
export function maySign(row: CaseRow, signer: Signer, today: Temporal.PlainDate): boolean {
  if (requiredSigners(row, today).includes(signer)) return true;
  const from = signer === 'YOUTH' ? ownFormFrom(row, today) : null;
  return from !== null && isOnOrBefore(from, today);
}

/** What was taken back after the consent was recorded. */
const takenBack = ({ givenBy, recordedAt }: Consent, withdrawals: readonly Withdrawal[]): Withdrawal[] =>
  withdrawals.filter((one) => one.givenBy === givenBy && recordedAt !== null && !isBefore(one.recordedAt, recordedAt));

/** A consent as it stands after partial withdrawals; null once all of it was taken back. */
function remaining(consent: Consent, withdrawals: readonly Withdrawal[]): Consent | null {
  const back = takenBack(consent, withdrawals);
  if (back.length === 0) return consent;
  if (back.some(({ scope }) => scope === 'ALL')) return null;
  return {
    ...consent,
    parties: consent.parties.filter((unit) => !back.some(({ unitId }) => unitId === unit)),
    topics: consent.topics.filter((one) => !back.some(({ topic }) => topic === one)),
    scopes: consent.scopes.filter((one) => !back.some(({ ofScope }) => ofScope === one)),
  };
}

/**
 * The recorded consent of a signer that counts on a day: the latest one that has begun, less what was taken back of it;
 * an older one never comes back. Where none has begun, the one that is to come.
 */
export const latestConsent = (
  file: Pick<Consents, 'consents' | 'withdrawals'>,
  signer: Signer,
  day: Temporal.PlainDate,
): Consent | undefined => {
  const given = file.consents
    .filter((consent) => consent.givenBy === signer && consent.recordedAt !== null)
    .sort((a, b) => order(b.recordedAt as Temporal.Instant, a.recordedAt as Temporal.Instant))
    .flatMap((consent) => remaining(consent, file.withdrawals) ?? []);
  return given.find(({ validFromOn }) => reached(validFromOn, day)) ?? given[0];
};

/** The page of a consent that is being filled in and is not recorded yet. */
export const draftConsent = (file: Pick<CaseFile, 'consents'>, signer: Signer): Consent | undefined =>
  file.consents.find((consent) => consent.givenBy === signer && consent.recordedAt === null);

export const isLiveOn = (consent: Consent, day: Temporal.PlainDate): boolean =>
  consent.recordedAt !== null &&
  consent.validFromOn !== null &&
  consent.validToOn !== null &&
  isOnOrBefore(consent.validFromOn, day) &&
  isOnOrBefore(day, consent.validToOn);

/**
 * A form of the young person's own that was given well before 18, as a child beside the guardians: what goes on by it
 * goes on, and before the next kallelse it is asked whether it stands. It is never assumed.
 */
export function isOwnFormToAsk(file: Consents, day: Temporal.PlainDate): boolean {
  const { turns18On, ownFormAskedOn } = file.case;
  const from = earlyFrom(file.case);
  const signedOn = latestConsent(file, 'YOUTH', day)?.signedOn;
  if (!turns18On || !from || !signedOn || !mayBeOfAge(file.case, day)) return false;
  return isBefore(signedOn, from) && !(ownFormAskedOn && isOnOrBefore(from, ownFormAskedOn));
}

/** The live consents of everybody who must sign, or null while one is missing, has ended or has not begun. */
export function liveConsents(file: Consents, day: Temporal.PlainDate): Consent[] | null {
  const consents = requiredSigners(file.case, day).map((signer) => latestConsent(file, signer, day));
  return consents.every((consent): consent is Consent => consent !== undefined && isLiveOn(consent, day))
    ? consents
    : null;
}

/** What several consents have in common. */
export type Common = { units: Set<string>; topics: Set<Topic>; scopes: Set<Scope> };

const inAll = <T>([first = [], ...others]: T[][]): Set<T> =>
  new Set(first.filter((one) => others.every((list) => list.includes(one))));

/**
 * What everybody who must sign on these days has said yes to: the 18th birthday can stand between the day of sending
 * and the meeting's. Null while somebody's consent is missing, or where they have no topic in common: then there is
 * nothing that may be spoken about.
 */
export function commonConsent(file: Consents, days: readonly Temporal.PlainDate[]): Common | null {
  const live = days.map((day) => liveConsents(file, day));
  if (live.some((one) => one === null)) return null;
  const consents = live.flatMap((one) => one ?? []);
  const topics = inAll(consents.map((one) => one.topics));
  if (topics.size === 0) return null;
  return {
    units: inAll(consents.map(({ parties }) => parties)),
    topics,
    scopes: inAll(consents.map(({ scopes }) => scopes)),
  };
}

/** The units that everybody who must consent has named. Empty without a complete, live consent. */
export const consentedUnits = (file: Consents, day: Temporal.PlainDate): Set<string> =>
  commonConsent(file, [day])?.units ?? new Set();
/** Named by somebody who must consent and not by everybody: not to be called. Empty while somebody has not signed. */
export function partlyNamed(file: Consents, day: Temporal.PlainDate): string[] {
  const all = consentedUnits(file, day);
  const named = (liveConsents(file, day) ?? []).flatMap(({ parties }) => parties);
  return [...new Set(named)].filter((unit) => !all.has(unit));
}

export const hasScope = (file: Consents, scope: Scope, day: Temporal.PlainDate): boolean =>
  commonConsent(file, [day])?.scopes.has(scope) ?? false;

/**
 * Somebody who must sign on one of these days names the unit no longer, or took back all. A consent that has only ended
 * still names it.
 */
export const isStruckOut = (file: Consents, unitId: string, days: readonly Temporal.PlainDate[]): boolean =>
  days.some((day) =>
    requiredSigners(file.case, day).some((signer) => {
      const consent = latestConsent(file, signer, day);
      if (consent) return consent.topics.length === 0 || !consent.parties.includes(unitId);
      return file.withdrawals.some((back) => back.givenBy === signer && back.scope === 'ALL');
    }),
  );

/**
 * The day somebody first signed; a consent that is extended later does not start the clock again, one that was taken
 * back does.
 */
const firstSignedOn = ({ consents, withdrawals }: Consents, signer: Signer): Temporal.PlainDate | null =>
  earliest(
    ...consents
      .filter((one) => one.givenBy === signer && one.recordedAt !== null && remaining(one, withdrawals) !== null)
      .flatMap(({ signedOn }) => signedOn ?? []),
  ) ?? null;

const areAllThere = <T>(all: (T | null)[]): all is T[] => all.every((one) => one !== null);

/** The day the last of those who must sign signed: the three weeks run from here. Null while one is missing. */
export function consentCompleteOn(file: Consents, day: Temporal.PlainDate): Temporal.PlainDate | null {
  const days = requiredSigners(file.case, day).map((signer) => firstSignedOn(file, signer));
  return areAllThere(days) ? (latest(...days) ?? null) : null;
}

/** The last day of a signer's unbroken cover from a day on: a renewal may begin where the last one ends. */
export function coveredTo(file: Consents, signer: Signer, day: Temporal.PlainDate): Temporal.PlainDate | null {
  const ends = latestConsent(file, signer, day)?.validToOn ?? null;
  const after = ends?.add({ days: 1 });
  const next = after && latestConsent(file, signer, after);
  return after && next && isLiveOn(next, after) ? coveredTo(file, signer, after) : ends;
}

/** Different forms: what they have in common is less than two units, so there is nobody to talk with. */
export function haveTooLittle(file: Consents, day: Temporal.PlainDate): boolean {
  const live = liveConsents(file, day);
  return live !== null && inAll(live.map(({ parties }) => parties)).size < 2;
}

/** The last day that every consent covers. */
export const consentEndsOn = (file: Consents, day: Temporal.PlainDate): Temporal.PlainDate | null => {
  const ends = requiredSigners(file.case, day).map((signer) => coveredTo(file, signer, day));
  return areAllThere(ends) ? (earliest(...ends) ?? null) : null;
};
