/**
 * The server's side of a measurement: says where it listens, and on request how much CPU time and memory this process
 * has used.
 */
import { type Profiling, startProfile } from './profile.ts';

/** In bytes. */
export type Memory = { heap: number; rss: number };

/**
 * What the measuring process may ask, and what it is answered. CPU time in microseconds, user and system, of every
 * thread of Node.
 */
export type Question = 'cpu' | 'memory' | 'profile';
export type Reply = { port: number } | { cpu: number } | { memory: Memory } | { profile: string };

// Nothing is left behind when a measurement is killed, also while this process is still starting.
process.once('disconnect', () => process.exit());
if (!process.connected) process.exit();

/** What the measuring process has this server work with. */
export const settings = (): unknown => JSON.parse(process.argv[2] ?? '{}');

/** Answers whoever measures. */
export function answerQuestions(port: number): void {
  const reply = (message: Reply) => void process.send?.(message);
  let profiling: Profiling | null = null;

  async function answer(question: Question): Promise<void> {
    if (question === 'cpu') {
      const { user, system } = process.cpuUsage();
      return reply({ cpu: user + system });
    }
    if (question === 'memory') {
      globalThis.gc?.();
      const { heapUsed, rss } = process.memoryUsage();
      return reply({ memory: { heap: heapUsed, rss } });
    }
    const file = await profiling?.stop();
    profiling = file === undefined ? await startProfile() : null;
    reply({ profile: file ?? '' });
  }

  process.on('message', (question: Question) => void answer(question));
  // Ctrl-C goes to the whole group; the measuring process ends the others.
  process.on('SIGINT', () => undefined);
  reply({ port });
}
