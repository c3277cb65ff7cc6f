/**
 * What was refused at the door, in the log: the first of a kind at once, and how many more there were when its minute is
 * over. However many come, from however many addresses, a minute has at most twice `MOST_KINDS` lines.
 */

import type { Log } from './log.ts';
import type { LogFields } from './log-field.ts';

export type Refusal = {
  status: number;
  reason: string;
  /** The path as it stands in the table of routes. */
  route: string;
  address: string;
  /** Where somebody known to Teams, or a case of ours, names one. */
  tenant?: string | undefined;
};

export type Refusals = {
  note(refusal: Refusal): void;
  /** Ends the minute: writes what was only counted. */
  flush(): void;
};

const MINUTE_MS = 60_000;
/** Kinds that are told apart within a minute: reason, route, address and tenant. All others share one line. */
const MOST_KINDS = 500;

export function createRefusals(log: Log): Refusals {
  const counted = new Map<string, { fields: LogFields; more: number }>();
  let ending: NodeJS.Timeout | null = null;

  const flush = (): void => {
    if (ending) clearTimeout(ending);
    ending = null;
    for (const { fields, more } of counted.values()) if (more > 0) log.warn('guard.refused', { ...fields, more });
    counted.clear();
  };
  const count = (kind: string, fields: LogFields): void => {
    const known = counted.get(kind);
    if (known) known.more += 1;
    else {
      counted.set(kind, { fields, more: 0 });
      log.warn('guard.refused', fields);
    }
  };
  return {
    flush,
    note({ address, tenant, ...what }) {
      ending ??= setTimeout(flush, MINUTE_MS).unref();
      const fields = { ...what, from: log.hashAddress(address), tenant };
      const kind = JSON.stringify([what.reason, what.route, fields.from, tenant]);
      if (counted.has(kind) || counted.size < MOST_KINDS) count(kind, fields);
      else count('others', { reason: 'others' });
    },
  };
}
