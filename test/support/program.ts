import { join } from 'node:path';
import { inject } from 'vitest';

/** A program of the repository as node starts it, made ready before the tests (`programs-setup.ts`). */
export const programFile = (file: `${string}.ts`): string => join(inject('programs'), file.replace(/\.ts$/, '.mjs'));
