import { cpus } from 'node:os';
import { type Cost, cpuOf, median, p50Of, p99Of, perSecondOf, type Ratio, ratio } from './figures.ts';

/** What one kind of request cost, `atOnce` at a time, and beside what. */
export type Row = {
  name: string;
  atOnce: number;
  requests: number;
  cpuMs: number;
  p50Ms: number;
  p99Ms: number;
  perSecond: number;
  /** To the floor; null for the floor itself. */
  floor: { cpu: Ratio; p50: Ratio } | null;
  /** How many times as cheap, and as many a second, as the other checkout's. */
  beside: { cpu: Ratio; perSecond: Ratio } | null;
};

export function rowOf(
  name: string,
  atOnce: number,
  blocks: readonly Cost[],
  { floor, beside }: { floor?: readonly Cost[] | undefined; beside?: readonly Cost[] | undefined } = {},
): Row {
  return {
    name,
    atOnce,
    requests: blocks.reduce((sum, { requests }) => sum + requests, 0),
    cpuMs: median(blocks.map(cpuOf)),
    p50Ms: median(blocks.flatMap(({ latencies }) => latencies)),
    p99Ms: p99Of(blocks),
    perSecond: median(blocks.map(perSecondOf)),
    floor: floor ? { cpu: ratio(blocks, floor, cpuOf), p50: ratio(blocks, floor, p50Of) } : null,
    beside: beside ? { cpu: ratio(beside, blocks, cpuOf), perSecond: ratio(blocks, beside, perSecondOf) } : null,
  };
}

const HEAD = ['', 'at once', 'requests', 'CPU ms', 'p50 ms', 'p99 ms', 'a second', 'CPU ×', '(quartiles)', 'p50 ×'];
const BESIDE = ['CPU ÷', '(quartiles)', 'a second ×', '(quartiles)'];

const two = (value: number) => (Number.isNaN(value) ? '' : value.toFixed(2));
const span = ({ low, high }: Ratio) => `${low.toFixed(1)}–${high.toFixed(1)}`;

export function tableOf(rows: readonly Row[]): string {
  const hasBeside = rows.some(({ beside }) => beside);
  const lines = rows.map(({ name, atOnce, requests, cpuMs, p50Ms, p99Ms, perSecond, floor, beside }) => [
    name,
    String(atOnce),
    String(requests),
    two(cpuMs),
    two(p50Ms),
    two(p99Ms),
    Number.isNaN(p50Ms) ? '' : perSecond.toFixed(0),
    ...(floor ? [two(floor.cpu.median), span(floor.cpu), two(floor.p50.median)] : ['1', '', '1']),
    ...(beside
      ? [two(beside.cpu.median), span(beside.cpu), two(beside.perSecond.median), span(beside.perSecond)]
      : BESIDE.map(() => '')),
  ]);
  const table = [[...HEAD, ...BESIDE], ...lines].map((line) => line.slice(0, HEAD.length + (hasBeside ? 4 : 0)));
  const widths = HEAD.concat(BESIDE).map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0)));
  const pad = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return table.map((line) => line.map(pad).join('  ').trimEnd()).join('\n');
}

/** "Node 20.20.2, linux x64, 2 × Intel Xeon". */
export const machine = (): string =>
  `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model.trim()}`;
