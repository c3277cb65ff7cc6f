/**
 * Writes a migration from the schema: `npm run migration -- 0002_name`. What stands after the line "-- Written by hand"
 * is kept when the migration is made again, which must only be done before it has been applied anywhere that matters.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { listMigrations, MIGRATIONS_FOLDER } from './migrations.ts';
import { diffSchemas, EMPTY, migrationsTarget, schemaFile } from './schema-engine.ts';

const BY_HAND = '-- Written by hand';

const name = process.argv[2];
if (!name || !/^\d{4}_[a-z_]+$/.test(name)) {
  console.error('Say which migration: npm run migration -- 0002_what_it_does');
  process.exit(1);
}

const before = (await listMigrations()).filter((migration) => migration.name < name);
const { sql } = await diffSchemas(before.length === 0 ? EMPTY : migrationsTarget(before), await schemaFile());
const file = `${MIGRATIONS_FOLDER}/${name}/migration.sql`;
const old = await readFile(file, 'utf8').catch(() => '');
const tail = old.includes(BY_HAND) ? `\n${old.slice(old.indexOf(BY_HAND))}` : '';
await mkdir(`${MIGRATIONS_FOLDER}/${name}`, { recursive: true });
await writeFile(file, `${sql.trimEnd()}\n${tail}`);
console.log(`prisma/migrations/${name}/migration.sql`);
