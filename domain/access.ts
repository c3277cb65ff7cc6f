/** Who may do what. Checked on every act by Entra id, never by name or mail. */

import type { Temporal } from 'temporal-polyfill';
import type { PostingKind } from './codes.ts';
import { isStruckOut, latestConsent, mayBeOfAge } from './consent.ts';
import { goesOn } from './current.ts';
import { isCalledFor, isPromised } from './measures.ts';
import { channelOf } from './posting.ts';
import type { CaseFile } from './rows/case-file.ts';
import type { Measure } from './rows/plan.ts';
import type { Posting } from './rows/posting.ts';
import type { Person, Register } from './rows/register.ts';

export const mayStart = (person: Person): boolean => person.active && person.mayCall;

export const coordinatorsOf = ({ people }: Pick<Register, 'people'>, unitId: string): Person[] =>
  people.filter((one) => one.active && one.coordinates && one.unitId === unitId);

/**
 * Which channel a unit's measures stand in is for whoever coordinates there; while nobody does, for those who may call.
 */
export const mayConnectChannel = (person: Person, { people }: Pick<Register, 'people'>): boolean => {
  const coordinators = coordinatorsOf({ people }, person.unitId);
  return person.active && (coordinators.length > 0 ? person.coordinates : person.mayCall);
};

/** The convener does everything in the case. */
export const isConvener = (person: Person, file: Pick<CaseFile, 'case'> | null): boolean =>
  file !== null && person.active && file.case.convenerId === person.id && file.case.tenantId === person.tenantId;

/**
 * The convener, and the colleagues in the case team: they may act when the convener is ill. Only handing over is the
 * convener's own.
 */
export const worksIn = (person: Person, file: Pick<CaseFile, 'case' | 'members'> | null): boolean =>
  isConvener(person, file) ||
  (file !== null &&
    person.active &&
    person.tenantId === file.case.tenantId &&
    person.unitId === file.case.unitId &&
    file.members.some((one) => one.role === 'TEAM' && one.personId === person.id && one.removedAt === null));

/** A new case out of this one (a sibling's, or one that follows) is begun only by somebody who may call. */
export const mayStartFrom = (person: Person, file: Pick<CaseFile, 'case' | 'members'> | null): boolean =>
  mayStart(person) && worksIn(person, file);

/**
 * From the 18th birthday's month, or once somebody has said 18–20, nothing is open to the parties before the young
 * person's own consent.
 */
const isClosedByBirthday = (file: CaseFile, today: Temporal.PlainDate): boolean =>
  mayBeOfAge(file.case, today) && latestConsent(file, 'YOUTH', today) === undefined;

/**
 * A unit sees its own measures, also after the consent has ended; not once it was taken back or a later form names it
 * no longer, and not in a case that is over.
 */
export const seesOwnMeasures = (file: CaseFile, unitId: string, today: Temporal.PlainDate): boolean =>
  goesOn(file) &&
  file.case.safety !== 'RESTRICTED' &&
  !isStruckOut(file, unitId, [today]) &&
  !isClosedByBirthday(file, today);

/**
 * A measure's content is for those who work in the case, and for its responsible person; while its unit has named
 * nobody, for those of the unit who were called to the meeting that wrote it, and not for their colleagues (patient
 * data act, inner secrecy). Other units see nothing of it here. Its neutral card is for everybody.
 */
export const maySeeMeasure = (person: Person, file: CaseFile, measure: Measure, today: Temporal.PlainDate): boolean =>
  worksIn(person, file) ||
  (person.active && isTheirs(person, file, measure) && seesOwnMeasures(file, measure.unitId, today));

const isTheirs = (person: Person, file: CaseFile, measure: Measure): boolean =>
  measure.personId === null
    ? isPromised(measure) && isCalledFor(file, measure, person)
    : measure.personId === person.id;

/** The same for the measure that a card in the channel is about. */
export function maySeeMeasureOf(
  person: Person,
  file: CaseFile | null,
  posting: Pick<Posting, 'measureId'> | null,
  today: Temporal.PlainDate,
): boolean {
  const measure = file?.measures.find((row) => row.id === posting?.measureId);
  return file !== null && measure !== undefined && maySeeMeasure(person, file, measure, today);
}

/** Somebody before a card: who they are in the register, and in which chat or channel they press. */
export type Looking = {
  posting: Posting;
  person: Person | null;
  conversationId: string | null;
  file: CaseFile | null;
  today: Temporal.PlainDate;
};

const isOwn = ({ posting, person }: Looking): boolean => person !== null && posting.personId === person.id;

/** In the chat or the channel that the card stands in, where everybody sees it; the thread does not matter. */
const isWhereItStands = ({ posting, conversationId }: Looking): boolean =>
  posting.conversationId !== null &&
  conversationId !== null &&
  channelOf(posting.conversationId) === channelOf(conversationId);

/**
 * A card is for whom it was made, as long as they have access to what it is about. Help, lines and a measure's neutral
 * card are for everybody where they stand, and for nobody else: a line may name a case by its code.
 */
const VIEWERS: Record<PostingKind, (looking: Looking) => boolean> = {
  HELP: (looking) => isOwn(looking) || isWhereItStands(looking),
  LINE: (looking) => isOwn(looking) || isWhereItStands(looking),
  CASES: isOwn,
  PROPOSE: isOwn,
  CASE: (looking) => isOwn(looking) && looking.person !== null && worksIn(looking.person, looking.file),
  // Neutral, and a copy that may not be read any more says so to who had it.
  PLAN: isOwn,
  MEASURE: (looking) =>
    isWhereItStands(looking) ||
    (looking.person !== null && maySeeMeasureOf(looking.person, looking.file, looking.posting, looking.today)),
};

/** Whoever may not is a stranger to the card: it is not drawn for them, and nothing that they press moves it. */
export const mayView = (looking: Looking): boolean => VIEWERS[looking.posting.kind](looking);
