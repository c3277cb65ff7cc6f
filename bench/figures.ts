/** What one block of requests cost. `ms` is how long it took until the last one was answered. */
export type Cost = { cpuMs: number; requests: number; ms: number; latencies: number[] };

/** The value that `share` (0–1) of the values do not exceed. NaN for none. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
export const median = (values: readonly number[]): number => quantile(values, 0.5);

export const cpuOf = ({ cpuMs, requests }: Cost): number => cpuMs / requests;
export const perSecondOf = ({ ms, requests }: Cost): number => (requests / ms) * 1_000;
export const p50Of = ({ latencies }: Cost): number => median(latencies);
export const p99Of = (blocks: readonly Cost[]): number =>
  quantile(
    blocks.flatMap(({ latencies }) => latencies),
    0.99,
  );

export type Ratio = { median: number; low: number; high: number };

/**
 * Each block to the other's block of the same round: neighbours in time, so the machine's moods cancel out. The median
 * of the rounds and its quartiles, so that a block that the machine disturbed does not count.
 */
export function ratio(blocks: readonly Cost[], others: readonly Cost[], of: (block: Cost) => number): Ratio {
  const ratios = blocks.map((block, round) => {
    const other = others[round];
    return other ? of(block) / of(other) : Number.NaN;
  });
  return { median: median(ratios), low: quantile(ratios, 0.25), high: quantile(ratios, 0.75) };
}
