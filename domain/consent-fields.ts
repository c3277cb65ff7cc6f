/**
 * What a signed form must say before it is recorded as a consent: a table of rules, each with its source. The first
 * that fails speaks at its field. `page` is where the field stands: the form itself, or what it covers.
 */
import type { Temporal } from 'temporal-polyfill';
import { isAfter } from './days.ts';
import type { Consent } from './rows/consent.ts';

export type Signing = {
  consent: Consent;
  ownUnit: string;
  maxMonths: number;
  today: Temporal.PlainDate;
  /** A form that counts from 18 only: when it may be signed, and from when it counts. */
  early: { from: Temporal.PlainDate; birthday: Temporal.PlainDate } | null;
};
type Field =
  | 'signedOn'
  | 'method'
  | 'validFromOn'
  | 'validMonths'
  | 'validToOn'
  | 'originalLocation'
  | 'parties'
  | 'topics'
  | 'scopes';
type Rule = {
  page: 'form' | 'scope';
  field: Field;
  fault: string;
  source: string;
  passes: (signing: Signing) => boolean;
};

const RULES = [
  {
    page: 'form',
    field: 'signedOn',
    fault: 'NOT_SIGNED',
    source: 'Vänersborg: written',
    passes: ({ consent }) => consent.signedOn !== null,
  },
  {
    page: 'form',
    field: 'signedOn',
    fault: 'DAY_AHEAD',
    source: 'practice',
    passes: ({ consent, today }) => consent.signedOn === null || !isAfter(consent.signedOn, today),
  },
  {
    page: 'form',
    field: 'method',
    fault: 'METHOD',
    source: 'Vänersborg: written',
    passes: ({ consent }) => consent.method !== null,
  },
  {
    page: 'form',
    field: 'validMonths',
    fault: 'END',
    source: 'Vänersborg: limited in time',
    passes: ({ consent }) => consent.validToOn !== null || consent.signedOn === null,
  },
  {
    page: 'form',
    field: 'signedOn',
    fault: 'SIGNED_TOO_EARLY',
    source: 'FB 6:2: of age from 18; what was said long before is not assumed',
    passes: ({ consent: { signedOn }, early }) => !early || !signedOn || !isAfter(early.from, signedOn),
  },
  {
    page: 'form',
    field: 'validFromOn',
    fault: 'BEGINS_BEFORE_18',
    source: 'FB 6:2: until 18 the guardians decide',
    passes: ({ consent: { validFromOn }, early }) => !early || !validFromOn || !isAfter(early.birthday, validFromOn),
  },
  {
    page: 'form',
    field: 'validFromOn',
    fault: 'BEGINS_BEFORE_SIGNED',
    source: 'a consent cannot have been given before it is signed',
    passes: ({ consent: { validFromOn, signedOn } }) => !validFromOn || !signedOn || !isAfter(signedOn, validFromOn),
  },
  {
    page: 'form',
    field: 'validToOn',
    fault: 'ENDS_BEFORE_BEGINS',
    source: 'practice',
    passes: ({ consent: { validFromOn, validToOn } }) => !validFromOn || !validToOn || !isAfter(validFromOn, validToOn),
  },
  {
    page: 'form',
    field: 'validToOn',
    fault: 'ENDED',
    source: 'Vänersborg: limited in time',
    passes: ({ consent: { validToOn }, today }) => !validToOn || !isAfter(today, validToOn),
  },
  {
    page: 'form',
    field: 'validToOn',
    fault: 'TOO_LONG',
    source: 'setting consentMaxMonths',
    passes: ({ consent: { validFromOn, validToOn }, maxMonths }) =>
      !validFromOn || !validToOn || !isAfter(validToOn, validFromOn.add({ months: maxMonths })),
  },
  {
    page: 'scope',
    field: 'parties',
    fault: 'PARTIES',
    source: 'OSL 10:1, 12:2: between named parties',
    passes: ({ consent }) => consent.parties.length >= 2,
  },
  {
    page: 'scope',
    field: 'parties',
    fault: 'OWN_UNIT',
    source: 'OSL 10:1, 12:2',
    passes: ({ consent, ownUnit }) => consent.parties.includes(ownUnit),
  },
  {
    page: 'scope',
    field: 'topics',
    fault: 'TOPICS',
    source: 'a consent is specific (SKR)',
    passes: ({ consent }) => consent.topics.length >= 1,
  },
  {
    page: 'scope',
    field: 'scopes',
    fault: 'SCOPES',
    source: 'Vänersborg: during the meeting itself',
    passes: ({ consent }) => consent.scopes.length >= 1,
  },
  {
    page: 'scope',
    field: 'scopes',
    fault: 'SCOPE_MEETING',
    source: 'Vänersborg: during the meeting itself',
    passes: ({ consent }) => consent.scopes.includes('MEETING'),
  },
  {
    page: 'scope',
    field: 'originalLocation',
    fault: 'LOCATION',
    source: 'practice: the paper is the legal document',
    passes: ({ consent }) => consent.originalLocation !== null,
  },
] as const satisfies readonly Rule[];

export type ConsentFault = (typeof RULES)[number]['fault'];

/** What does not hold yet, once at each field. */
export function consentFaults(page: Rule['page'], signing: Signing): { field: Field; fault: ConsentFault }[] {
  const failed = RULES.filter((rule) => rule.page === page && !rule.passes(signing));
  return failed.filter(({ field }, n) => failed.findIndex((one) => one.field === field) === n);
}
