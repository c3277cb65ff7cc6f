/** Who may be called to a meeting: people and addresses of the units that everybody who must consent has named. */
import type { Temporal } from 'temporal-polyfill';
import { commonConsent } from './consent.ts';
import { currentMeeting, participantsOf } from './current.ts';
import { dayOf } from './days.ts';
import { daysToCover } from './deadlines.ts';
import { unitOf } from './in-register.ts';
import type { Moment } from './moment.ts';
import type { Participant } from './rows/participant.ts';
import type { Person, Register, Unit } from './rows/register.ts';
import { isAgreementConfirmed } from './sources.ts';
import { participantKind } from './unit-kinds.ts';

/** Whether somebody of the unit is summoned or invited to a meeting then: the agreement's day is the meeting's. */
export const kindOn = (
  { register, today }: Pick<Moment, 'register' | 'today'>,
  unitId: string,
  startAt: Temporal.Instant | null,
): Participant['kind'] =>
  participantKind(unitOf(register, unitId), isAgreementConfirmed(register.settings, startAt ? dayOf(startAt) : today));

/** In the register's order. Once the kallelse is out only somebody new is added; who is called stays. */
export function unitsToCall({ file, register, today }: Moment): Unit[] {
  const allowed = commonConsent(file, daysToCover(currentMeeting(file)?.startAt, today))?.units;
  const called = new Set(
    file.case.status === 'PREPARING' ? [] : participantsOf(file, currentMeeting(file)).map(({ unitId }) => unitId),
  );
  return register.units.filter(({ id }) => allowed?.has(id) && !called.has(id));
}

/** Whoever holds the case comes without being called. */
export const peopleToCall = ({ file, register }: Pick<Moment, 'file' | 'register'>, unitId: string): Person[] =>
  register.people.filter((one) => one.active && one.unitId === unitId && one.id !== file.case.convenerId);

/**
 * An address that is not in the register must belong to one of its unit's own domains: no free text reaches a calendar.
 */
export function isAddressOf(register: Register, unitId: string, mail: string): boolean {
  const domain = mail.split('@')[1];
  return (unitOf(register, unitId)?.mailDomains ?? []).some((own) => own.toLowerCase() === domain);
}
