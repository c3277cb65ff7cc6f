import type { TextKey } from '../../cards/texts/say.ts';
import { type DecisionGap, gapsInDecision } from '../../domain/decisions.ts';

type Said = Record<DecisionGap, [field: string, text: TextKey]>;
const DECIDED: Said = {
  ROLE: ['role', 'error.decidingRole'],
  DAY: ['decidedOn', 'error.decidedOn'],
  DAY_AHEAD: ['decidedOn', 'error.futureDay'],
  REFERENCE: ['reference', 'error.decisionRef'],
};
const CHECKED: Said = {
  ...DECIDED,
  ROLE: ['role', 'error.checkedBy'],
  DAY: ['decidedOn', 'error.checkedOn'],
  REFERENCE: ['reference', 'error.checkedRef'],
};

type Asked = Parameters<typeof gapsInDecision>;
const faultsBy =
  (said: Said) =>
  (...asked: Asked): Record<string, TextKey> =>
    Object.fromEntries(gapsInDecision(...asked).map((gap) => said[gap]));

/** Sentences at what a manager's decision lacks. */
export const decisionFaults = faultsBy(DECIDED);
/** And at a manager's check: the other guardian decides (FB 6:13). */
export const checkFaults = faultsBy(CHECKED);
