/** What is wrong with a register file, each fault as one sentence with its place. No value is repeated. */
import type { z } from 'zod';
import { hasPersonnummer } from '../domain/words/personnummer.ts';
import type { RegisterFault } from './register-rules.ts';

/** More than these nobody reads. */
const MOST = 25;
const MOST_KEYS = 5;

const ROWS: Readonly<Record<string, string>> = {
  units: 'unit',
  people: 'person',
  places: 'place',
  channels: 'channel',
};
const KINDS: Readonly<Record<string, string>> = {
  string: 'a text ("…")',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false (in a CSV ja or nej)',
  array: 'a list ([ … ])',
  object: 'a group of fields ({ … })',
  record: 'a group of fields ({ … })',
};

/** Fields that older files have. */
const RENAMED: Readonly<Record<string, string>> = {
  nightDutyPhone: 'acuteNumbers.NIGHT_DUTY',
  bupPhone: 'acuteNumbers.BUP',
};

/** What zod says of an issue, as the rest of a sentence. */
export function sayIssue(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'is missing';
      return `is ${issue.input === '' ? 'empty: it is ' : ''}to be ${KINDS[issue.expected] ?? issue.expected}`;
    case 'too_small':
      return issue.origin === 'number' ? `is to be at least ${issue.minimum}` : 'is empty, or too short';
    case 'too_big':
      return issue.origin === 'number'
        ? `is to be at most ${issue.maximum}`
        : `is longer than ${issue.maximum} characters`;
    case 'invalid_value':
      return `is to be one of ${issue.values.join(', ')}`;
    case 'unrecognized_keys':
      return issue.keys
        .slice(0, MOST_KEYS)
        .map((key) => sayKey(key, fieldsOf(issue.inst)))
        .join(', and ');
    case 'invalid_key':
      return 'is no field here';
    default:
      return 'cannot be used';
  }
}

/** Those that the group may have. */
function fieldsOf(group: unknown): string[] {
  const { def } = (group as z.core.$ZodType)._zod as z.core.$ZodObjectInternals | z.core.$ZodRecordInternals;
  return 'shape' in def ? Object.keys(def.shape) : [...(def.keyType._zod.values ?? [])].map(String);
}

function sayKey(key: string, fields: readonly string[]): string {
  const now = Object.hasOwn(RENAMED, key) ? RENAMED[key] : undefined;
  if (now) return `"${key}" is called ${now} now, with the day on which it was rung`;
  if (hasPersonnummer(key)) return 'has a field that looks like a personnummer';
  const meant = fields.find((field) => field.toLowerCase() === key.toLowerCase());
  return `"${key.slice(0, 40)}" is no field here. ${meant ? `It is spelled ${meant}` : `These are: ${fields.join(', ')}`}`;
}

/** `csv`: the file that the people stand in, and the row of each; `name`: the other one, where it is to be said. */
export type Source = {
  json: unknown;
  name?: string | undefined;
  csv?: { name: string; rows: readonly number[] } | undefined;
};

export function sayFaults(faults: readonly RegisterFault[], source: Source): string[] {
  const said = [...new Set(faults.map(({ path, says }) => `${placeOf(path, source)}: ${says}.`))];
  const more = said.length - MOST;
  return more > 0 ? [...said.slice(0, MOST), `… and ${more} more.`] : said;
}

/** "person 4 (Anna Lind), mail", "people.csv row 5 (Anna Lind), mail", "settings.acuteNumbers.BUP". */
function placeOf([list, n, ...field]: PropertyKey[], { json, name: file, csv }: Source): string {
  const kind = typeof list === 'string' && typeof n === 'number' ? ROWS[list] : undefined;
  const inFile = file ? `${file}: ` : '';
  if (!kind || typeof n !== 'number') {
    const path = [list, n, ...field].filter((part) => part !== undefined);
    return `${inFile}${path.length > 0 ? path.map(sayPart).join('.') : 'the file'}`;
  }
  const row = list === 'people' && csv ? `${csv.name} row ${csv.rows[n]}` : `${inFile}${kind} ${n + 1}`;
  const name = nameOf(json, String(list), n);
  return `${row}${name && ` (${name})`}${field.length > 0 ? `, ${field.map(sayPart).join('.')}` : ''}`;
}

const sayPart = (part: PropertyKey): string =>
  typeof part === 'number' ? String(part + 1) : hasPersonnummer(String(part)) ? '…' : String(part);

/** So that it is found in a long file; not where the name itself is what is wrong. */
function nameOf(json: unknown, list: string, n: number): string {
  const row = (json as Record<string, Record<string, unknown>[]>)[list]?.[n];
  const name = row?.name ?? row?.unitId;
  return typeof name === 'string' && /^[\p{L}\p{M}\p{N} .,'’()&/-]{1,60}$/u.test(name) && !hasPersonnummer(name)
    ? name
    : '';
}
