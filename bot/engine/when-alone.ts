import { setTimeout } from 'node:timers/promises';

/** Something of the case is being sent, and this act wants to come after it. */
export class OnItsWay extends Error {}
const LOOK_AGAIN_MS = 50;
const WAIT_AT_MOST_MS = 3_000;

/**
 * A withdrawal waits a little for what is on its way: looked at under the case row's lock, so that nothing has been
 * claimed and not sent when it commits. What does not end in time is cancelled afterwards.
 */
export async function whenAlone<T>(work: (mayWait: boolean) => Promise<T>): Promise<T> {
  for (let waited = 0; waited < WAIT_AT_MOST_MS; waited += LOOK_AGAIN_MS) {
    try {
      return await work(true);
    } catch (reason) {
      if (!(reason instanceof OnItsWay)) throw reason;
      await setTimeout(LOOK_AGAIN_MS);
    }
  }
  return work(false);
}
