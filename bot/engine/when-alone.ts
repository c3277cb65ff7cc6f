import { setTimeout } from 'node:timers/promises';

/** Something of the case is being sent, and this act wants to come after it. */
export class OnItsWay extends Error {}
const LOOK_AGAIN_MS = 50;
const WAIT_AT_MOST_MS = 3_000;

/** Until when an act waits, from now on, by the clock of `performance`: however long each look takes. */
export const waitsUntil = (): number => performance.now() + WAIT_AT_MOST_MS;

/**
 * A withdrawal waits a little for what is on its way: looked at under the case row's lock, so that nothing has been
 * claimed and not sent when it commits. What does not end in time is cancelled afterwards.
 */
export async function whenAlone<T>(until: number, work: (mayWait: boolean) => Promise<T>): Promise<T> {
  while (performance.now() < until) {
    try {
      return await work(true);
    } catch (reason) {
      if (!(reason instanceof OnItsWay)) throw reason;
      await setTimeout(LOOK_AGAIN_MS);
    }
  }
  return work(false);
}
