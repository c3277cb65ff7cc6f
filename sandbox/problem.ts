import { existsSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Something that the person at the keyboard can mend. The message is one sentence that says what to do; it is printed
 * as it stands.
 */
export class SandboxProblem extends Error {}

export const portTaken = (port: number, setting: string) =>
  new SandboxProblem(`Port ${port} is in use: stop the program that has it, or choose another one with ${setting}.`);

const NO_RIGHT = ['EACCES', 'EPERM'];
const IN_THE_WAY = ['EEXIST', 'EISDIR', 'ELOOP', 'ENAMETOOLONG', 'ENOENT', 'ENOTDIR', 'EROFS'];
const FULL = ['EDQUOT', 'ENOSPC'];

/** What is wrong with the sandbox's folder, or with a file in it; null where it is something else. */
export function folderProblem(error: Error, dataDir: string): SandboxProblem | null {
  const { code = '', path = '' } = error as NodeJS.ErrnoException;
  if (FULL.includes(code))
    return new SandboxProblem(`There is no room left for ${dataDir} (${code}): make some, or choose another DATA_DIR.`);
  if (!path.startsWith(dataDir)) return null;
  if (NO_RIGHT.includes(code)) {
    const what = existsSync(path) ? `read and write ${path}` : `write in ${dirname(path)}`;
    return new SandboxProblem(
      `DATA_DIR cannot be used (${code}): this user may not ${what}. Give the user that right, or choose another DATA_DIR.`,
    );
  }
  if (!IN_THE_WAY.includes(code)) return null;
  return new SandboxProblem(
    path === dataDir || code === 'EROFS'
      ? `DATA_DIR cannot be used (${code}): ${dataDir} is no folder that can be written in, choose another one.`
      : `DATA_DIR cannot be used (${code}): delete ${path} to begin anew, what it holds is lost by it.`,
  );
}
