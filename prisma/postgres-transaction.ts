/** A transaction on a connection of the pool, in as few flights as its work allows. */
import type pg from 'pg';
import { inSession, type Session, type Statement } from './session.ts';

export type Carry = (client: pg.PoolClient, statement: Statement) => Promise<unknown[]>;

/** What is sent before the program waits leaves in one write: a write costs it as much as the statement does. */
function gather({ connection: { stream } }: pg.PoolClient): void {
  stream.cork();
  process.nextTick(() => stream.uncork());
}

export async function inTransaction<T>(
  client: pg.PoolClient,
  carry: Carry,
  onError: (error: Error) => void,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  // The pool listens to the connections that it has, not to those that it has lent.
  client.on('error', onError);
  try {
    const result = await untilCommit(client, carry, work);
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

async function untilCommit<T>(client: pg.PoolClient, carry: Carry, work: (session: Session) => Promise<T>): Promise<T> {
  const inOneWrite = (statement: Statement) => {
    gather(client);
    return carry(client, statement);
  };
  const { result, sent } = await inSession(inOneWrite, work, [{ text: 'BEGIN' }]);
  const [, { command }] = await Promise.all([sent, client.query('COMMIT')]);
  // After a statement that failed, and was caught, PostgreSQL says ROLLBACK and no error.
  if (command !== 'COMMIT') throw new Error('the transaction had failed before its end');
  return result;
}
