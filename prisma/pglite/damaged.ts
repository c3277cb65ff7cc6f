/** A database folder that cannot be gone on with, said as what to delete and what is lost by it. */
import { databaseCode } from '../database-sentence.ts';
import { MigrationRefused } from '../migrate.ts';
import { FolderFault } from './folder-lock.ts';

const beginAnew = (folder: string): string =>
  `delete ${folder} to begin anew. The cases in it are lost by it; calendars and mails beside it are not.`;

/** The files are not what they were: somebody has deleted or cut some, or the power went. */
export class DatabaseDamaged extends FolderFault {
  constructor(folder: string) {
    super(`The database in ${folder} is damaged: ${beginAnew(folder)}`);
  }
}

/** PostgreSQL's classes for damage: XX internal and data corrupted, 58 a file that is not there. */
const DAMAGE = /^(XX|58)/;

/** The error itself where it is another. */
export function asFolderFault(error: unknown, folder: string): unknown {
  if (error instanceof MigrationRefused) return new FolderFault(`${error.message} Or ${beginAnew(folder)}`);
  return DAMAGE.test(databaseCode(error)) ? new DatabaseDamaged(folder) : error;
}
