/** What an administrator reads of the register's format is what the program takes. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ACUTE_NUMBERS, LINKS, UNIT_KINDS } from '../../domain/codes.ts';
import { UNIT_KIND } from '../../domain/unit-kinds.ts';
import { main } from '../../prisma/import-register.ts';
import { COLUMNS, NO, YES } from '../../prisma/people-csv.ts';
import { parseRegister } from '../../prisma/register-file.ts';
import { registerSchema } from '../../prisma/register-shape.ts';

type Schema = {
  type?: string | string[];
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  format?: string;
  description?: string;
  default?: unknown;
  enum?: string[];
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  propertyNames?: Schema;
  additionalProperties?: Schema | false;
  required?: string[];
};

const schema = registerSchema() as unknown as Schema;
const read = (file: string) => readFileSync(file, 'utf8');
const operations = read('OPERATIONS.md');
const unsaid = (lines: string[]) => lines.filter((line) => !operations.includes(line));

const FORMATS: Record<string, string> = { date: 'day', uuid: 'Entra id', email: 'mail', uri: 'address' };
/** What may also be null is what it is otherwise: that takes it away. */
const plain = (one: Schema): Schema => ({
  ...one,
  ...one.anyOf?.[0],
  ...(Array.isArray(one.type) ? { type: one.type[0] } : {}),
});
const upTo = ({ maxLength }: Schema) => (maxLength ? ` of ${maxLength}` : '');
function holds(given: Schema): string {
  const one = plain(given);
  if (one.enum) return one.enum.length > 5 ? 'a code, below' : one.enum.map((code) => `\`${code}\``).join(' ');
  if (one.type === 'array') return `list of ${holds(one.items ?? {})}`;
  if (one.type === 'string') return FORMATS[one.format ?? ''] ?? `text${upTo(one)}`;
  if (one.type === 'integer') return `${one.minimum}–${one.maximum}`;
  return one.type === 'boolean' ? '`true` `false`' : 'group';
}

/** What a new row has where the file says nothing. */
function without({ default: value }: Schema, isNeeded: boolean): string {
  if (isNeeded) return 'needed';
  if (value === undefined || typeof value === 'object') return '';
  return `\`${value}\``;
}

function rowsOf(path: string, given: Schema): string[] {
  const { properties = {}, required = [], propertyNames, additionalProperties } = plain(given);
  const rows = Object.entries(properties).flatMap(([name, one]) => {
    const at = `${path}${name}`;
    const inside = one.items?.properties ? rowsOf(`${at}[].`, one.items) : rowsOf(`${at}.`, one);
    const isNeeded = required.includes(name);
    return [
      `| \`${at}\` | ${holds(one)} | ${without(one, isNeeded)} | ${one.description} |`.replace('|  |', '| |'),
      ...inside,
    ];
  });
  const each = propertyNames && additionalProperties ? rowsOf(`${path}*.`, additionalProperties) : [];
  return [...rows, ...each];
}

test('OPERATIONS has every field, what it holds, what a new row has without it and what it is for', () => {
  const rows = rowsOf('', schema);
  expect(rows.length).toBeGreaterThan(50);
  expect(unsaid(rows)).toEqual([]);
});

test('OPERATIONS has every kind of unit, whose it can be and how it comes; every acute number and link', () => {
  const kinds = UNIT_KINDS.map((kind) => {
    const { principals, comes } = UNIT_KIND[kind];
    return `| \`${kind}\` | ${principals.map((one) => `\`${one}\``).join(' ')} | ${comes === 'SUMMONED' ? 'called' : 'invited'} |`;
  });
  expect(unsaid(kinds)).toEqual([]);
  expect(unsaid([...ACUTE_NUMBERS, ...LINKS].map((code) => `\`${code}\``))).toEqual([]);
});

test('OPERATIONS has every column of people.csv, every word for yes and no, and every exit code', () => {
  expect(unsaid([...YES, ...NO].map((word) => `\`${word}\``))).toEqual([]);
  expect(unsaid([...COLUMNS.needed, ...COLUMNS.others].map((column) => `\`${column}\``))).toEqual([]);
  expect(operations.match(/^\| [0-4] \| .+ \|$/gm)).toHaveLength(5);
});

test('register.schema.json is the program’s, as npm run import -- --schema prints it', async () => {
  const said: string[] = [];
  expect(await main(['--schema'], (line) => said.push(line))).toBe(0);
  expect(JSON.parse(said.join('\n'))).toEqual(JSON.parse(read('register.schema.json')));
});

const example = JSON.parse(read('register.example.json'));

test('register.example.json is taken, and says every field once', () => {
  expect(parseRegister(read('register.example.json'))).toEqual({ register: expect.anything() });
  const unused = (one: Schema, values: unknown[]): string[] =>
    Object.entries(plain(one).properties ?? {}).flatMap(([name, inside]) => {
      const found = values.flatMap((value) => (value as Record<string, unknown>)[name] ?? []);
      const group = inside.items?.properties ? inside.items : inside;
      return name !== 'id' && values.every((value) => !Object.hasOwn(value as object, name))
        ? [name]
        : unused(group, found as unknown[]);
    });
  expect(unused(schema, [example])).toEqual([]);
  expect(Object.keys(example.settings.acuteNumbers)).toEqual([...ACUTE_NUMBERS]);
});

test('people.example.csv is its people', () => {
  const { people: _, ...rest } = example;
  const csv = { name: 'people.csv', text: read('people.example.csv') };
  const inCsv = parseRegister(JSON.stringify(rest), { csv });
  expect(parseRegister(read('register.example.json'))).toMatchObject({
    register: { people: 'register' in inCsv && inCsv.register.people },
  });
});
