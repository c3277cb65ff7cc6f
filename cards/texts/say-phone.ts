/** Who is rung, with the number: beside every "Ring …". Names and numbers only for somebody who works in the case. */
import { personOf, unitOf } from '../../domain/in-register.ts';
import type { Participant } from '../../domain/rows/participant.ts';
import type { Register } from '../../domain/rows/register.ts';
import { sayRecipient } from './labels.ts';
import type { Voice } from './say.ts';

type Rung = Pick<Participant, 'unitId' | 'personId' | 'mail'>;

/** "BUP Dalsland · Eva Lind, psykolog, 08-465 004 31": the person's own number, else the unit's. */
export function sayWithPhone(language: Voice, register: Register, row: Rung): string {
  const phone = personOf(register, row.personId)?.phone ?? unitOf(register, row.unitId)?.phone;
  return [sayRecipient(language, register, row), phone].filter(Boolean).join(', ');
}
