import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import type { Lane } from '../domain/ports.ts';
import type { Session } from './session.ts';

/** A database that is open and has every migration: PGlite or PostgreSQL. */
export type Engine = {
  /** For Prisma's client: register import, checks and tests. */
  adapter: SqlDriverAdapterFactory;
  /** Commits when the work resolves. Whatever it throws, or a COMMIT that is none, is thrown, and nothing is kept. */
  transaction<T>(work: (session: Session) => Promise<T>, lane?: Lane): Promise<T>;
  /** One statement with values, or several without. Outside any transaction. `isPatient`: it may take its time. */
  executeSql(text: string, values?: unknown[], isPatient?: boolean): Promise<{ rows: unknown[] }>;
  /** True when nobody but this process can be working on the database. */
  exclusive: boolean;
  close(): Promise<void>;
};
