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

const YES = ['ja', 'yes', 'true', 'sant', '1', 'x'];
const NO = ['nej', 'no', 'false', 'falskt', '0'];
const yesOrNo = (text: string): unknown => {
  const word = text.toLowerCase();
  return YES.includes(word) ? true : NO.includes(word) ? false : text;
};

const MOST_ALIASES = 101;

/** What the text of a cell is; an empty one is not said. */
const CELLS: Readonly<Record<string, (text: string) => unknown>> = {
  mayCall: yesOrNo,
  active: yesOrNo,
  coordinates: yesOrNo,
  // No mailbox has so many; the rest is told as one fault.
  aliases: (text) => text.split('|', MOST_ALIASES).map(tidied),
};

export function readPeopleCsv(text: string): PeopleCsv {
  try {
    const records = parse(text, {
      delimiter: separatorOf(text),
      columns: columnsOf,
      info: true,
      trim: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    }) as unknown as { record: Record<string, string>; info: { lines: number } }[];
    return { people: records.map(({ record }) => personOf(record)), rows: records.map(({ info }) => info.lines) };
  } catch (error) {
    if (error instanceof ColumnFault) return { faults: [`row 1: ${error.message}`] };
    if (error instanceof CsvError) return { faults: [sentenceOf(error)] };
    throw error;
  }
}

class ColumnFault extends Error {}

/** In whatever case: PowerShell writes `Id`. Throws ColumnFault. */
function columnsOf(header: string[]): string[] {
  const columns = header.map((name) => {
    const column = ALL.find((one) => one.toLowerCase() === name.toLowerCase());
    if (!column) throw new ColumnFault(`"${name.slice(0, 40)}" is no column here. These are: ${ALL.join(', ')}.`);
    return column;
  });
  const twice = columns.find((column, n) => columns.indexOf(column) < n);
  if (twice) throw new ColumnFault(`the column ${twice} is there twice.`);
  const missing = COLUMNS.needed.filter((column) => !columns.includes(column));
  if (missing.length > 0) throw new ColumnFault(`the columns ${missing.join(', ')} are missing.`);
  return columns;
}

/** Whichever stands most often in the first row. */
function separatorOf(text: string): string {
  const [first = ''] = text.split('\n', 1);
  const often = (separator: string) => first.split(separator).length;
  return [',', ';', '\t'].sort((a, b) => often(b) - often(a))[0] ?? ',';
}

const personOf = (record: Record<string, string>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(record).flatMap(([column, cell]) => {
      const text = tidied(cell);
      return text === '' ? [] : [[column, CELLS[column]?.(text) ?? text] as const];
    }),
  );

function sentenceOf(error: CsvError): string {
  const row = `row ${Number(error.lines ?? 0)}`;
  if (error.code === 'CSV_RECORD_INCONSISTENT_COLUMNS')
    return `${row}: has another number of columns than the first row: a separator is missing or one too many.`;
  return `${row}: a quotation mark (") is missing or one too many (${error.code}).`;
}
