import { setTimeout as wait } from 'node:timers/promises';
import type { GraphStore } from './store.ts';

export type Notifier = {
  /** Starts sending what is pending. */
  wake(): void;
  /** Resolves when nothing is being sent any more; what is pending stays in the store. */
  close(): Promise<void>;
};

const ANSWER_WITHIN_MS = 3000;
/**
 * Waits before the next tries. Graph goes on for four hours; a sandbox whose program is started again does well with
 * minutes.
 */
const BACKOFF_MS = [250, 500, 1000, 2000, 4000, 8000, 15_000, 30_000, 60_000];

/** Sends pending notifications one after another, each until its receiver answers 2xx or the tries are used up. */
export function createNotifier(store: GraphStore): Notifier {
  const closing = new AbortController();
  let running: Promise<void> | undefined;

  async function drain(): Promise<void> {
    for (let next = store.state.pending[0]; next && !closing.signal.aborted; next = store.state.pending[0]) {
      const { id } = next;
      const taken = await deliver(next, closing.signal);
      if (closing.signal.aborted) return;
      next.attempts += 1;
      const givenUp = next.attempts > BACKOFF_MS.length;
      if (taken || givenUp) store.state.pending = store.state.pending.filter((one) => one.id !== id);
      store.save();
      if (!taken && !givenUp)
        await wait(BACKOFF_MS[next.attempts - 1], undefined, { signal: closing.signal, ref: false }).catch(() => {});
    }
  }

  function wake(): void {
    running ??= drain().finally(() => {
      running = undefined;
      if (store.state.pending.length > 0 && !closing.signal.aborted) wake();
    });
  }

  return {
    wake,
    async close() {
      closing.abort();
      await running;
    },
  };
}

async function deliver({ url, body }: { url: string; body: unknown }, closing: AbortSignal): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      signal: AbortSignal.any([closing, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
