/** `npm run import -- register.json [--dry-run]`: loads units, people, places, channels and settings. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readImportConfig } from '../bot/config/config.ts';
import { generateClient } from './generate.ts';
import { importRegister, type RegisterChange } from './load-register.ts';
import { openPostgres } from './postgres.ts';
import { parseRegister } from './register-file.ts';

const WHAT = { added: 'added', changed: 'changed', inactive: 'made inactive', kept: 'not in the file, kept' };

/**
 * Exit code: 0 when it was (or with a dry run, would be) imported, 1 when something is wrong and nothing was changed.
 */
export async function main(args: string[], say: (line: string) => void): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: { 'dry-run': { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [file] = positionals;
  if (!file) return refuse(say, ['Say which file: npm run import -- register.json [--dry-run]']);
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return refuse(say, [`${file} cannot be read: give the path of a register file.`]);
  const parsed = parseRegister(text);
  if ('faults' in parsed)
    return refuse(
      say,
      parsed.faults.map((fault) => `${file}: ${fault}`),
    );
  const reading = readImportConfig();
  if (!reading.ok) return refuse(say, reading.missing);

  const dryRun = values['dry-run'];
  const engine = await openPostgres(reading.config.databaseUrl, () => undefined).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error) return String(error.code);
    throw error;
  });
  if (typeof engine === 'string')
    return refuse(say, [`The database in DATABASE_URL cannot be used (${engine}): mend the address.`]);
  await generateClient();
  const { PrismaClient } = await import('./generated/client.ts');
  const prisma = new PrismaClient({ adapter: engine.adapter });
  try {
    report(await importRegister(prisma, parsed.register, { dryRun }), dryRun, say);
    return 0;
  } finally {
    await prisma.$disconnect();
    await engine.close();
  }
}

function report(changes: RegisterChange[], dryRun: boolean, say: (line: string) => void): void {
  for (const { kind, id, name, what } of changes) say(`${WHAT[what]}: ${kind} ${id}${name ? ` (${name})` : ''}`);
  if (changes.length === 0) say('The register is already as the file says.');
  if (dryRun) say('Dry run: nothing was changed.');
}

function refuse(say: (line: string) => void, lines: string[]): number {
  for (const line of lines) say(line);
  return 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.exitCode = await main(process.argv.slice(2), console.log);
