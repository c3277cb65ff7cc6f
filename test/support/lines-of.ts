import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Waits for a line of a child's output. Rejects when the child ends before it. */
export function lineOf(child: ChildProcess, pattern: RegExp): Promise<string> {
  const output = child.stdout;
  if (!output) throw new Error('the child has no output to read');
  return new Promise((found, failed) => {
    const lines = createInterface({ input: output });
    lines.on('line', (line) => {
      if (pattern.test(line)) found(line);
    });
    lines.on('close', () => failed(new Error(`the child ended before ${pattern}`)));
  });
}
