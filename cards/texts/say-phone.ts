/**
 * Who is rung, with name and number, beside every sentence that says "Ring": one way for all of them. Numbers at work,
 * out of the register; never one of the family.
 */
import { declinedWithoutStandIn, noReasonYet, notAnswered } from '../../domain/answers.ts';
import { isYouth } from '../../domain/consent.ts';
import { currentMeeting, participantsOf } from '../../domain/current.ts';
import { isPaperOnly } from '../../domain/gates.ts';
import { personOf, unitOf } from '../../domain/in-register.ts';
import type { Moment } from '../../domain/moment.ts';
import { isQuiet } from '../../domain/quiet.ts';
import type { Participant } from '../../domain/rows/participant.ts';
import type { Person, Register } from '../../domain/rows/register.ts';
import { strayOf } from '../../domain/stray.ts';
import { sayPerson, sayUnit } from './labels.ts';
import { say, type TextKey, type Voice } from './say.ts';

type Rung = Pick<Participant, 'unitId' | 'personId'>;
type Whom = (moment: Moment) => Rung[];

/** "BUP Dalsland · Eva Lind, psykolog, 08-465 004 31": the person's own number, else the unit's, else that it has none. */
export function sayWithPhone(language: Voice, register: Register, { unitId, personId }: Rung): string {
  const who = sayPerson(register, personId) || sayUnit(register, unitId);
  const phone = personOf(register, personId)?.phone ?? unitOf(register, unitId)?.phone;
  return phone ? `${who}, ${phone}` : say(language, 'phone.unknown', { who });
}

export const sayPersonWithPhone = (language: Voice, register: Register, { id, unitId }: Person): string =>
  sayWithPhone(language, register, { unitId, personId: id });

const called: Whom = ({ file }) => participantsOf(file, currentMeeting(file));
const calledToStray: Whom = ({ file }) => participantsOf(file, strayOf(file)?.meeting);
const firstOf =
  (rows: (file: Moment['file']) => Rung[]): Whom =>
  ({ file }) =>
    rows(file).slice(0, 1);
const socialServices: Whom = ({ register }) =>
  register.units.filter(({ kind }) => kind === 'SOCIAL_SERVICES').map(({ id }) => ({ unitId: id, personId: null }));

/** Whom a sentence means, by its key. One that says "Ring" and means nobody turns a test red. */
export const WHOM_TO_RING: Partial<Record<TextKey, Whom>> = {
  'next.declineReason': firstOf(noReasonYet),
  'answers.nextReason': firstOf(noReasonYet),
  'next.declined': firstOf(declinedWithoutStandIn),
  'next.oneSilent': firstOf(notAnswered),
  'err.standInRefused': firstOf(({ participants }) => participants.filter(({ callState }) => callState !== null)),
  'err.calRefused': called,
  'err.moveRefused': called,
  'next.eventGone': called,
  'calendar.unread': called,
  'prot.placeCleared': called,
  'prot.placeStands': called,
  'cancel.notTold': calledToStray,
  'cancel.stands': calledToStray,
  'cancel.lost': calledToStray,
  /** Who was called may have to hear that it is off: everybody that a meeting of the case was planned with. */
  'paper.ring.units': ({ file }) => file.participants.filter(({ unitId }) => unitId !== file.case.unitId),
  'hint.from12': socialServices,
  /** Only of somebody who is of age it says whom to ring. */
  'start.worry': (moment) => (isYouth(moment.file.case, moment.today) ? socialServices(moment) : []),
};

type Saying = Moment & { language: Voice; viewer: Person | null };

/**
 * A line for each whom the sentence means. None at the table, where the screen is on the wall; and on paper only none
 * that stands: who is in the case is told to the one who has pressed.
 */
export function sayPhones({ language, viewer, ...moment }: Saying, key: TextKey): string[] {
  const { file, register, now } = moment;
  if (isQuiet(file, now) || (isPaperOnly(file) && !viewer)) return [];
  const rows = WHOM_TO_RING[key]?.(moment) ?? [];
  return [...new Set(rows.map((row) => sayWithPhone(language, register, row)))];
}

/** The sentence, and below it whom it means. */
export const withPhones = (saying: Saying, key: TextKey, sentence: string): string =>
  [sentence, ...sayPhones(saying, key)].join('\n\n');
