/** A transaction on a connection of the pool, in as few flights as its work allows. */
import type pg from 'pg';
import type { Session, Statement } from './session.ts';

export type Send = (client: pg.PoolClient, statement: Statement) => Promise<pg.QueryResult>;

/** What is sent before the program waits leaves in one write: a write costs it as much as the statement does. */
function gather({ connection: { stream } }: pg.PoolClient): void {
  stream.cork();
  process.nextTick(() => stream.uncork());
}

export async function inTransaction<T>(
  client: pg.PoolClient,
  send: Send,
  onError: (error: Error) => void,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  // The pool listens to the connections that it has, not to those that it has lent.
  client.on('error', onError);
  try {
    const result = await untilCommit(client, send, work);
    client.release();
    return result;
  } catch (error) {
    const isOver = await client.query('ROLLBACK').then(
      () => true,
      () => false,
    );
    client.release(!isOver);
    throw error;
  } finally {
    client.off('error', onError);
  }
}

async function untilCommit<T>(client: pg.PoolClient, send: Send, work: (session: Session) => Promise<T>): Promise<T> {
  const last: Statement[] = [];
  gather(client);
  // Goes with the first statement, whose answer counts only if this one's does.
  const begun = client.query('BEGIN');
  begun.catch(() => undefined);
  const result = await work({
    async query<R>(statement: Statement) {
      gather(client);
      const [{ rows }] = await Promise.all([send(client, statement), begun]);
      return rows as R[];
    },
    withCommit: (statement) => void last.push(statement),
  });
  gather(client);
  const answers = await Promise.all([begun, ...last.map((one) => send(client, one)), client.query('COMMIT')]);
  // After a statement that failed, and was caught, PostgreSQL says ROLLBACK and no error.
  if (answers.at(-1)?.command !== 'COMMIT') throw new Error('the transaction had failed before its end');
  return result;
}
