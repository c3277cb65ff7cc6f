/**
 * Where the rules come from, and since when each source is in force. A rule's table names its source by tag, and a
 * comment by the short name and paragraph that stand here (`test/domain/sources.test.ts` holds them to it). When one
 * changes, its row gets a new day here and the rules that name it are gone through. No paragraph ever stands in a text
 * that a family reads. As the law texts stood in December 2025: later changes are not seen. Long because the table is
 * read as a whole.
 */
import { Temporal } from 'temporal-polyfill';
import { isOnOrBefore } from './days.ts';
import type { Agreement, Settings } from './rows/register.ts';

type Source = {
  name: string;
  version: string;
  inForceFrom: string;
  inForceTo: string | null;
  /**
   * What comments call it, and each paragraph that a rule rests on, with the day from which it has the wording meant;
   * null: that day is not looked up, and it stood so in December 2025.
   */
  short?: string;
  paragraphs?: Readonly<Record<string, string | null>>;
};

const SECRECY_FROM = '2009-06-30';
/** The chapter whole, by SFS 1983:47. */
const CUSTODY_FROM = '1983-07-01';
const SOCIAL_SERVICES_FROM = '2025-07-01';
const GDPR_FROM = '2018-05-25';

export const SOURCES = {
  /** Replaced by the agreement; stands here because the word is still used. */
  GUIDELINES: { name: 'Västbus riktlinjer', version: '2012', inForceFrom: '2005-01-01', inForceTo: '2020-12-31' },
  /** Run out unless the register says that somebody has confirmed it for longer (`isAgreementConfirmed`). */
  AGREEMENT: {
    name: 'Samverkan för barns och ungas hälsa, överenskommelse i Västra Götaland',
    version: '2023-01',
    inForceFrom: '2021-01-01',
    inForceTo: '2025-12-31',
  },
  ROUTINE: { name: 'Västbus och SIP, Vänersborgs kommun', version: '2014', inForceFrom: '2014-09-01', inForceTo: null },
  CUSTODY: {
    name: 'Föräldrabalken, 6 kap.',
    short: 'FB',
    version: '1949:381, chapter as of 1983:47',
    inForceFrom: CUSTODY_FROM,
    inForceTo: null,
    paragraphs: {
      /** Guardianship ends at 18. */
      '6:2': null,
      /** Somebody else is appointed in the parents' place. */
      '6:10 d': null,
      /** Guardians decide on what is personal; with age, the child's own will counts more. */
      '6:11': CUSTODY_FROM,
      /** Two decide together; one alone where the other is prevented and it cannot wait. */
      '6:13': CUSTODY_FROM,
      /** What the social board may decide where they disagree: not a SIP. */
      '6:13 a': '2012-05-01',
    },
  },
  CARE_ORDER: {
    name: 'Lagen med särskilda bestämmelser om vård av unga',
    short: 'LVU',
    version: '1990:52',
    inForceFrom: '1990-07-01',
    inForceTo: null,
    /** The board decides on what is personal as far as the care needs it. */
    paragraphs: { '11': '1990-07-01' },
  },
  SECRECY: {
    name: 'Offentlighets- och sekretesslagen',
    short: 'OSL',
    version: '2009:400',
    inForceFrom: SECRECY_FROM,
    inForceTo: null,
    paragraphs: {
      /** Secrecy holds between authorities. */
      '8:1': SECRECY_FROM,
      /** A consent lifts secrecy. */
      '10:1': SECRECY_FROM,
      /**
       * The individual disposes of it; and of a child's, the guardian, with the child by maturity, or the child alone,
       * also against a guardian.
       */
      '12:2': SECRECY_FROM,
      '12:3': SECRECY_FROM,
      /** Between authorities something may or must sometimes be told whatever a consent says. */
      '10:15 a': null,
      '10:27': null,
      '10:28': SECRECY_FROM,
      /** Protected identities and threatened persons. */
      '21:3': SECRECY_FROM,
      '22:1': SECRECY_FROM,
      /** Single facts between health care and social services about somebody under 18. */
      '25:12': SECRECY_FROM,
      '26:9': SECRECY_FROM,
      /** A report of concern is secret at whoever made it. */
      '40:7 g': '2026-01-15',
    },
  },
  CHILD: { name: 'Barnkonventionen, artikel 12', version: '2018:1197', inForceFrom: '2020-01-01', inForceTo: null },
  SOCIAL_SERVICES: {
    name: 'Socialtjänstlagen',
    short: 'SoL',
    version: '2025:400',
    inForceFrom: SOCIAL_SERVICES_FROM,
    inForceTo: null,
    paragraphs: {
      /** A child is told throughout, in its own way, is heard, and somebody sees to it that it has understood. */
      '3:1': SOCIAL_SERVICES_FROM,
      '3:2': SOCIAL_SERVICES_FROM,
      '3:3': SOCIAL_SERVICES_FROM,
      '3:4': SOCIAL_SERVICES_FROM,
      /** The individual plan: begun at once where it is needed and consented to; what it says. */
      '10:8': SOCIAL_SERVICES_FROM,
      '10:9': SOCIAL_SERVICES_FROM,
      /** What is written there is not weeded out at any time. */
      '16:2 a': null,
      /** A report of concern is made at once, on suspicion that a child is harmed. */
      '19:1': '2026-01-15',
      /** Help from 12 with the child's own consent, or for whoever speaks for itself from 15. */
      '21:1': SOCIAL_SERVICES_FROM,
    },
  },
  HEALTH_CARE: {
    name: 'Hälso- och sjukvårdslagen',
    short: 'HSL',
    version: '2017:30',
    inForceFrom: '2017-04-01',
    inForceTo: null,
    /** The individual plan, as SoL has it. */
    paragraphs: { '16:4': '2017-04-01' },
  },
  /** Secrecy in private care and in independent schools: not an authority's. */
  PATIENT_SAFETY: {
    name: 'Patientsäkerhetslagen',
    short: 'PSL',
    version: '2010:659',
    inForceFrom: '2011-01-01',
    inForceTo: null,
    paragraphs: { '6:12': '2011-01-01' },
  },
  SCHOOL: {
    name: 'Skollagen',
    short: 'skollagen',
    version: '2010:800',
    inForceFrom: '2010-08-01',
    inForceTo: null,
    /** Applied from that day; the law itself came a year before. */
    paragraphs: { '29:14': '2011-07-01' },
  },
  PERSONAL_DATA: {
    name: 'EU:s dataskyddsförordning',
    short: 'GDPR',
    version: '2016/679',
    inForceFrom: GDPR_FROM,
    inForceTo: null,
    paragraphs: {
      /** A box that stands ticked is no consent. */
      '4': GDPR_FROM,
      /** What whoever is spoken of is told, in words that a child understands, and may have an extract of. */
      '12': GDPR_FROM,
      '13': GDPR_FROM,
      '14': GDPR_FROM,
      '15': GDPR_FROM,
      /** Security; a breach is reported within 72 hours; an assessment before it is begun. */
      '32': GDPR_FROM,
      '33': GDPR_FROM,
      '35': GDPR_FROM,
    },
  },
  /** Where one guardian decides alone in a shelter: on examinations, open measures and school, not on a SIP. */
  SHELTER: {
    name: 'Lagen om placering av barn i skyddat boende',
    version: '2024:79',
    inForceFrom: '2024-04-01',
    inForceTo: null,
  },
  PATIENT_DATA: {
    name: 'Patientdatalagen',
    short: 'PDL',
    version: '2008:355',
    inForceFrom: '2008-07-01',
    inForceTo: null,
    /** A standing look into another's records wants support in law: a copy is handed over instead. */
    paragraphs: { '5:4': null },
  },
  /** What is written can be public records, and is weeded out by a decision only. */
  PRESS_FREEDOM: { name: 'Tryckfrihetsförordningen', version: '1949:105', inForceFrom: '1950-01-01', inForceTo: null },
  ARCHIVES: { name: 'Arkivlagen', version: '1990:782', inForceFrom: '1991-07-01', inForceTo: null },
  /** How the work is done where it works; no rule says so. */
  PRACTICE: { name: 'Praxis', version: '1', inForceFrom: '2014-09-01', inForceTo: null },
} as const satisfies Record<string, Source>;

