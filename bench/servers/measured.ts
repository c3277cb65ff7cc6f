/**
 * The server's side of a measurement: says where it listens, and on request how much CPU time this process has used.
 */
import { type Profiling, startProfile } from './profile.ts';

/**
 * What the measuring process may ask, and what it is answered. CPU time in microseconds, user and system, of every
 * thread of Node.
 */
export type Question = 'cpu' | 'profile';
export type Reply = { port: number } | { cpu: number } | { profile: string };

// Nothing is left behind when a measurement is killed, also while this process is still starting.
process.once('disconnect', () => process.exit());
if (!process.connected) process.exit();

/** Answers whoever measures. */
export function answerQuestions(port: number): void {
  const reply = (message: Reply) => void process.send?.(message);
  let profiling: Profiling | null = null;

  async function answer(question: Question): Promise<void> {
    const { user, system } = process.cpuUsage();
    if (question === 'cpu') return reply({ cpu: user + system });
    const file = await profiling?.stop();
    profiling = file === undefined ? await startProfile() : null;
    reply({ profile: file ?? '' });
  }

  process.on('message', (question: Question) => void answer(question));
  // Ctrl-C goes to the whole group; the measuring process ends the others.
  process.on('SIGINT', () => undefined);
  reply({ port });
}
