/**
 * npm passes a signal on to the shell between it and the program, and the shell does not pass it on: the program would
 * stay with its port. So a program that npm has started ends when who started it is gone.
 */
const LOOK_MS = 500;

/** Calls once, soon after the process that started this one has ended. */
export function whenParentIsGone(gone: () => void): void {
  const parent = process.ppid;
  const looking = setInterval(() => {
    if (process.ppid === parent && isAlive(parent)) return;
    clearInterval(looking);
    gone();
  }, LOOK_MS).unref();
}

/** Where a process keeps the number of its parent (Windows), only this tells. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
