import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const CACHE = fileURLToPath(new URL('../../node_modules/.cache', import.meta.url));

export type Chromium = { path: string; env: Record<string, string> };

/**
 * A Chromium that starts on this machine: the one in the npm package, with the machine's own libraries or with those
 * the package brings along; else Debian's.
 */
export async function findChromium(): Promise<Chromium> {
  const folder = await unpacked();
  const env = { ...inherited(), HOME: folder, FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  const candidates: Chromium[] = [
    { path: join(folder, 'chromium'), env },
    { path: join(folder, 'chromium'), env: { ...env, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') } },
    { path: '/usr/bin/chromium', env: inherited() },
  ];
  for (const candidate of candidates) {
    if (await starts(candidate)) return candidate;
  }
  throw new Error('no Chromium starts here: install the libraries it misses (on Debian: apt-get install chromium)');
}

/** Unpacked once and moved into place whole, so that two test runs never see half a browser. */
async function unpacked(): Promise<string> {
  const folder = join(CACHE, 'chromium-149');
  if (existsSync(folder)) return folder;
  await mkdir(CACHE, { recursive: true });
  const partial = await mkdtemp(join(CACHE, 'chromium-partial-'));
  const program = fileURLToPath(new URL('./unpack-chromium.ts', import.meta.url));
  await run(process.execPath, ['--import', 'tsx', program], { env: { ...process.env, TMPDIR: partial } });
  await writeFile(join(partial, 'fonts.conf'), fontSettings(folder));
  await rename(partial, folder).catch(() => rm(partial, { recursive: true, force: true }));
  return folder;
}

/**
 * The font that comes with the browser first, so that pictures look alike everywhere; the machine's own for signs it
 * lacks.
 */
function fontSettings(folder: string): string {
  const alias = (family: string) =>
    `<alias binding="same"><family>${family}</family><prefer><family>Open Sans</family></prefer></alias>`;
  return [
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>',
    `<dir>${join(folder, 'fonts')}</dir><dir>/usr/share/fonts</dir><cachedir>${join(folder, 'font-cache')}</cachedir>`,
    ...['sans-serif', 'system-ui', 'Segoe UI', 'Arial'].map(alias),
    '</fontconfig>',
  ].join('\n');
}

async function starts({ path, env }: Chromium): Promise<boolean> {
  if (!existsSync(path)) return false;
  return run(path, ['--version', '--no-sandbox'], { env }).then(
    () => true,
    () => false,
  );
}

function inherited(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
