const LEAVE_ALONE_MS = 2_000;

/**
 * Cases whose row somebody keeps locked. One effect at a time looks whether that is over; the others give their turn
 * back instead of waiting for the same lock, and those of other cases go on.
 */
export function createStuckCases() {
  const until = new Map<string, number>();
  const leaveAlone = (caseId: string): void => void until.set(caseId, performance.now() + LEAVE_ALONE_MS);
  return {
    leaveAlone,
    /** Whoever is told that it is not has looked: until they have said, it is. */
    isStuck(caseId: string): boolean {
      const end = until.get(caseId);
      if (end === undefined) return false;
      if (end > performance.now()) return true;
      leaveAlone(caseId);
      return false;
    },
    isFree: (caseId: string): void => void until.delete(caseId),
  };
}
export type StuckCases = ReturnType<typeof createStuckCases>;
