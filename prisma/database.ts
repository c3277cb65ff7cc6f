/** Opens the database: migrated, its queue ready, transactions that are tried again when PostgreSQL asks for it. */
import type { Clock, Database, Lane, Store } from '../domain/ports.ts';
import { asAway } from './away.ts';
import type { KeyRing } from './crypto.ts';
import type { Engine } from './engine.ts';
import { PrismaClient } from './generated/client.ts';
import type { Inside } from './inside.ts';
import { type Jobs, openJobs } from './jobs.ts';
import type { QueueDb } from './queue.ts';
import { createStore } from './store.ts';
import { sealSomeMails } from './typed-mail.ts';
import { openingWhatOpens } from './unreadable.ts';
import { isWorthRetrying } from './write-conflict.ts';

export type DatabaseOptions = {
  clock: Clock;
  keys: KeyRing;
  /** What goes wrong in the background: lost connections, a job's handler that threw. */
  onError?: (error: unknown) => void;
  /** A sealed text does not open: `field` as `Talk.words`. Told once of each while the program runs. */
  onUnreadable?: (field: string, rowId: string) => void;
};

/** `prisma` is its client, for the register's import, checks and tests; the store speaks SQL and does not know it. */
export type OpenDatabase = {
  database: Database;
  jobs: Jobs;
  prisma: PrismaClient;
  /** Seals what an earlier version let stand clear, in bites. At each start, once it is sure that the keys are right. */
  sealTypedMails(): Promise<void>;
  close(): Promise<void>;
};

const ATTEMPTS = 4;

/** The engine is PostgreSQL (`openPostgres`), or PGlite in the sandbox (`openPGlite`): production does not have it. */
export async function openDatabase(engine: Engine, options: DatabaseOptions): Promise<OpenDatabase> {
  const { clock, onUnreadable = () => undefined } = options;
  const onError = (error: unknown) => options.onError?.(asAway(error));
  const keys = openingWhatOpens(options.keys, (place) => {
    const [field = '', rowId = ''] = place.split(':');
    onUnreadable(field, rowId);
  });
  const jobs = await openJobs(engine, onError).catch(async (error) => {
    await engine.close();
    throw error;
  });
  const prisma = new PrismaClient({ adapter: engine.adapter });
  const registerCache: Inside['registerCache'] = {};

  async function attempt<T>(work: (store: Store) => Promise<T>, lane?: Lane): Promise<{ result: T; queued: boolean }> {
    let queued = false;
    const result = await engine.transaction((tx) => {
      const withCommit: QueueDb = {
        async executeSql(text, values = []) {
          tx.withCommit({ text, values });
          return { rows: [] };
        },
      };
      const addJobs: Inside['addJobs'] = (rows) => {
        queued = true;
        return jobs.add(withCommit, rows);
      };
      return work(createStore({ tx, now: clock.now(), keys, addJobs, registerCache }));
    }, lane);
    return { result, queued };
  }

  let closing: Promise<void> | null = null;
  const close = () => {
    closing ??= (async () => {
      await jobs.stop();
      await prisma.$disconnect();
      await engine.close();
    })();
    return closing;
  };

  const database: Database = {
    async transaction<T>(work: (store: Store) => Promise<T>, lane?: Lane): Promise<T> {
      for (let tries = 1; ; tries += 1) {
        try {
          const { result, queued } = await attempt<T>(work, lane);
          if (queued) jobs.wake();
          return result;
        } catch (error) {
          if (tries === ATTEMPTS || !isWorthRetrying(error)) throw asAway(error);
        }
      }
    },
    close,
  };
  async function sealTypedMails(): Promise<void> {
    try {
      for (let after: string | null = ''; after !== null; ) {
        const from: string = after;
        after = await engine.transaction((tx) =>
          sealSomeMails(tx, options.keys, from, (id) => onUnreadable('Participant.mail', id)),
        );
      }
    } catch (error) {
      // No reason not to start: what is left is sealed at the next start.
      onError(error);
    }
  }

  return { database, jobs, prisma, sealTypedMails, close };
}
