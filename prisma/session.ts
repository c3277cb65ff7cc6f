/** SQL with its values, `$1` the first. */
export type Statement = { text: string; values?: readonly unknown[] };

/** One transaction's connection. Statements are carried out in the order they are sent, whoever waits for them. */
export type Session = {
  query<T>(statement: Statement): Promise<T[]>;
  /** For what nobody asks the answer of. Where it fails, so does every question after it, and COMMIT. */
  send(statement: Statement): void;
  /**
   * The same, at the very end: it goes with COMMIT, in the order it was handed over. What it locks is never held while
   * this program and the database wait for each other.
   */
  withCommit(statement: Statement): void;
};

export type Carry = (statement: Statement) => Promise<unknown[]>;

/**
 * Carries the work out and then sends what goes with COMMIT; `sent` throws the first thing that failed. `before` is sent
 * first of all.
 */
export async function inSession<T>(
  carry: Carry,
  work: (session: Session) => Promise<T>,
  before: readonly Statement[] = [],
): Promise<{ result: T; sent: Promise<unknown> }> {
  const sent: Promise<unknown>[] = [];
  const last: Statement[] = [];
  let isOver = false;
  let first: { error: unknown } | null = null;

  // What was sent behind a statement that failed fails too (25P02), and may reach whoever waits before it does: the
  // first one says why, and whether it is worth trying again.
  const ask = async (statement: Statement): Promise<unknown[]> => {
    // Whoever still waits for something else when the work has failed must not reach the connection's next user.
    if (isOver) throw new Error('the transaction is over');
    try {
      return await carry(statement);
    } catch (error) {
      first ??= { error };
      throw first.error;
    }
  };
  const send = (statement: Statement): void => {
    const answer = ask(statement);
    answer.catch(() => undefined); // thrown by whatever comes next
    sent.push(answer);
  };
  const session: Session = {
    async query<R>(statement: Statement) {
      const answers = await Promise.all([...sent, ask(statement)]);
      return answers.at(-1) as R[];
    },
    send,
    withCommit(statement) {
      if (isOver) throw new Error('the transaction is over');
      last.push(statement);
    },
  };

  before.forEach(send);
  try {
    const result = await work(session);
    last.forEach(send);
    return { result, sent: Promise.all(sent) };
  } finally {
    isOver = true;
  }
}

const texts = new WeakMap<TemplateStringsArray, string>();

/** A statement with its values in their places. */
export function sql(parts: TemplateStringsArray, ...values: unknown[]): Statement {
  const text = texts.get(parts) ?? parts.reduce((before, part, index) => `${before}$${index}${part}`);
  texts.set(parts, text);
  return { text, values };
}
