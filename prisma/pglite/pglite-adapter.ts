/**
 * pglite-prisma-adapter with three faults mended: a COMMIT that failed was reported as success, the isolation level was
 * set outside the transaction (so ignored), and `executeScript` was not awaited.
 */
import { PGlite, type Transaction as PGliteTransaction } from '@electric-sql/pglite';
import type { IsolationLevel, SqlDriverAdapter, Transaction } from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';

export class MendedPGlite extends PrismaPGlite {
  readonly #database: PGlite;
  constructor(database: PGlite) {
    super(database);
    this.#database = database;
  }

  override async connect(): Promise<SqlDriverAdapter> {
    return mend(await super.connect(), this.#database);
  }

  override async connectToShadowDb(): Promise<SqlDriverAdapter> {
    const shadow = new PGlite();
    const adapter = mend(await new PrismaPGlite(shadow).connect(), shadow);
    adapter.dispose = () => shadow.close();
    return adapter;
  }
}

function mend(adapter: SqlDriverAdapter, database: PGlite): SqlDriverAdapter {
  adapter.executeScript = async (script) => {
    await database.exec(script);
  };
  adapter.startTransaction = (isolation) => startTransaction(adapter, database, isolation);
  return adapter;
}

/**
 * Keeps PGlite's own transaction open until Prisma commits or rolls back, and answers with what the COMMIT really said.
 */
function startTransaction(
  adapter: SqlDriverAdapter,
  database: PGlite,
  isolation?: IsolationLevel,
): Promise<Transaction> {
  return new Promise((opened, refused) => {
    const { promise: ended, resolve: end } = withResolvers();
    const finished = database.transaction(async (session) => {
      if (isolation) await session.exec(`SET TRANSACTION ISOLATION LEVEL ${isolation}`);
      opened(asTransaction(adapter, session, end, () => finished));
      await ended;
    });
    finished.catch(refused);
  });
}

/** The adapter's own query code, pointed at the transaction's session. */
function asTransaction(
  adapter: SqlDriverAdapter,
  session: PGliteTransaction,
  end: () => void,
  finished: () => Promise<void>,
): Transaction {
  const view: SqlDriverAdapter & { client: PGliteTransaction } = Object.assign(Object.create(adapter), {
    client: session,
  });
  return Object.assign(view, {
    options: { usePhantomQuery: true },
    async commit() {
      end();
      await finished();
    },
    async rollback() {
      try {
        await session.rollback();
      } finally {
        end();
      }
      await finished();
    },
  });
}

function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
