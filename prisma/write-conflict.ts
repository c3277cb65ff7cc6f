/** Serialization failure, deadlock: SQLSTATE as both drivers say it. */
const CODES: readonly unknown[] = ['40001', '40P01'];

/** True when the database broke off the transaction because of another one: trying again helps. */
export const isWorthRetrying = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && CODES.includes(error.code);
