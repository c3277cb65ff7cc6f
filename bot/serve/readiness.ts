import type { Database, Jobs } from '../../domain/ports.ts';
import type { Sweeper } from '../engine/due.ts';

/** A worker that gets no answer from the queue for so long, or a sweeper that does not learn what is due. */
const SILENT_MS = 30_000;
/** Whoever asks more often gets the last answer. */
const FRESH_MS = 1_000;

type Parts = { database: Database; jobs: Jobs; sweeper: Pick<Sweeper, 'sinceSwept'> };

/** Whether this copy of the program can take work: its queue and its clock go, and the database takes what is written. */
export function createReadiness({ database, jobs, sweeper }: Parts): () => Promise<boolean> {
  let last: { at: number; answer: Promise<boolean> } | null = null;

  async function look(): Promise<boolean> {
    const canWrite = await database
      .transaction((store) => store.writeMark())
      .then(
        () => true,
        () => false,
      );
    return canWrite && jobs.sincePulled() < SILENT_MS && sweeper.sinceSwept() < SILENT_MS;
  }

  return () => {
    const now = performance.now();
    if (!last || now - last.at >= FRESH_MS) last = { at: now, answer: look() };
    return last.answer;
  };
}
