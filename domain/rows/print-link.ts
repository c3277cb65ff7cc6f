import type { Temporal } from 'temporal-polyfill';
import type { DocumentName } from '../names.ts';

/** A document that can be opened once, until it expires, by whoever holds the link. */
export type PrintLink = {
  id: string;
  caseId: string;
  document: DocumentName;
  personId: string;
  token: string;
  expiresAt: Temporal.Instant;
  usedAt: Temporal.Instant | null;
  /** In which language and which version of the plan (`domain/papers.ts`), or which deviation a draft is about. */
  about: string | null;
};
