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
  const first = firstFailure();
  let isOver = false;
  gather(client);
  // Goes with the first statement, whose answer counts only if this one's does.
  const begun = first.of(client.query('BEGIN'));
  begun.catch(() => undefined);
  const result = await work({
    async query<R>(statement: Statement) {
      // Whoever still waits for something else when the work has failed must not reach the connection's next user.
      if (isOver) throw new Error('the transaction is over');
      gather(client);
      const [{ rows }] = await Promise.all([first.of(send(client, statement)), begun]);
      return rows as R[];
    },
    withCommit: (statement) => void last.push(statement),
  }).finally(() => {
    isOver = true;
  });
  gather(client);
  const sent = [...last.map((one) => send(client, one)), client.query('COMMIT')];
  const answers = await Promise.all([begun, ...sent.map(first.of)]);
  // After a statement that failed, and was caught, PostgreSQL says ROLLBACK and no error.
  if (answers.at(-1)?.command !== 'COMMIT') throw new Error('the transaction had failed before its end');
  return result;
}

/**
 * What was sent behind a statement that failed fails too (25P02), and may reach whoever waits before it does: the first
 * one says why, and whether it is worth trying again.
 */
function firstFailure() {
  let first: { error: unknown } | null = null;
  return {
    of: <R>(answer: Promise<R>): Promise<R> =>
      answer.catch((error: unknown) => {
        first ??= { error };
        throw first.error;
      }),
  };
}
