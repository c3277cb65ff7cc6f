/** `npm run import`: loads units, people, places, channels and settings from a file. See HELP. */
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { PrismaPg } from '@prisma/adapter-pg';
import { readImportConfig } from '../bot/config/config.ts';
import { databaseSentence } from './database-sentence.ts';
import { generateClient } from './generate.ts';
import { type Import, importRegister } from './load-register.ts';
import { bringUpToDate, canBeReached } from './postgres.ts';
import { CONNECT_MS, OPTIONS } from './postgres-pools.ts';
import { readText } from './read-text.ts';
import type { RegisterChange } from './register-difference.ts';
import { type ParsedRegister, parseRegister } from './register-file.ts';
import { registerSchema } from './register-shape.ts';

const HELP = `npm run import -- register.json [people.csv] [--dry-run] [--yes]
  register.json  units, places, channels, settings, and people unless they stand in people.csv
  people.csv     people as a spreadsheet has them, one a row
  --dry-run      shows what would change and touches nothing
  --yes          also where more than a fifth of the people or places would become inactive
npm run import -- --schema  the file's format as JSON Schema
Exit code: 0 imported (or would be), 1 the file is not right, 2 the command is not, 3 --yes is wanted, 4 the database or a setting.
The format is described in OPERATIONS.md, "The register".`;

/** What a supervisor or a script may look at. */
const EXIT = { done: 0, file: 1, command: 2, asks: 3, outside: 4 };

const OPTIONS_OF_COMMAND = {
  'dry-run': { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
  schema: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

type Say = (line: string) => void;

export async function main(args: string[], say: Say): Promise<number> {
  const command = readCommand(args);
  if ('fault' in command) return refuse(say, EXIT.command, [command.fault, '', HELP]);
  const { values, json, csv } = command;
  if (values.help) return refuse(say, EXIT.done, [HELP]);
  if (values.schema) return refuse(say, EXIT.done, [JSON.stringify(registerSchema(), null, 2)]);
  const reading = readImportConfig();
  const hosts = reading.ok ? { serviceUrlHosts: reading.config.serviceUrlHosts } : {};
  const read = await readRegister(json, csv, hosts);
  if ('faults' in read) return refuse(say, EXIT.file, read.faults);
  if (!reading.ok) return refuse(say, EXIT.outside, reading.missing);
  const dryRun = values['dry-run'];
  try {
    const wanted = await load(reading.config.databaseUrl, read.register, {
      readOnly: dryRun,
      mayStore: ({ loses }) => !dryRun && (values.yes || loses.length === 0),
    });
    report(wanted.changes, say);
    const asks = wanted.loses.length > 0 && !values.yes;
    if (asks) say(`${wanted.loses.join(' and ')} would become inactive. If that is right: the same with --yes.`);
    if (dryRun || asks) say(`${dryRun ? 'Dry run: n' : 'N'}othing was changed.`);
    return asks ? EXIT.asks : EXIT.done;
  } catch (error) {
    return refuse(say, EXIT.outside, [databaseSentence(error) ?? `The import failed: ${nameOf(error)}.`]);
  }
}

function readCommand(args: string[]) {
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS_OF_COMMAND, allowPositionals: true });
    const csv = positionals.find((file) => file.toLowerCase().endsWith('.csv'));
    const [json, ...more] = positionals.filter((file) => file !== csv);
    if (more.length > 0) return { fault: `${more.join(', ')}: one register and one .csv file is all that is taken.` };
    if (!json && !values.help && !values.schema) return { fault: 'Say which file.' };
    return { values, json: json ?? '', csv };
  } catch (error) {
    const [sentence = ''] = error instanceof Error ? error.message.split('. ') : [];
    return { fault: `${sentence}.` };
  }
}

async function readRegister(
  json: string,
  csv: string | undefined,
  hosts: { serviceUrlHosts?: string[] },
): Promise<{ register: ParsedRegister } | { faults: string[] }> {
  const [register, people] = [await readText(json), csv ? await readText(csv) : null];
  if ('fault' in register) return { faults: [`${json}: ${register.fault}`] };
  if (people && 'fault' in people) return { faults: [`${csv}: ${people.fault}`] };
  const parsed = parseRegister(register.text, {
    ...hosts,
    csv: people && csv ? { name: basename(csv), text: people.text } : undefined,
  });
  return 'faults' in parsed ? { faults: parsed.faults.map((fault) => `${json}: ${fault}`) } : parsed;
}

/** `readOnly`: no table is made, and the database itself refuses to write. */
async function load(
  connectionString: string,
  register: ParsedRegister,
  { readOnly, mayStore }: { readOnly: boolean; mayStore: (wanted: Import) => boolean },
): Promise<Import> {
  await (readOnly ? canBeReached(connectionString) : bringUpToDate(connectionString));
  await generateClient();
  const { PrismaClient } = await import('./generated/client.ts');
  const options = readOnly ? `${OPTIONS} -c default_transaction_read_only=on` : OPTIONS;
  const adapter = new PrismaPg({ connectionString, options, connectionTimeoutMillis: CONNECT_MS });
  const prisma = new PrismaClient({ adapter });
  try {
    return await importRegister(prisma, register, mayStore);
  } finally {
    await prisma.$disconnect();
  }
}

const WHAT = { added: 'added', changed: 'changed', inactive: 'made inactive', kept: 'not in the file, kept' };

function report(changes: readonly RegisterChange[], say: Say): void {
  for (const { kind, id, name, what, fields } of changes) {
    const about = fields.map(
      ({ field, from, to }) => `${field} ${JSON.stringify(from ?? null)} → ${JSON.stringify(to)}`,
    );
    say(`${WHAT[what]}: ${kind} ${id}${name && ` (${name})`}${about.length > 0 ? `: ${about.join(', ')}` : ''}`);
  }
  if (changes.every(({ what }) => what === 'kept')) say('The register is already as the file says.');
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

function refuse(say: Say, code: number, lines: readonly string[]): number {
  for (const line of lines) say(line);
  return code;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.exitCode = await main(process.argv.slice(2), console.log);
