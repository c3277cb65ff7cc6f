/** Where the time of a CPU profile went: per package, and per file of our own. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const profileFile = z.object({
  nodes: z.array(
    z.object({
      id: z.number(),
      callFrame: z.object({ functionName: z.string(), url: z.string() }),
      children: z.array(z.number()).optional(),
    }),
  ),
  samples: z.array(z.number()),
  timeDeltas: z.array(z.number()),
});

/**
 * Lines in milliseconds a press: the code itself per package, and our files with everything that they call before they
 * wait.
 */
export async function topCosts(path: string, presses: number): Promise<string> {
  const { nodes, samples, timeDeltas } = profileFile.parse(JSON.parse(await readFile(path, 'utf8')));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const packages = new Map<string, number>();
  const files = new Map<string, number>();
  let busyMs = 0;
  samples.forEach((sample, index) => {
    const ms = (timeDeltas[index] ?? 0) / 1_000;
    const frame = frames.get(sample);
    if (!frame || frame.functionName === '(idle)') return;
    const own = new Set<string>();
    for (let id: number | undefined = sample; id !== undefined; id = parents.get(id)) {
      const url = frames.get(id)?.url ?? '';
      if (url.startsWith('file:') && !url.includes('/node_modules/')) own.add(fileOf(url));
    }
    // The profiler's own.
    if (own.has('bench/servers/profile.ts')) return;
    busyMs += ms;
    add(packages, placeOf(frame.url, frame.functionName), ms);
    for (const file of own) add(files, file, ms);
  });
  const lines = (sums: Map<string, number>) =>
    largest(sums).map(([name, ms]) => `${(ms / presses).toFixed(3).padStart(7)}  ${name}`);
  return [
    `${(busyMs / presses).toFixed(2)} ms a press, of which in`,
    ...lines(packages),
    'and with what they call',
    ...lines(files),
  ].join('\n');
}

function placeOf(url: string, functionName: string): string {
  const inside = url.split('/node_modules/').at(-1) ?? '';
  if (inside !== url) return inside.split('/', inside.startsWith('@') ? 2 : 1).join('/');
  if (url.startsWith('file:')) return fileOf(url);
  return url.startsWith('node:') ? url : functionName || 'native';
}

const ROOT = new URL('..', import.meta.url).href;
const fileOf = (url: string): string => url.replace(ROOT, '').replace(/\?.*$/, '');

const add = (sums: Map<string, number>, name: string, ms: number) => sums.set(name, (sums.get(name) ?? 0) + ms);
const largest = (sums: Map<string, number>) => [...sums].sort(([, a], [, b]) => b - a).slice(0, 25);
