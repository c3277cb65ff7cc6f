import { mkdtempSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Profiling = { stop(): Promise<string> };

/** Samples this process until stopped; answers with the file, which Chrome's developer tools open. */
export async function startProfile(): Promise<Profiling> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  return {
    async stop() {
      const { profile } = await session.post('Profiler.stop');
      session.disconnect();
      const file = join(mkdtempSync(join(tmpdir(), 'vastbus-bench-')), 'guide-step.cpuprofile');
      writeFileSync(file, JSON.stringify(profile));
      return file;
    },
  };
}
