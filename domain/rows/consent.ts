import type { Temporal } from 'temporal-polyfill';
import type { ConsentMethod, Scope, Signer, Topic, WithdrawalScope } from '../codes.ts';
import type { With } from './with.ts';

export type Consent = {
  id: string;
  caseId: string;
  givenBy: Signer;
  signedOn: Temporal.PlainDate | null;
  validFromOn: Temporal.PlainDate | null;
  validToOn: Temporal.PlainDate | null;
  validMonths: number | null;
  parties: string[];
  topics: Topic[];
  scopes: Scope[];
  method: ConsentMethod | null;
  /** Sent for signature with e-legitimation, or left at home on paper; not signed yet. */
  sentOn: Temporal.PlainDate | null;
  originalLocation: string | null;
  receivedById: string | null;
  recordedAt: Temporal.Instant | null;
  revision: number;
};

export const newConsent = (row: With<Consent, 'id' | 'caseId' | 'givenBy'>): Consent => ({
  signedOn: null,
  validFromOn: null,
  validToOn: null,
  validMonths: null,
  parties: [],
  topics: [],
  scopes: [],
  method: null,
  sentOn: null,
  originalLocation: null,
  receivedById: null,
  recordedAt: null,
  revision: 0,
  ...row,
});

/**
 * Somebody took their consent back, in any form: all of it, one party, one topic or one scope. Nothing is kept about
 * why.
 */
export type Withdrawal = {
  id: string;
  caseId: string;
  givenBy: Signer;
  scope: WithdrawalScope;
  unitId: string | null;
  topic: Topic | null;
  ofScope: Scope | null;
  withdrawnOn: Temporal.PlainDate;
  receivedById: string | null;
  recordedAt: Temporal.Instant;
};
