/**
 * The sandbox with a plan of kills: the people in the trip go on as if nothing happened, and the program is killed
 * under them.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { vi } from 'vitest';
import { z } from 'zod';
import type { TestSandbox } from '../support/sandbox.ts';
import { teamsClient } from '../support/teams-client.ts';
import type { SinkMessage } from '../support/teams-sink.ts';
import { whileNothingCommits } from './audit-lock.ts';
import { postingOf } from './check-trip.ts';

export type Moment =
  /** The request has left; nobody waits for its answer. It is sent again afterwards, as Teams does. */
  | 'requested'
  /**
   * All of the act is written and not committed (on PGlite, where nobody can look inside: as `requested`). Sent again.
   */
  | 'uncommitted'
  /** The answer has come; what follows from the act is still to be sent. */
  | 'answered'
  /** A new card, or an update, has left for Teams and did not arrive, or arrived and its answer did not. */
  | 'posting'
  | 'posted'
  | 'updating'
  | 'updated'
  /** The calendars are being searched and do not answer. */
  | 'searching'
  /** The event stands in the calendars, and the program cannot know it yet. */
  | 'booked';

/**
 * By verb (`words` for typed ones, `clock` when it moves, `accept` and so on for answers in Outlook): a moment for each
 * time it is done.
 */
export type Plan = Readonly<Record<string, readonly Moment[]>>;

const HANGS = {
  posting: ['POST', 'lost'],
  posted: ['POST', 'done'],
  updating: ['PUT', 'lost'],
  updated: ['PUT', 'done'],
} as const;

const isRepeat = (one: SinkMessage, of: SinkMessage): boolean => one !== of && postingOf(one) === postingOf(of);

const sent = z.object({ value: z.object({ action: z.object({ verb: z.string() }) }).optional() });

export function killing(sandbox: TestSandbox, plan: Plan, databaseUrl: string | null) {
  const kills: string[] = [];
  const left = new Map(Object.entries(plan).map(([act, moments]) => [act, [...moments]]));

  async function killAndStart(): Promise<void> {
    await sandbox.kill();
    // Only the program: what was wrong around it is mended while it is away.
    await writeFile(join(sandbox.dataDir, 'faults.json'), '{}');
    await sandbox.restart();
  }

  async function killWhileHanging<T>(moment: keyof typeof HANGS, send: () => Promise<T>): Promise<T> {
    const [method, work] = HANGS[moment];
    const came = sandbox.sink.hang(method, work);
    const answer = await send();
    await came;
    const stray = moment === 'posted' ? sandbox.sink.messages.at(-1) : undefined;
    await killAndStart();
    // The people see two of the same card for a moment; they wait for the second, which is the one that will follow the
    // case.
    if (stray)
      await sandbox.sink.until(() => sandbox.sink.messages.some((one) => isRepeat(one, stray)), 'the card once more');
    return answer;
  }

  /** On PGlite the calendar's answer says that it is not done; on PostgreSQL the answer comes and cannot be stored. */
  async function killWhenBooked<T>(send: () => Promise<T>): Promise<T> {
    await sandbox.control('faults', databaseUrl ? { slowMs: 1_000 } : { failAfterDoing: true });
    const answer = await send();
    const calendars = join(sandbox.dataDir, 'graph', 'calendars.json');
    const untilBooked = () =>
      vi.waitFor(
        async () => {
          if (!(await readFile(calendars, 'utf8')).includes('"Samverkansmöte'))
            throw new Error('the event was never made');
        },
        { timeout: 10_000, interval: 5 },
      );
    const killThen = async () => {
      await untilBooked();
      await sandbox.kill();
    };
    if (databaseUrl) await whileNothingCommits(databaseUrl, killThen, 'book-meeting');
    else await killThen();
    await killAndStart();
    return answer;
  }

  async function killUncommitted<T>(leave: () => Promise<void>, send: () => Promise<T>): Promise<T> {
    if (databaseUrl) {
      await whileNothingCommits(databaseUrl, async (untilWaiting) => {
        await leave();
        await untilWaiting();
        await sandbox.kill();
      });
    } else await leave();
    await killAndStart();
    return send();
  }

  async function carry<T>(act: string, send: () => Promise<T>, leave: () => Promise<void>): Promise<T> {
    const moment = left.get(act)?.shift();
    if (!moment) return send();
    kills.push(`${act} ${moment}`);
    if (moment === 'booked') return killWhenBooked(send);
    if (moment === 'uncommitted') return killUncommitted(leave, send);
    if (moment in HANGS) return killWhileHanging(moment as keyof typeof HANGS, send);
    if (moment === 'searching') await sandbox.control('faults', { graph: 'hang' });
    if (moment === 'requested') await leave();
    const answer = moment === 'requested' ? null : await send();
    await killAndStart();
    return answer ?? send();
  }

  const leaveRequest = (body: unknown) => (): Promise<void> =>
    new Promise((left) => {
      const leaving = request(`${sandbox.botUrl}/api/messages`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
      });
      leaving.on('error', () => undefined);
      leaving.end(JSON.stringify(body), left);
    });
  const nothing = async () => {};

  const people: TestSandbox = {
    ...sandbox,
    as: (someone, place) =>
      teamsClient({
        botUrl: sandbox.botUrl,
        serviceUrl: sandbox.sink.serviceUrl,
        someone,
        ...(place ? { place } : {}),
        between: (body, send) => carry(sent.parse(body).value?.action.verb ?? 'words', send, leaveRequest(body)),
      }),
    graph: (method, path, body) =>
      carry(path.split('/').at(-1) ?? '', () => sandbox.graph(method, path, body), nothing),
    moveClock: (now) => carry('clock', () => sandbox.moveClock(now), nothing),
  };
  return {
    people,
    /** What was done, in order. */ kills,
    /** Kills of the plan that never had their moment. */ left: () =>
      [...left].filter(([, moments]) => moments.length > 0),
  };
}
