/**
 * What a signed form must say before it is recorded as a consent: a table of rules, each with its source. The first
 * that fails speaks at its field. `page` is where the field stands: the form itself, or what it covers.
 */
import type { Temporal } from 'temporal-polyfill';
import { isAfter } from './days.ts';
import type { Consent } from './rows/consent.ts';

export type Signing = { consent: Consent; ownUnit: string; maxMonths: number; today: Temporal.PlainDate };
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
  error: string;
  source: string;
  passes: (signing: Signing) => boolean;
};

const RULES = [
  {
    page: 'form',
    field: 'signedOn',
    error: 'error.signedOn',
    source: 'Vänersborg: written',
    passes: ({ consent }) => consent.signedOn !== null,
  },
  {
    page: 'form',
    field: 'signedOn',
    error: 'error.futureDay',
    source: 'practice',
    passes: ({ consent, today }) => consent.signedOn === null || !isAfter(consent.signedOn, today),
  },
  {
    page: 'form',
    field: 'method',
    error: 'error.method',
    source: 'Vänersborg: written',
    passes: ({ consent }) => consent.method !== null,
  },
  {
    page: 'form',
    field: 'validMonths',
    error: 'error.validMonths',
    source: 'Vänersborg: limited in time',
    passes: ({ consent }) => consent.validToOn !== null || consent.signedOn === null,
  },
  {
    page: 'form',
    field: 'validFromOn',
    error: 'error.beginsBeforeSigned',
    source: 'a consent cannot have been given before it is signed',
    passes: ({ consent: { validFromOn, signedOn } }) => !validFromOn || !signedOn || !isAfter(signedOn, validFromOn),
  },
  {
    page: 'form',
    field: 'validToOn',
    error: 'error.endsBeforeBegins',
    source: 'practice',
    passes: ({ consent: { validFromOn, validToOn } }) => !validFromOn || !validToOn || !isAfter(validFromOn, validToOn),
  },
  {
    page: 'form',
    field: 'validToOn',
    error: 'error.consentEnded',
    source: 'Vänersborg: limited in time',
    passes: ({ consent: { validToOn }, today }) => !validToOn || !isAfter(today, validToOn),
  },
  {
    page: 'form',
    field: 'validToOn',
    error: 'error.consentTooLong',
    source: 'setting consentMaxMonths',
    passes: ({ consent: { validFromOn, validToOn }, maxMonths }) =>
      !validFromOn || !validToOn || !isAfter(validToOn, validFromOn.add({ months: maxMonths })),
  },
  {
    page: 'scope',
    field: 'parties',
    error: 'error.parties',
    source: 'OSL 10:1, 12:2: between named parties',
    passes: ({ consent }) => consent.parties.length >= 2,
  },
  {
    page: 'scope',
    field: 'parties',
    error: 'error.ownUnit',
    source: 'OSL 10:1, 12:2',
    passes: ({ consent, ownUnit }) => consent.parties.includes(ownUnit),
  },
  {
    page: 'scope',
    field: 'topics',
    error: 'error.topics',
    source: 'a consent is specific (SKR)',
    passes: ({ consent }) => consent.topics.length >= 1,
  },
  {
    page: 'scope',
    field: 'scopes',
    error: 'error.scopes',
    source: 'Vänersborg: during the meeting itself',
    passes: ({ consent }) => consent.scopes.length >= 1,
  },
  {
    page: 'scope',
    field: 'scopes',
    error: 'error.scopeMeeting',
    source: 'Vänersborg: during the meeting itself',
    passes: ({ consent }) => consent.scopes.includes('MEETING'),
  },
  {
    page: 'scope',
    field: 'originalLocation',
    error: 'error.originalLocation',
    source: 'practice: the paper is the legal document',
    passes: ({ consent }) => consent.originalLocation !== null,
  },
] as const satisfies readonly Rule[];

type Faults = Partial<Record<Field, (typeof RULES)[number]['error']>>;

/** The sentence at each field that does not hold yet, by field: text keys. */
export function consentFaults(page: Rule['page'], signing: Signing): Faults {
  const faults: Faults = {};
  for (const rule of RULES) if (rule.page === page && !rule.passes(signing)) faults[rule.field] ??= rule.error;
  return faults;
}
