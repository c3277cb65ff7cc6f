/** SQL with its values, `$1` the first. */
export type Statement = { text: string; values?: readonly unknown[] };

/** One transaction's connection. Statements are carried out in the order they are sent, whoever waits for them. */
export type Session = {
  query<T>(statement: Statement): Promise<T[]>;
  /**
   * For what nobody asks the answer of: it is sent in one go with COMMIT, in the order it was handed over. What it locks
   * is never held while this program and the database wait for each other.
   */
  withCommit(statement: Statement): void;
};

const texts = new WeakMap<TemplateStringsArray, string>();

/** A statement with its values in their places. */
export function sql(parts: TemplateStringsArray, ...values: unknown[]): Statement {
  const text = texts.get(parts) ?? parts.reduce((before, part, index) => `${before}$${index}${part}`);
  texts.set(parts, text);
  return { text, values };
}
