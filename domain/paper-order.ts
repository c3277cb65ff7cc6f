/**
 * The order of the consent form, on paper and on the card that copies it: what stands beside each other is compared line
 * by line. Topics and scopes stand in it in `codes.ts` (`TOPICS`, `SCOPES`).
 */
import type { Unit } from './rows/register.ts';

/** The own unit first, then the register's order. */
export const unitsOnPaper = (units: readonly Unit[], ownUnitId: string): Unit[] =>
  [...units].sort((a, b) => Number(b.id === ownUnitId) - Number(a.id === ownUnitId));
