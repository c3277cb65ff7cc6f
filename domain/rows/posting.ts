import type { Temporal } from 'temporal-polyfill';
import type { Language, PostingKind } from '../codes.ts';
import type { PageRef } from '../names.ts';

export type Posting = {
  id: string;
  kind: PostingKind;
  caseId: string | null;
  measureId: string | null;
  personId: string | null;
  tenantId: string;
  language: Language;
  page: PageRef;
  turn: string;
  line: { key: string; values: Record<string, string | number> } | null;
  /** The sentence that the last act left on a personal card: text key and values, never a typed word. */
  notice: { key: string; values?: Record<string, string | number> } | null;
  /** The verb that was answered with a warning: pressed again it goes through. */
  warned: string | null;
  /**
   * `LIST`: a page that was opened from what is missing, or from the answers, goes back there. `PAPER`: on to the next
   * page of the sweep (`domain/all-on-paper.ts`). `READBACK`: back to the plan as it is read aloud.
   */
  backTo: 'LIST' | 'PAPER' | 'READBACK' | null;
  conversationId: string | null;
  serviceUrl: string | null;
  activityId: string | null;
  wanted: number;
  sent: number;
  sentHash: string | null;
  /** The effect that is sending it now: two must not post the same card. */
  sendingId: string | null;
  createdAt: Temporal.Instant;
};

/** Where a person's own chat with the bot is. */
export type Chat = {
  personId: string;
  tenantId: string;
  conversationId: string;
  serviceUrl: string;
  language: Language | null;
  greetedAt: Temporal.Instant | null;
};
