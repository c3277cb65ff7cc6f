/** A folder that the sandbox cannot use: what is missing is said, and nothing is to be deleted for want of a right. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { folderProblem } from '../../sandbox/problem.ts';

const failed = (code: string, path: string) => Object.assign(new Error(code), { code, path });

test.each(['EACCES', 'EPERM'])('%s: which right is missing, in the folder or on a file in it', (code) => {
  const folder = mkdtempSync(`${tmpdir()}/vastbus-folder-`);
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'clock.json'), '{}');
  const says = (path: string) => folderProblem(failed(code, path), folder)?.message;
  const wayOn = 'Give the user that right, or choose another DATA_DIR.';
  const begins = `DATA_DIR cannot be used (${code}): this user may not`;
  expect(says(join(folder, 'door.lock'))).toBe(`${begins} write in ${folder}. ${wayOn}`);
  expect(says(join(folder, 'clock.json'))).toBe(`${begins} read and write ${folder}/clock.json. ${wayOn}`);
});

test('a disk that can only be read, and what stands in the way', () => {
  const says = (code: string) => folderProblem(failed(code, '/data/door.lock'), '/data')?.message;
  expect(says('EROFS')).toMatch(/no folder that can be written in/);
  expect(says('EEXIST')).toMatch(/delete \/data\/door\.lock to begin anew/);
});
