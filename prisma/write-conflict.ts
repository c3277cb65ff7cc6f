const CODES = ['P2034', '40001', '40P01'];

/**
 * True when the database broke off the transaction because of another one (serialization failure, deadlock): trying
 * again helps.
 */
export function isWorthRetrying(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 5) return false;
  const { code, originalCode, cause, meta, driverAdapterError } = error as Record<string, unknown>;
  return (
    CODES.some((known) => known === code || known === originalCode) ||
    [cause, meta, driverAdapterError].some((inner) => isWorthRetrying(inner, depth + 1))
  );
}
