/**
 * What is done is taken away after a while, in small bites with a breath between them, beside everything else. Nothing
 * is told of it and nobody is reminded: that is why it is no due item.
 */
import { setTimeout } from 'node:timers/promises';
import type { Database } from '../../domain/ports.ts';
import type { Log } from '../log/log.ts';

/** How long it is kept: acts so that their repeats are known, effects and due items for whoever looks into something. */
export type Keep = { keepSeenHours: number; keepDoneDays: number };

const EVERY_MS = 60_000;
const BITE = 500;
const BREATH_MS = 100;

export type Tidying = { tidy(): Promise<void>; stop(): Promise<void> };

/** Several copies may do so at once: each takes what the others do not hold. */
export function startTidying(database: Database, log: Log, { keepSeenHours, keepDoneDays }: Keep): Tidying {
  let tidying: Promise<void> | null = null;
  let isStopped = false;

  const bite = (): Promise<boolean> =>
    database.transaction(({ now, tidy }) => {
      const before = { seen: now.subtract({ hours: keepSeenHours }), done: now.subtract({ hours: 24 * keepDoneDays }) };
      return tidy(before, BITE);
    }, 'background');

  async function tidyAll(): Promise<void> {
    while (!isStopped && (await bite())) await setTimeout(BREATH_MS);
  }

  const tidy = (): Promise<void> => {
    tidying ??= tidyAll()
      .catch((failure) => log.surprise('tidy', failure))
      .finally(() => {
        tidying = null;
      });
    return tidying;
  };

  const timer = setInterval(tidy, EVERY_MS);
  return {
    tidy,
    async stop() {
      clearInterval(timer);
      isStopped = true;
      await tidying;
    },
  };
}
