/** What is wrong with the database, as one sentence that says what to mend. */
import { MigrationRefused } from './migrate.ts';

/**
 * What PostgreSQL or the driver called it: ECONNREFUSED, 28P01 (wrong password), 3D000 (no such database), 42501.
 * Prisma has it further in.
 */
export function databaseCode(error: unknown): string {
  for (let inner: unknown = error, depth = 0; inner instanceof Object && depth < 5; depth += 1) {
    const { originalCode, code, cause, meta, driverAdapterError } = inner as Record<string, unknown>;
    if (typeof originalCode === 'string') return originalCode;
    if (typeof code === 'string' && !/^P\d{4}$/.test(code)) return code;
    inner = driverAdapterError ?? meta ?? cause;
  }
  return '';
}

/** Null where it is no fault of the database that is known. */
export function databaseSentence(error: unknown): string | null {
  if (error instanceof MigrationRefused) return error.message;
  const code = databaseCode(error);
  if (code === '25006')
    return 'The database in DATABASE_URL can only be read (25006): it is a copy of another one, or has been set so. Take the one that is written to.';
  if (code === '42501')
    return 'The database user in DATABASE_URL lacks a privilege (42501): it must own the tables or be allowed to make them, see "What is needed" in OPERATIONS.md.';
  const cause = code || (error instanceof Error && error.constructor === Error ? error.message : '');
  return cause === ''
    ? null
    : `The database in DATABASE_URL cannot be used (${cause}): see that it runs, and that address, user and password are right.`;
}
