/** What a guide step, and "mina ärenden" for somebody with eight cases, cost among few and among many other cases. */
import type pg from 'pg';
import { fillCases } from './fill-cases.ts';
import { measureInterleaved, type Subject } from './measure.ts';
import { type Bench, openProgram } from './programs.ts';
import { type Row, rowOf } from './report.ts';
import { guideStep, typedWord } from './requests.ts';

const FEW = 1_000;
const OWN_CASES = 8;

export type AmongMany = { filled: string[]; rows: Row[] };

export async function benchManyCases(bench: Bench, many: number, rounds: number): Promise<AmongMany> {
  const filled: string[] = [];
  const open = async (cases: number) => {
    const among = `among ${cases.toLocaleString('en')} cases`;
    const fill = async (database: pg.Client) => void filled.push(`${among}: ${await fillWith(database, cases)}`);
    const program = await openProgram(bench, { root: process.cwd(), effects: 'run', cases: OWN_CASES, fill });
    const step = guideStep(bench, program, `guide step, ${among}`, 24);
    return { program, step, list: typedWord(bench, program, 'mina ärenden', `"mina ärenden", ${among}`) };
  };
  const [few, lots] = [await open(FEW), await open(many)];
  const measure = async (floor: Subject, subject: Subject) => {
    const costs = await measureInterleaved([floor, subject], { atOnce: 1, rounds });
    const blocks = costs.get(floor) ?? [];
    return [rowOf(floor.name, 1, blocks), rowOf(subject.name, 1, costs.get(subject) ?? [], { floor: blocks })];
  };
  const rows = [...(await measure(few.step, lots.step)), ...(await measure(few.list, lots.list))];
  await few.program.check();
  await lots.program.check();
  return { filled, rows };
}

async function fillWith(database: pg.Client, cases: number): Promise<string> {
  const began = performance.now();
  const counted = await fillCases(database, cases);
  const size = 'SELECT pg_database_size(current_database()) / 1000000 AS mb';
  const { rows } = await database.query<{ mb: string }>(size);
  const seconds = Math.round((performance.now() - began) / 1_000);
  return `filled in ${seconds} s, ${rows[0]?.mb} MB: ${JSON.stringify(counted)}`;
}
