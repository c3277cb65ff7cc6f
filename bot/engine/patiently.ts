import { setTimeout as wait } from 'node:timers/promises';
import { DatabaseAway } from '../../domain/ports.ts';
import type { Act } from '../act.ts';

/**
 * How long an act is tried while the database is away, in milliseconds. Who has pressed is answered within five seconds
 * and presses again; a typed word has nobody to send it again, and an effect's result would mean sending it twice.
 */
export const PATIENCE_MS: Readonly<Record<Act['kind'], number>> = {
  verb: 4_500,
  words: 9_000,
  event: 9_000,
  notification: 4_500,
  due: 3_000,
  result: 60_000,
};

const AGAIN_MS = 100;

/**
 * Tries again where the database was away, since every act is done once however often it is tried. Throws DatabaseAway
 * when the time is over; `attempt` may still be at it then, and sees by `isOver` that it should begin nothing more.
 */
export async function patiently<T>(ms: number, attempt: (isOver: () => boolean) => Promise<T>): Promise<T> {
  let isOver = false;
  let end: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, failed) => {
    end = setTimeout(() => {
      isOver = true;
      failed(new DatabaseAway('slow'));
    }, ms);
  });
  const trying = async (): Promise<T> => {
    for (;;) {
      try {
        return await attempt(() => isOver);
      } catch (failure) {
        if (!(failure instanceof DatabaseAway) || isOver) throw failure;
        await wait(AGAIN_MS);
        if (isOver) throw failure;
      }
    }
  };
  try {
    return await Promise.race([trying(), tooLong]);
  } finally {
    clearTimeout(end);
  }
}
