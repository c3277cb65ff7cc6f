/**
 * Makes the Prisma client from the schema, when the schema has changed since last time: `npm run generate`. `prisma
 * generate` itself runs on WebAssembly, but looks for an engine to download first; pointing it at any file that exists
 * stops that.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const SCHEMA = fileURLToPath(new URL('./schema.prisma', import.meta.url));
const STAMP = fileURLToPath(new URL('./generated/schema.sha256', import.meta.url));

/** True when the client was made anew, false when it already fitted the schema. */
export async function generateClient(): Promise<boolean> {
  const require = createRequire(import.meta.url);
  const version: unknown = require('prisma/package.json').version;
  const wanted = createHash('sha256')
    .update(`${version}\n`)
    .update(await readFile(SCHEMA))
    .digest('hex');
  const present = await readFile(STAMP, 'utf8').catch(() => '');
  if (present === wanted) return false;
  await promisify(execFile)(
    process.execPath,
    [require.resolve('prisma/build/index.js'), 'generate', '--schema', SCHEMA, '--no-hints'],
    {
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: SCHEMA,
        CHECKPOINT_DISABLE: '1',
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
      },
    },
  );
  await writeFile(STAMP, wanted);
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await generateClient();
