/**
 * What each kind of unit is to the process: whose it can be, the most usual first, and whether it is called to a
 * meeting with the duty to come or invited without one.
 */
import type { Principal, UnitKind } from './codes.ts';
import type { Participant } from './rows/participant.ts';
import type { Unit } from './rows/register.ts';

type KindOfUnit = {
  principals: readonly [Principal, ...Principal[]];
  comes: Participant['kind'];
  /** Whose measures the law's plan puts together (SoL 10:8, HSL 16:4). Tandvårdslagen and LSS are laws of their own. */
  law?: 'SOCIAL' | 'HEALTH' | 'SCHOOL';
};

/** Private care and independent schools are bound by their agreements with region or municipality, where there are any. */
const SCHOOL: KindOfUnit = { principals: ['MUNICIPALITY', 'OTHER', 'REGION'], comes: 'SUMMONED', law: 'SCHOOL' };
const CARE: KindOfUnit = { principals: ['REGION', 'OTHER'], comes: 'SUMMONED', law: 'HEALTH' };
const HOME: KindOfUnit = { principals: ['MUNICIPALITY', 'OTHER'], comes: 'SUMMONED' };
const BOTHS: KindOfUnit = { principals: ['REGION', 'MUNICIPALITY', 'OTHER'], comes: 'SUMMONED', law: 'HEALTH' };
/** No parties to the agreement. */
const INVITED: KindOfUnit = { principals: ['OTHER'], comes: 'INVITED' };

/**
 * The agreement in Västra Götaland is between municipalities and region: dental care, Försäkringskassan, police and SiS
 * are only invited. LSS is the municipality's; a youth clinic may be both's.
 */
export const UNIT_KIND: Readonly<Record<UnitKind, KindOfUnit>> = {
  SOCIAL_SERVICES: { principals: ['MUNICIPALITY'], comes: 'SUMMONED', law: 'SOCIAL' },
  SCHOOL,
  STUDENT_HEALTH: SCHOOL,
  PRESCHOOL: SCHOOL,
  UPPER_SECONDARY: SCHOOL,
  INDEPENDENT_SCHOOL: { principals: ['OTHER'], comes: 'SUMMONED' },
  BUP: CARE,
  HABILITATION: CARE,
  PRIMARY_CARE: CARE,
  YOUTH_CLINIC: BOTHS,
  LSS: HOME,
  BVC: CARE,
  FIRST_LINE: BOTHS,
  ADULT_PSYCHIATRY: CARE,
  DENTAL_CARE: { principals: ['REGION', 'OTHER'], comes: 'INVITED' },
  POLICE: INVITED,
  SIS: INVITED,
  HVB: { ...HOME, law: 'SOCIAL' },
  OTHER_REGION: CARE,
  OTHER_AGENCY: { principals: ['OTHER', 'MUNICIPALITY', 'REGION'], comes: 'INVITED' },
};

/** Authorities of the state are nobody's of the two, and not private. */
const OF_THE_STATE: readonly UnitKind[] = ['POLICE', 'SIS', 'OTHER_AGENCY'];

/** What neither municipality nor region runs is private where nothing else is said of it. */
export const isPrivateByDefault = ({ kind, principal }: Pick<Unit, 'kind' | 'principal'>): boolean =>
  principal === 'OTHER' && !OF_THE_STATE.includes(kind);

/**
 * Whoever is summoned has a duty to come, whoever is invited has none. The law's duty is the municipality's and the
 * region's (SoL 10:8, HSL 16:4): a private unit has one by its agreement only.
 */
export function participantKind(
  unit: Pick<Unit, 'kind' | 'private'> | undefined,
  isAgreed: boolean,
): Participant['kind'] {
  if (!unit) return 'SUMMONED';
  return unit.private && !isAgreed ? 'INVITED' : UNIT_KIND[unit.kind].comes;
}
