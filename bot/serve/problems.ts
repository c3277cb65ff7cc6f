/** What can be wrong around the program, as one sentence that says what to mend. */
import { MigrationRefused } from '../../prisma/migrate.ts';
import type { ServeConfig } from '../config/config.ts';

/** Something that whoever runs the program can mend. The message is one sentence that says what to do. */
export class ServeProblem extends Error {}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/**
 * Drivers put what happened in `code` (ECONNREFUSED, 28P01: wrong password, 3D000: no such database …), or throw a bare
 * Error with a few words.
 */
export function databaseProblem(error: unknown): unknown {
  if (error instanceof MigrationRefused) return new ServeProblem(error.message);
  const cause = codeOf(error) || (error instanceof Error && error.constructor === Error ? error.message : '');
  if (cause === '') return error;
  return new ServeProblem(
    `The database in DATABASE_URL cannot be used (${cause}): see that it runs, and that address, user and password are right.`,
  );
}

/** `row`: `dataKey:k1`. A key that is gone, another key and a word that was damaged look the same. */
export const keyProblem = (row: string): ServeProblem =>
  new ServeProblem(
    `DATA_KEYS does not open what is sealed in the database (table Setting, row ${row}): every key that has been the first must still be there, unchanged. If it is, the row is damaged: see "Changing keys" in OPERATIONS.md.`,
  );

export function listenProblem(error: unknown, { host, port }: ServeConfig): unknown {
  const code = codeOf(error);
  if (code === 'EADDRINUSE')
    return new ServeProblem(`Port ${port} is in use: stop the program that has it, or choose another one with PORT.`);
  if (code === 'EACCES') return new ServeProblem(`Port ${port} is not for this user: choose one above 1023 with PORT.`);
  if (['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN'].includes(code))
    return new ServeProblem(
      `HOST (${host}) is not an address of this machine (${code}): 127.0.0.1 is reached from here only, 0.0.0.0 from everywhere.`,
    );
  return error;
}
