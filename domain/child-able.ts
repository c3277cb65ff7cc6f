/**
 * Whether a child can itself decide with whom it is shared: by age and maturity the guardian disposes of the secrecy
 * together with the child (OSL 12:3). Judged by a person, never computed: what the age decides is only when it is asked
 * and what a doubt leads to. A table, read beside the law as one.
 */
import type { AgeBand } from './codes.ts';
import type { CaseRow } from './rows/case.ts';

type Band = {
  /** NEVER: too young, or of age. IF_WANTED: under "Mer". REQUIRED: before the kallelse. Never preset. */
  asked: 'NEVER' | 'IF_WANTED' | 'REQUIRED';
  /** In doubt the child signs too; below that it is heard. */
  unsureSigns: boolean;
  /** That it cannot, and going on against its no, is for more than one to say. */
  needsSecond: boolean;
};

const BY_AGE: Record<AgeBand, Band> = {
  A0_5: { asked: 'NEVER', unsureSigns: false, needsSecond: false },
  A6_11: { asked: 'IF_WANTED', unsureSigns: false, needsSecond: false },
  A12_14: { asked: 'REQUIRED', unsureSigns: true, needsSecond: false },
  A15_17: { asked: 'REQUIRED', unsureSigns: true, needsSecond: true },
  A18_20: { asked: 'NEVER', unsureSigns: false, needsSecond: false },
};

const NOT_KNOWN: Band = BY_AGE.A0_5;
export const bandOf = ({ ageBand }: Pick<CaseRow, 'ageBand'>): Band => (ageBand ? BY_AGE[ageBand] : NOT_KNOWN);

/**
 * The child's own signature is needed beside the guardians'. What was judged at another age says so until it is judged
 * anew: nothing that is sent, booked or locked stops by a birthday.
 */
export function signsToo(row: Pick<CaseRow, 'ageBand' | 'childAble' | 'childAbleBand'>): boolean {
  const inDoubt = bandOf({ ageBand: row.childAbleBand }).unsureSigns;
  return bandOf(row).asked !== 'NEVER' && (row.childAble === 'YES' || (row.childAble === 'UNSURE' && inDoubt));
}
