/** What one kind of request cost, block by block. */
export type Cost = { cpuMs: number; requests: number; latencies: number[] };
export type Costs = { cpuMs: number; p50: number; p99: number; requests: number; cpuPerBlock: number[] };

/** The value that `share` (0–1) of the values do not exceed. NaN for none. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** CPU per request is the median of the blocks, so that one block that the machine disturbed does not count. */
export function summarise(blocks: readonly Cost[]): Costs {
  const latencies = blocks.flatMap((block) => block.latencies);
  const cpuPerBlock = blocks.map(({ cpuMs, requests }) => cpuMs / requests);
  return {
    cpuMs: quantile(cpuPerBlock, 0.5),
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    requests: latencies.length,
    cpuPerBlock,
  };
}

/**
 * Ratio of each block to the floor's block of the same round: neighbours in time, so the machine's moods cancel out.
 */
export function ratioToFloor(
  costs: Costs,
  floor: Costs,
): { cpu: number; cpuLow: number; cpuHigh: number; p50: number; p99: number } {
  const ratios = costs.cpuPerBlock.map((cpu, round) => cpu / (floor.cpuPerBlock[round] ?? Number.NaN));
  return {
    cpu: quantile(ratios, 0.5),
    cpuLow: quantile(ratios, 0.25),
    cpuHigh: quantile(ratios, 0.75),
    p50: costs.p50 / floor.p50,
    p99: costs.p99 / floor.p99,
  };
}
