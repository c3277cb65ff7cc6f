/** `npm run import`: loads units, people, places, channels and settings from a file. See HELP. */
import { fileURLToPath } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { Temporal } from 'temporal-polyfill';
import { readImportConfig, takenByNpm } from '../bot/config/config.ts';
import { dayOf } from '../domain/days.ts';
import { databaseSentence } from './database-sentence.ts';
import { generateClient } from './generate.ts';
import { EXIT, HELP, readCommand } from './import-command.ts';
import { type Import, importRegister } from './load-register.ts';
import type { WriteRefusal } from './may-write.ts';
import { bringUpToDate, tryDatabase } from './postgres.ts';
import { CONNECT_MS, OPTIONS } from './postgres-pools.ts';
import { readText } from './read-text.ts';
import { isWritten } from './register-difference.ts';
import { type ParsedRegister, parseRegister, type RegisterOptions } from './register-file.ts';
import { reportOf, shutOut } from './register-report.ts';
import { sayFaults } from './register-sentences.ts';
import { registerSchema } from './register-shape.ts';
import { runCommand } from './run-command.ts';

type Say = (line: string) => void;

export async function main(args: string[], say: Say): Promise<number> {
  const command = readCommand(args, takenByNpm);
  if ('fault' in command) return end(say, EXIT.command, [command.fault, '', HELP]);
  const { values, json, csv } = command;
  if (values.help) return end(say, EXIT.done, [HELP]);
  if (values.schema) return end(say, EXIT.done, [JSON.stringify(registerSchema(), null, 2)]);
  const reading = readImportConfig();
  const today = dayOf(Temporal.Now.instant()).toString();
  const hosts = reading.ok ? { serviceUrlHosts: reading.config.serviceUrlHosts } : {};
  const read = await readRegister(json, csv, { ...hosts, today });
  if ('faults' in read) return end(say, EXIT.file, read.faults);
  if (!reading.ok) return end(say, EXIT.outside, reading.missing);
  const { databaseUrl, allowedTenants } = reading.config;
  const dryRun = values['dry-run'];
  try {
    const { wanted, refusal } = await load(databaseUrl, read.register, {
      readOnly: dryRun,
      mayStore: ({ loses }) => !dryRun && (values.yes || loses.length === 0),
    });
    if (wanted.faults.length > 0)
      return end(say, EXIT.file, sayFaults(wanted.faults, { json: wanted.register, name: json }));
    for (const line of [...reportOf(wanted.changes), ...notesOf(wanted, allowedTenants)]) say(line);
    if (refusal) say(`The import itself would be refused: ${databaseSentence(refusal)}`);
    const asks = wanted.loses.length > 0 && !values.yes;
    if (asks) say(`${wanted.loses.join(' and ')} would become inactive. If that is right: the same with --yes.`);
    if (dryRun || asks) say(`${dryRun ? 'Dry run: n' : 'N'}othing was changed.`);
    else if (wanted.changes.some(isWritten)) say('Imported.');
    return refusal ? EXIT.outside : asks ? EXIT.asks : EXIT.done;
  } catch (error) {
    return end(say, EXIT.outside, [databaseSentence(error) ?? `The import failed: ${nameOf(error)}.`]);
  }
}

async function readRegister(
  json: string,
  csv: string | undefined,
  options: RegisterOptions,
): Promise<{ register: ParsedRegister } | { faults: string[] }> {
  const [register, people] = [await readText(json), csv ? await readText(csv) : null];
  if ('fault' in register) return { faults: [`${json}: ${register.fault}`] };
  if (people && 'fault' in people) return { faults: [`${csv}: ${people.fault}`] };
  return parseRegister(register.text, {
    ...options,
    name: json,
    csv: people && csv ? { name: csv, text: people.text } : undefined,
  });
}

/** `readOnly`: no table is made, and the database itself refuses to write. */
async function load(
  connectionString: string,
  register: ParsedRegister,
  { readOnly, mayStore }: { readOnly: boolean; mayStore: (wanted: Import) => boolean },
): Promise<{ wanted: Import; refusal: WriteRefusal | null }> {
  const refusal = readOnly ? await tryDatabase(connectionString) : null;
  if (!readOnly) await bringUpToDate(connectionString);
  await generateClient();
  const { PrismaClient } = await import('./generated/client.ts');
  const options = readOnly ? `${OPTIONS} -c default_transaction_read_only=on` : OPTIONS;
  const adapter = new PrismaPg({ connectionString, options, connectionTimeoutMillis: CONNECT_MS });
  const prisma = new PrismaClient({ adapter });
  try {
    return { wanted: await importRegister(prisma, register, mayStore), refusal };
  } finally {
    await prisma.$disconnect();
  }
}

/** Of a channel that was there already nothing is said again. */
function notesOf({ changes, register }: Import, allowedTenants: readonly string[] | undefined): string[] {
  const channels = new Set(changes.filter((one) => one.kind === 'channel' && isWritten(one)).map(({ id }) => id));
  const notes = (register.notes ?? []).filter(({ channel }) => channel === undefined || channels.has(channel));
  return [...notes.map(({ says }) => says), ...shutOut(register.people, allowedTenants)].map((note) => `Note: ${note}`);
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

function end(say: Say, code: number, lines: readonly string[]): number {
  for (const line of lines) say(line);
  return code;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runCommand(main);
