import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';

/** A database that is open and has every migration: PGlite or PostgreSQL. */
export type Engine = {
  adapter: SqlDriverAdapterFactory;
  /** One statement with values, or several without. Outside any transaction of Prisma's. */
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  /** True when nobody but this process can be working on the database. */
  exclusive: boolean;
  close(): Promise<void>;
};
