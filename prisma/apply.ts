/** Stores changes: few statements however many they are. */
import type { Store } from '../domain/ports.ts';
import type { CaseTables, Change, Removable } from '../domain/rows/case-file.ts';
import { checkConsent } from './consent-gate.ts';
import type { Inside } from './inside.ts';
import { type JsonRow, toRow } from './rows.ts';
import { recordOf, updateFrom, upsertFrom } from './statements.ts';
import { TABLES } from './tables.ts';

type Written = { in: keyof CaseTables; id: string; set: JsonRow };

/** Fields of a participant that say who is called: changing one asks for consent anew. */
const WHO = ['meetingId', 'unitId', 'personId', 'mail'];

export const applyStore = (inside: Inside): Pick<Store, 'apply'> => ({
  async apply(changes) {
    const written = mergeWrites(changes);
    removeRows(inside, changes, 'BEFORE');
    writeRows(inside, written);
    removeRows(inside, changes, 'AFTER');
    const called = written.filter(({ in: table, set }) => table === 'participant' && WHO.some((field) => field in set));
    if (called.length > 0)
      await checkConsent(
        inside,
        called.map(({ id }) => id),
      );
  },
});

/**
 * Rows are removed before the others are written, so that the same person can be removed and called again in one
 * decision; or after, where only a case that is closed without a consent lets them go.
 */
const REMOVED = {
  participant: 'BEFORE',
  attendee: 'BEFORE',
  measure: 'BEFORE',
  goal: 'BEFORE',
  need: 'BEFORE',
  openPoint: 'BEFORE',
  printLink: 'BEFORE',
  talk: 'AFTER',
  consent: 'AFTER',
  withdrawal: 'AFTER',
} as const satisfies Record<Removable, 'BEFORE' | 'AFTER'>;

function removeRows({ tx }: Inside, changes: readonly Change[], when: 'BEFORE' | 'AFTER'): void {
  for (const table of (Object.keys(REMOVED) as Removable[]).filter((one) => REMOVED[one] === when)) {
    const ids = changes.filter((change) => 'remove' in change && change.in === table).map((change) => change.id);
    const text = `DELETE FROM "${TABLES[table].model}" WHERE "id" = ANY($1)`;
    if (ids.length > 0) tx.send({ text, values: [ids] });
  }
}

/** One write per row: PostgreSQL carries out only the first of two changes that one statement makes to the same row. */
function mergeWrites(changes: readonly Change[]): Written[] {
  const writes = new Map<string, Written>();
  for (const change of changes) {
    if ('remove' in change) continue;
    const key = `${change.in}:${change.id}`;
    const set = { ...writes.get(key)?.set, ...change.set };
    writes.set(key, { in: change.in, id: change.id, set });
  }
  return [...writes.values()].filter(({ set }) => Object.keys(set).length > 0);
}

function writeRows({ tx, keys }: Inside, writes: readonly Written[]): void {
  if (writes.length === 0) return;
  const rows = writes.map(({ in: table, id, set }) => ({ ...toRow(TABLES[table], id, set, keys), id }));
  const statements = writes.map(
    (write, index) => `w${index} AS (${statementOf(write.in, Object.keys(rows[index] ?? {}), index)} RETURNING 1)`,
  );
  const text = `WITH ${statements.join(', ')} SELECT ${writes.map(mustBeStored).join(', ')}`;
  tx.send({ text, values: [JSON.stringify(rows)] });
}

/** Nobody waits for the answer, so it is the database that throws: what is no number says what was to be stored. */
const mustBeStored = ({ in: table }: Written, index: number): string =>
  `(CASE (SELECT count(*) FROM w${index}) WHEN 1 THEN '1' ELSE '${TABLES[table].model} ' || ($1::jsonb -> ${index} ->> 'id') ||
    ' does not exist, and the change is not a whole row' END)::int`;

/**
 * A whole row is a new one (or replaces what stands there); part of a row must find it. Names come from the schema,
 * values from $1.
 */
function statementOf(name: keyof CaseTables, present: string[], index: number): string {
  const table = TABLES[name];
  const source = recordOf(table, `$1::jsonb -> ${index}`);
  const isWhole = Object.keys(table.columns).every((column) => present.includes(column));
  return isWhole ? upsertFrom(table, source) : updateFrom(table, present, source);
}
