import type { Voice } from '../../cards/texts/say.ts';
import type { textsFor } from '../../documents/texts/texts.ts';
import type { Moment } from '../../domain/moment.ts';
import type { Plan } from '../../domain/rows/plan.ts';
import type { PlanFile } from '../../domain/rows/plan-file.ts';

type PlanWords = ReturnType<typeof textsFor>['plan'];

/** What a plan on paper is said from: the case, and what this paper's reader may read of the plan (`plan-readers.ts`). */
export type Source = Moment & {
  voice: Voice;
  words: PlanWords;
  plan: Plan;
  read: PlanFile;
  /** Versions before, that the reader has had: what is new is new since them. */
  had: readonly Plan[];
  /** Of a unit's own paper: whose. */
  readerId: string | null;
};
