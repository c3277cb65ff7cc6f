/**
 * People as a spreadsheet has them: one a row, named columns in any order, with commas, semicolons (Excel in Swedish)
 * or tabs between.
 */
import { CsvError, parse } from 'csv-parse/sync';
import { tidied } from './register-texts.ts';

/** `rows`: where each of them stands, as a spreadsheet counts. Faults are sentences that begin with the row. */
export type PeopleCsv = { people: Record<string, unknown>[]; rows: number[] } | { faults: string[] };

/** Columns that must be there, and those that may be. Named as the fields of a person. */
export const COLUMNS = {
  needed: ['id', 'name', 'mail', 'role', 'unitId'],
  others: ['tenantId', 'mayCall', 'active', 'phone', 'aliases', 'coordinates'],
};
const ALL = [...COLUMNS.needed, ...COLUMNS.others];

/** In whatever case. SANT and FALSKT are what Excel in Swedish makes of a tick. */
export const YES = ['ja', 'yes', 'true', 'sant', '1', 'x'];
export const NO = ['nej', 'no', 'false', 'falskt', '0'];
const yesOrNo = (text: string): unknown => {
  const word = text.toLowerCase();
  return YES.includes(word) ? true : NO.includes(word) ? false : text;
};

const MOST_ALIASES = 101;

/** What the text of a cell is. */
const CELLS: Readonly<Record<string, (text: string) => unknown>> = {
  mayCall: yesOrNo,
  active: yesOrNo,
  coordinates: yesOrNo,
  // No mailbox has so many; the rest is told as one fault.
  aliases: (text) => (text === '' ? '' : text.split('|', MOST_ALIASES).map(tidied)),
};

export function readPeopleCsv(text: string): PeopleCsv {
  let read = 0;
  try {
    // Excel's own first line, which it does not show.
    const table = text.replace(/^\ufeff?sep=[^\r\n]*\r?\n/i, '');
    const records: string[][] = parse(table, {
      delimiter: separatorOf(table),
      trim: true,
      relax_column_count: true,
      on_record(record: string[]) {
        read += 1;
        return record;
      },
    });
    const [header = [], ...rows] = records;
    const columns = columnsOf(header);
    const people = rows.flatMap((cells, n) =>
      isBlank(cells) ? [] : [{ row: n + 2, person: personOf(columns, cells, n + 2) }],
    );
    return { people: people.map(({ person }) => person), rows: people.map(({ row }) => row) };
  } catch (error) {
    if (error instanceof RowFault) return { faults: [error.message] };
    // A row is told when it is whole: the broken one comes after those.
    if (error instanceof CsvError)
      return { faults: [`row ${read + 1}: a quotation mark (") is missing or one too many, here or in a row below.`] };
    throw error;
  }
}

class RowFault extends Error {}

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => tidied(cell) === '');

/** In whatever case: PowerShell writes `Id`. A column without a name is none. Throws RowFault. */
function columnsOf(header: readonly string[]): (string | null)[] {
  const fault = (says: string) => new RowFault(`row 1: ${says}.`);
  const columns = header.map((name) => {
    if (tidied(name) === '') return null;
    const column = ALL.find((one) => one.toLowerCase() === tidied(name).toLowerCase());
    if (!column) throw fault(`"${name.slice(0, 40)}" is no column here. These are: ${ALL.join(', ')}`);
    return column;
  });
  const twice = columns.find((column, n) => column !== null && columns.indexOf(column) < n);
  if (twice) throw fault(`the column ${twice} is there twice`);
  const missing = COLUMNS.needed.filter((column) => !columns.includes(column));
  if (missing.length === 1) throw fault(`the column ${missing[0]} is missing`);
  if (missing.length > 1) throw fault(`the columns ${missing.join(', ')} are missing`);
  return columns;
}

/** Whichever stands most often in the first row. */
function separatorOf(text: string): string {
  const [first = ''] = text.split('\n', 1);
  const often = (separator: string) => first.split(separator).length;
  return [',', ';', '\t'].sort((a, b) => often(b) - often(a))[0] ?? ',';
}

/** What is empty in a column that is needed is missing; elsewhere it takes away. Throws RowFault. */
function personOf(columns: readonly (string | null)[], cells: readonly string[], row: number): Record<string, unknown> {
  const last = columns.findLastIndex((column) => column !== null);
  const isOdd = cells.length <= last || cells.some((cell, n) => !columns[n] && tidied(cell) !== '');
  if (isOdd)
    throw new RowFault(
      `row ${row}: has another number of columns than the first row: a separator is missing or one too many.`,
    );
  return Object.fromEntries(
    columns.flatMap((column, n) => {
      const text = tidied(cells[n] ?? '');
      if (column === null || (text === '' && COLUMNS.needed.includes(column))) return [];
      return [[column, CELLS[column]?.(text) ?? text] as const];
    }),
  );
}
