/** What an effect's work is: something done outside the database, after the step that wanted it was stored. */
import type { Temporal } from 'temporal-polyfill';
import type { ResultName } from '../domain/names.ts';
import type { Calendar, Card, Channel, Store } from '../domain/ports.ts';
import type { CaseFile } from '../domain/rows/case-file.ts';
import type { Posting } from '../domain/rows/posting.ts';
import type { Register } from '../domain/rows/register.ts';

/** What an effect's sending may use. */
export type Outside = { calendar: Calendar; channel: Channel };

type EffectRef = { id: string; caseId: string | null; subjectId: string | null };

/**
 * Work on something outside the database. It may be done more than once, so `send` must be idempotent.
 * Its result comes back as an act: `done`, `waiting` (unreachable for now), `dead` (refused, or tried too often).
 */
export type EffectKind<P = unknown, R = unknown> = {
  /** Under the case row's lock, just before sending: is it still wanted, and what exactly? Null = not any more. */
  prepare(context: Preparing): Promise<P | NotWanted | Misfit | null> | P | NotWanted | Misfit | null;
  /** In the same transaction, once it is its turn: what is written of its being sent. */
  begin?(payload: P, context: Preparing): Promise<void>;
  /** Outside any transaction. Throws RemoteUnreachable, RemoteRefused or RemoteGone. */
  send(payload: P, outside: Outside): Promise<R>;
  done?: ResultName;
  waiting?: ResultName;
  dead?: ResultName;
  /** The chat or channel in Teams that it writes in. */
  writesIn?(payload: P): { conversation: string; tenantId: string };
  /** Mailboxes whose calendars it calls; nothing where it calls none. */
  calendars?(payload: P): readonly string[];
  /** Not tried again, nor much later: there is another way. Without it as long as the worker's patience lasts. */
  isTriedOnce?: true;
};

export type Preparing = {
  effect: EffectRef;
  file: CaseFile | null;
  register: Register;
  store: Store;
  now: Temporal.Instant;
  today: Temporal.PlainDate;
  /** A posting as it stands in a chat or channel: never a typed word. */
  render(posting: Posting): Promise<Card>;
};

/**
 * It does not fit its case: a fault in the program, which no other try mends. It ends dead at once, with this cause.
 */
export type Misfit = { refused: string };

/** Not wanted any more, and the case is told so: the name of the result. */
export type NotWanted = { notWanted: ResultName };
