import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Memory, Question, Reply } from './servers/measured.ts';

export type ServerProcess = {
  port: number;
  /** CPU time used since its start, in milliseconds: user and system, garbage collection included. */
  cpuMs(): Promise<number>;
  /** After a garbage collection. */
  memory(): Promise<Memory>;
  /** Begins a CPU profile, and at the next call ends it and answers with its file. */
  profile(): Promise<string>;
};

const running = new Set<ChildProcess>();

/** Starts the file in a process of its own and waits until it listens. Throws when it ends instead. */
export async function startServer(url: URL, settings: object, cwd: string): Promise<ServerProcess> {
  const file = fileURLToPath(url);
  const execArgv = ['--import', 'tsx', '--expose-gc'];
  const stdio: ['ignore', 'inherit', 'inherit', 'ipc'] = ['ignore', 'inherit', 'inherit', 'ipc'];
  const child = fork(file, [JSON.stringify(settings)], { cwd, execArgv, stdio });
  running.add(child);
  child.once('exit', () => running.delete(child));
  const reply = await replyOf(child, file);
  const ask = async (question: Question): Promise<Reply> => {
    const answered = replyOf(child, file);
    child.send(question);
    return answered;
  };
  return {
    port: 'port' in reply ? reply.port : 0,
    async cpuMs() {
      const answer = await ask('cpu');
      return 'cpu' in answer ? answer.cpu / 1_000 : Number.NaN;
    },
    async memory() {
      const answer = await ask('memory');
      return 'memory' in answer ? answer.memory : { heap: Number.NaN, rss: Number.NaN };
    },
    async profile() {
      const answer = await ask('profile');
      return 'profile' in answer ? answer.profile : '';
    },
  };
}

/**
 * Ends them all, also those that are still starting: they have nothing to keep. Answers when the processes are gone.
 */
export async function stopServers(): Promise<void> {
  const ended = [...running].map((child) => once(child, 'exit'));
  for (const child of running) child.kill('SIGKILL');
  await Promise.all(ended);
}

function replyOf(child: ChildProcess, name: string): Promise<Reply> {
  return new Promise((done, failed) => {
    const ended = (code: number | null) => failed(new Error(`${name} ended (${code})`));
    child.once('exit', ended);
    child.once('message', (message: Reply) => {
      child.off('exit', ended);
      done(message);
    });
  });
}
