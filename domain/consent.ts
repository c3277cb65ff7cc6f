/** Who must consent, which consents count, and which units they cover. Consent here lifts secrecy between named parties. */
import { Temporal } from 'temporal-polyfill';
import type { Scope, Signer } from './codes.ts';
import type { CaseFile, CaseRow, Consent, Withdrawal } from './rows.ts';

/** What the rules of consent look at. */
export type Consents = Pick<CaseFile, 'case' | 'consents' | 'withdrawals'>;

type WhoIsWho = Pick<CaseRow, 'ageBand' | 'guardianOne' | 'guardianTwo'>;

/** From 18 the young person is of age and consents alone; guardianship ends then. */
export const isYouth = (row: Pick<CaseRow, 'ageBand'>): boolean => row.ageBand === 'A18_20';

/** The page where each signer's consent is filled in. */
export const CONSENT_PAGES: Record<Signer, string> = { GUARDIAN_1: 'consent1', GUARDIAN_2: 'consent2', YOUTH: 'consentYouth' };

const isNamed = (kind: string | null): boolean => kind !== null && kind !== 'NONE' && kind !== 'UNKNOWN';

/** Under 18 every guardian signs, one record each; from 18 only the young person. */
export const requiredSigners = (row: WhoIsWho): Signer[] =>
  isYouth(row) ? ['YOUTH'] : isNamed(row.guardianTwo) ? ['GUARDIAN_1', 'GUARDIAN_2'] : ['GUARDIAN_1'];

/** Taken back after it was recorded; from then on only a new consent counts. */
const isWithdrawn = ({ givenBy, recordedAt }: Consent, withdrawals: readonly Withdrawal[]): boolean =>
  withdrawals.some((one) => one.givenBy === givenBy && recordedAt !== null && Temporal.Instant.compare(one.recordedAt, recordedAt) >= 0);

/** The recorded consent of a signer that counts: the latest one, while it is not withdrawn; an older one never comes back. */
export const latestConsent = (file: Pick<Consents, 'consents' | 'withdrawals'>, signer: Signer): Consent | undefined =>
  file.consents
    .filter((consent) => consent.givenBy === signer && consent.recordedAt !== null && !isWithdrawn(consent, file.withdrawals))
    .sort((a, b) => Temporal.Instant.compare(b.recordedAt as Temporal.Instant, a.recordedAt as Temporal.Instant))[0];

/** The page of a consent that is being filled in and is not recorded yet. */
export const draftConsent = (file: Pick<CaseFile, 'consents'>, signer: Signer): Consent | undefined =>
  file.consents.find((consent) => consent.givenBy === signer && consent.recordedAt === null);

export const isLiveOn = (consent: Consent, day: Temporal.PlainDate): boolean =>
  consent.recordedAt !== null &&
  consent.validFromOn !== null &&
  consent.validToOn !== null &&
  Temporal.PlainDate.compare(consent.validFromOn, day) <= 0 &&
  Temporal.PlainDate.compare(day, consent.validToOn) <= 0;

/** The live consents of everybody who must sign, or null while one is missing or has ended. */
export function liveConsents(file: Consents, day: Temporal.PlainDate): Consent[] | null {
  const consents = requiredSigners(file.case).map((signer) => latestConsent(file, signer));
  return consents.every((consent): consent is Consent => consent !== undefined && isLiveOn(consent, day)) ? consents : null;
}

/** The units that everybody who must consent has named. Empty without a complete, live consent. */
export function consentedUnits(file: Consents, day: Temporal.PlainDate): Set<string> {
  const consents = liveConsents(file, day);
  if (!consents) return new Set();
  const [first, ...others] = consents.map((consent) => consent.parties);
  return new Set((first ?? []).filter((unit) => others.every((parties) => parties.includes(unit))));
}

export const hasScope = (file: Consents, scope: Scope, day: Temporal.PlainDate): boolean =>
  liveConsents(file, day)?.every((consent) => consent.scopes.includes(scope)) ?? false;

/** The day the last of those who must sign signed: the three weeks run from here. Null while one is missing. */
export function consentCompleteOn(file: Consents): Temporal.PlainDate | null {
  const days = requiredSigners(file.case).map((signer) => latestConsent(file, signer)?.signedOn ?? null);
  if (days.some((day) => day === null)) return null;
  return (days as Temporal.PlainDate[]).sort(Temporal.PlainDate.compare).at(-1) ?? null;
}

/** The last day that every consent covers. */
export const consentEndsOn = (file: Consents): Temporal.PlainDate | null =>
  requiredSigners(file.case)
    .map((signer) => latestConsent(file, signer)?.validToOn ?? null)
    .reduce<Temporal.PlainDate | null | undefined>((least, day) => {
      if (least === undefined) return day;
      if (least === null || day === null) return null;
      return Temporal.PlainDate.compare(day, least) < 0 ? day : least;
    }, undefined) ?? null;
