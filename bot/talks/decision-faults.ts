import type { TextKey } from '../../cards/texts/say.ts';
import { type DecisionGap, gapsInDecision } from '../../domain/decisions.ts';

const SAID: Record<DecisionGap, [field: string, text: TextKey]> = {
  ROLE: ['role', 'error.decidingRole'],
  DAY: ['decidedOn', 'error.decidedOn'],
  DAY_AHEAD: ['decidedOn', 'error.futureDay'],
  REFERENCE: ['reference', 'error.decisionRef'],
};

/** Sentences at what a manager's decision lacks. */
export const decisionFaults = (...decision: Parameters<typeof gapsInDecision>): Record<string, TextKey> =>
  Object.fromEntries(gapsInDecision(...decision).map((gap) => SAID[gap]));
