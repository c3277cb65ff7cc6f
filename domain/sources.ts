/**
 * Where the rules come from, and since when each source is in force. A rule's table names its source by tag. When an
 * agreement changes, its row gets a new version here and the rules that name it are gone through.
 */
import { Temporal } from 'temporal-polyfill';
import { isOnOrBefore } from './days.ts';

type Source = { name: string; version: string; inForceFrom: string; inForceTo: string | null };

export const SOURCES = {
  /** Replaced by the agreement; stands here because the word is still used. */
  GUIDELINES: { name: 'Västbus riktlinjer', version: '2012', inForceFrom: '2005-01-01', inForceTo: '2020-12-31' },
  AGREEMENT: {
    name: 'Samverkan för barns och ungas hälsa, överenskommelse i Västra Götaland',
    version: '2023-01',
    inForceFrom: '2021-01-01',
    inForceTo: null,
  },
  ROUTINE: { name: 'Västbus och SIP, Vänersborgs kommun', version: '2014', inForceFrom: '2014-09-01', inForceTo: null },
  CUSTODY: { name: 'Föräldrabalken, 6 kap.', version: '1949:381', inForceFrom: '1950-01-01', inForceTo: null },
  CARE_ORDER: {
    name: 'Lagen med särskilda bestämmelser om vård av unga',
    version: '1990:52',
    inForceFrom: '1990-07-01',
    inForceTo: null,
  },
  SECRECY: {
    name: 'Offentlighets- och sekretesslagen',
    version: '2009:400',
    inForceFrom: '2009-06-30',
    inForceTo: null,
  },
  /** Secrecy holds against a guardian too, and by age and maturity the child disposes of it together with them. */
  CHILD_SECRECY: {
    name: 'Offentlighets- och sekretesslagen, 12 kap. 3 §',
    version: '2009:400',
    inForceFrom: '2009-06-30',
    inForceTo: null,
  },
  CHILD: { name: 'Barnkonventionen, artikel 12', version: '2018:1197', inForceFrom: '2020-01-01', inForceTo: null },
  /** The individual plan; hälso- och sjukvårdslagen 16:4 says the same. And that a child is told throughout. */
  SOCIAL_SERVICES: {
    name: 'Socialtjänstlagen, 10 kap. 8–9 §§ och 3 kap.',
    version: '2025:400',
    inForceFrom: '2025-07-01',
    inForceTo: null,
  },
  /** How the work is done where it works; no rule says so. */
  PRACTICE: { name: 'Praxis', version: '1', inForceFrom: '2014-09-01', inForceTo: null },
} as const satisfies Record<string, Source>;

export type SourceTag = keyof typeof SOURCES;

/** The tags of the sources that are in force on a day. */
export const sourcesInForce = (day: Temporal.PlainDate): SourceTag[] =>
  (Object.keys(SOURCES) as SourceTag[]).filter((tag) => {
    const { inForceFrom, inForceTo }: Source = SOURCES[tag];
    const isBegun = isOnOrBefore(Temporal.PlainDate.from(inForceFrom), day);
    return isBegun && (inForceTo === null || isOnOrBefore(day, Temporal.PlainDate.from(inForceTo)));
  });
