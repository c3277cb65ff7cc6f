import type { Temporal } from 'temporal-polyfill';
import type { HandedHow, Recipient, VoiceKeeper } from '../codes.ts';
import type { With } from './with.ts';

/** Who has been handed which version of the plan: a unit, a home's guardian, the child. */
export type PlanRecipient = {
  id: string;
  caseId: string;
  planId: string;
  to: Recipient;
  /** Of a UNIT. */
  unitId: string | null;
  /** Who of the unit has it in the chat. */
  personId: string | null;
  /** A colleague of the unit whom that person lets read it. */
  letInId: string | null;
  how: HandedHow;
  /** With the scope of copies; without it the unit's own measures and the next meeting. */
  whole: boolean;
  givenOn: Temporal.PlainDate | null;
  givenById: string | null;
  /** First opened in the chat, or said to have come. */
  arrivedOn: Temporal.PlainDate | null;
  /** The recipient has put it in the unit's own file. */
  filedOn: Temporal.PlainDate | null;
  /** Who tells a guardian who was not there. */
  tellerRole: VoiceKeeper | null;
  revision: number;
};

export const newPlanRecipient = (
  row: With<PlanRecipient, 'id' | 'caseId' | 'planId' | 'to' | 'how' | 'whole'>,
): PlanRecipient => ({
  unitId: null,
  personId: null,
  letInId: null,
  givenOn: null,
  givenById: null,
  arrivedOn: null,
  filedOn: null,
  tellerRole: null,
  revision: 0,
  ...row,
});
