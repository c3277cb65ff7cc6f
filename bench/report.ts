import { cpus } from 'node:os';
import { type Cost, type Costs, ratioToFloor, summarise } from './figures.ts';

/** The part of the costs of one subject at one concurrency that is worth keeping. */
export type Row = {
  name: string;
  concurrency: number;
  requests: number;
  cpuMs: number;
  p50Ms: number;
  p99Ms: number;
  /** To the floor at the same concurrency; null for the floor itself. */
  ratio: ReturnType<typeof ratioToFloor> | null;
};

export function rowsOf(concurrency: number, measured: readonly { name: string; blocks: readonly Cost[] }[]): Row[] {
  let floor: Costs | null = null;
  return measured.map(({ name, blocks }) => {
    const costs = summarise(blocks);
    floor ??= costs;
    const ratio = floor === costs ? null : ratioToFloor(costs, floor);
    return {
      name,
      concurrency,
      requests: costs.requests,
      cpuMs: costs.cpuMs,
      p50Ms: costs.p50,
      p99Ms: costs.p99,
      ratio,
    };
  });
}

const HEAD = ['', 'at once', 'requests', 'CPU ms', 'p50 ms', 'p99 ms', 'CPU ×', '(quartiles)', 'p50 ×', 'p99 ×'];

export function tableOf(rows: readonly Row[]): string {
  const two = (value: number) => value.toFixed(2);
  const one = (value: number) => value.toFixed(1);
  const lines = rows.map(({ name, concurrency, requests, cpuMs, p50Ms, p99Ms, ratio }) => [
    name,
    String(concurrency),
    String(requests),
    two(cpuMs),
    two(p50Ms),
    two(p99Ms),
    ...(ratio
      ? [one(ratio.cpu), `${one(ratio.cpuLow)}–${one(ratio.cpuHigh)}`, one(ratio.p50), one(ratio.p99)]
      : ['1', '', '1', '1']),
  ]);
  const widths = HEAD.map((head, column) => Math.max(head.length, ...lines.map((line) => line[column]?.length ?? 0)));
  return [HEAD, ...lines]
    .map((line) =>
      line
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    )
    .join('\n');
}

/** "Node 20.20.2, linux x64, 2 × Intel Xeon". */
export const machine = (): string =>
  `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model.trim()}`;
