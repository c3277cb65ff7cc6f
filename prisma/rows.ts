/**
 * Rows ↔ domain, by the last part of a column's name: `…At` is an instant, `…On` a day, `xSealed` the text `x`,
 * encrypted. Rows travel as JSON (`to_jsonb`, `jsonb_populate_record`), so that times are texts with a zone and never a
 * Date of this machine.
 */
import { Temporal } from 'temporal-polyfill';
import type { KeyRing } from './crypto.ts';
import type { Table } from './statements.ts';
import { openMail, toMailColumns } from './typed-mail.ts';

export type JsonRow = Record<string, unknown>;

/** Where a sealed text stands; it opens nowhere else. */
const placeOf = (model: string, field: string, id: string): string => `${model}.${field}:${id}`;

const SEALED = 'Sealed';

/** An address is clear or sealed (`typed-mail.ts`), and its keyed hash is the store's own. */
const isAddress = ({ columns }: Table): boolean => 'mailTyped' in columns;

/** Columns that only a newer schema has are left out: a row that is written whole again must be one that we know. */
export function toDomain(table: Table, row: JsonRow, keys: KeyRing): JsonRow {
  const { model, columns, key = 'id' } = table;
  const id = String(row[key]);
  const known = Object.entries(isAddress(table) ? withMail(id, row, keys) : row).filter(
    ([column]) => column in columns,
  );
  return Object.fromEntries(
    known.map(([column, value]) => {
      const field = column.endsWith(SEALED) ? column.slice(0, -SEALED.length) : column;
      if (typeof value !== 'string') return [field, value];
      if (field !== column) return [field, keys.open(value, placeOf(model, field, id))];
      if (column.endsWith('At')) return [field, Temporal.Instant.from(value)];
      if (column.endsWith('On')) return [field, Temporal.PlainDate.from(value)];
      return [field, value];
    }),
  );
}

function withMail(id: string, { mailSealed, mailKey: _, mail, ...row }: JsonRow, keys: KeyRing): JsonRow {
  return { ...row, mail: typeof mailSealed === 'string' ? openMail(id, mailSealed, keys) : mail };
}

/** A field that is no column throws, so that a typing error never loses a value. `id` is the row's primary key. */
export function toRow(table: Table, id: string, fields: JsonRow, keys: KeyRing): JsonRow {
  const { model, columns } = table;
  if (isAddress(table) && 'mail' in fields) {
    const { mail: _, ...others } = fields;
    return { ...toRow(table, id, others, keys), ...toMailColumns(id, fields, keys) };
  }
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => {
      const sealed = `${field}${SEALED}`;
      if (sealed in columns)
        return [sealed, typeof value === 'string' ? keys.seal(value, placeOf(model, field, id)) : null];
      if (!(field in columns)) throw new Error(`${model} has no column for ${field}`);
      return [field, value ?? null];
    }),
  );
}