export type SourceTag = keyof typeof SOURCES;

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const isBetween = (on: Temporal.PlainDate, from: string, to: string | null): boolean =>
  isOnOrBefore(day(from), on) && (to === null || isOnOrBefore(on, day(to)));

/** Until when the agreement holds: its own last day, or a later one that somebody has confirmed. */
const agreedUntil = (agreement: Agreement | undefined): string => {
  const own = SOURCES.AGREEMENT.inForceTo;
  return agreement && agreement.holdsUntil > own ? agreement.holdsUntil : own;
};

/** Whether there is a duty to come: else whoever is called is asked to. */
export const isAgreementConfirmed = ({ agreement }: Pick<Settings, 'agreement'>, on: Temporal.PlainDate): boolean =>
  isBetween(on, SOURCES.AGREEMENT.inForceFrom, agreedUntil(agreement));

/** The tags of the sources that are in force on a day, where the agreement is confirmed as far as it is. */
export const sourcesInForce = (on: Temporal.PlainDate, agreement?: Agreement): SourceTag[] =>
  (Object.keys(SOURCES) as SourceTag[]).filter((tag) => {
    const { inForceFrom, inForceTo }: Source = SOURCES[tag];
    return isBetween(on, inForceFrom, tag === 'AGREEMENT' ? agreedUntil(agreement) : inForceTo);
  });
