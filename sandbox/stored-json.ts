import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ZodType } from 'zod';
import { SandboxProblem } from './problem.ts';

export type StoredJson<T> = { readonly value: T; save(value: T): void };

/**
 * A small value that survives a restart: on disk, whole or not at all, when `save` returns. Throws SandboxProblem on a
 * broken file.
 */
export function openStoredJson<T>(file: string, schema: ZodType<T>, initial: T): StoredJson<T> {
  mkdirSync(dirname(file), { recursive: true });
  let value = load(file, schema) ?? initial;
  return {
    get value() {
      return value;
    },
    save(next) {
      writeFileSync(`${file}.new`, JSON.stringify(next));
      renameSync(`${file}.new`, file);
      value = next;
    },
  };
}

function load<T>(file: string, schema: ZodType<T>): T | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new SandboxProblem(`${file} cannot be read: delete it to begin anew.`);
  }
}
