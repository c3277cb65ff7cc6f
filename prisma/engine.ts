import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import type { Session } from './session.ts';

/** A database that is open and has every migration: PGlite or PostgreSQL. */
export type Engine = {
  /** For Prisma's client: register import, checks and tests. */
  adapter: SqlDriverAdapterFactory;
  /** Commits when the work resolves. Whatever it throws, or a COMMIT that is none, is thrown, and nothing is kept. */
  transaction<T>(work: (session: Session) => Promise<T>): Promise<T>;
  /** One statement with values, or several without. Outside any transaction. */
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  /** True when nobody but this process can be working on the database. */
  exclusive: boolean;
  close(): Promise<void>;
};
