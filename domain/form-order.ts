/**
 * In which order the consent form names things: whoever copies a signed one reads down both. Topics and scopes stand in
 * `TOPICS` and `SCOPES`; units as the register has them, the own one first.
 */
import type { Register, Unit } from './rows/register.ts';

export const unitsOnForm = ({ units }: Register, ownUnitId: string): Unit[] => [
  ...units.filter(({ id }) => id === ownUnitId),
  ...units.filter(({ id }) => id !== ownUnitId),
];
