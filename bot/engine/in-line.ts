/** Acts of one case wait for each other here, and not each on a connection of the database. */
export type Line = <T>(key: string | null, work: () => Promise<T>) => Promise<T>;

/** In the order they came; without a key nobody waits. */
export function createLine(): Line {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    if (key === null) return work();
    const before = last.get(key);
    const own = before ? before.then(work) : work();
    const ended = own.then(
      () => undefined,
      () => undefined,
    );
    last.set(key, ended);
    ended.then(() => {
      if (last.get(key) === ended) last.delete(key);
    });
    return own;
  };
}

const AT_MOST = 10_000;

/** Which case a card belongs to, of the cards that were pressed lately. */
export function createCasesOfCards() {
  const cases = new Map<string, string>();
  return {
    of: (postingId: string): string | undefined => cases.get(postingId),
    remember(postingId: string, caseId: string): void {
      cases.delete(postingId);
      cases.set(postingId, caseId);
      const [oldest] = cases.size > AT_MOST ? cases.keys() : [];
      if (oldest) cases.delete(oldest);
    },
  };
}
