/**
 * Statements that write rows from JSON. Every column is named: a newer schema may have more, and a copy of the program
 * that does not know them yet must be able to work beside it.
 */
export type Table = {
  model: string;
  /** As the schema that this program was made for has them. */
  columns: Readonly<Record<string, string>>;
  /** The primary key, where it is not `id`. */
  key?: string;
};

const list = (columns: readonly string[], of = '') => columns.map((column) => `${of}"${column}"`).join(', ');

/** One row from a JSON object, `$1` unless it is told otherwise. */
export const recordOf = ({ model }: Table, json = '$1::jsonb') => `jsonb_populate_record(NULL::"${model}", ${json})`;

/** Rows from a JSON array. */
export const recordsOf = ({ model }: Table) => `jsonb_populate_recordset(NULL::"${model}", $1::jsonb)`;

export function insertFrom({ model, columns }: Table, source: string): string {
  const names = Object.keys(columns);
  return `INSERT INTO "${model}" AS t (${list(names)}) SELECT ${list(names, 'r.')} FROM ${source} AS r`;
}

/** A new row, or the one that stands there as this one says. */
export const upsertFrom = (table: Table, source: string): string =>
  `${insertFrom(table, source)} ON CONFLICT ("${keyOf(table)}") DO UPDATE SET ${setFrom(table, Object.keys(table.columns), 'EXCLUDED')}`;

/** Part of a row: `present` are the columns that the JSON has. */
export const updateFrom = (table: Table, present: readonly string[], source: string): string =>
  `UPDATE "${table.model}" AS t SET ${setFrom(table, present, 'r')} FROM ${source} AS r WHERE t."id" = r."id"`;

const keyOf = ({ key = 'id' }: Table): string => key;

/** A row's revision counts its changes, whatever the JSON says. */
function setFrom(table: Table, present: readonly string[], from: 'r' | 'EXCLUDED'): string {
  const changing = present
    .filter((column) => column !== keyOf(table) && column !== 'revision')
    .map((column) => `"${column}" = ${from}."${column}"`);
  if ('revision' in table.columns) changing.push('"revision" = t."revision" + 1');
  return changing.join(', ');
}
