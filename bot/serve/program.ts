/**
 * The program without its surroundings: what production and the sandbox both start, each with its own database,
 * calendar and guard.
 */
import type { Server } from 'restify';
import type { Limits } from '../../domain/limits.ts';
import type { Calendar, Channel, Clock, Database, Jobs } from '../../domain/ports.ts';
import type { Act } from '../act.ts';
import { createDispatch, type Dispatch } from '../engine/dispatch.ts';
import { startSweeper } from '../engine/due.ts';
import { createWorker } from '../engine/run-effects.ts';
import { type Keep, startTidying } from '../engine/tidy.ts';
import type { Guard } from '../http/guard.ts';
import { guardRoute } from '../http/guard-route.ts';
import { MAX_NOTIFICATION_BYTES, notificationsRoute } from '../http/notifications.ts';
import { createDoor, type DoorOptions, type KnownRoute, type Route } from '../http/open-door.ts';
import { printRoutes } from '../http/print-route.ts';
import { MAX_ACTIVITY_BYTES } from '../http/read-activity.ts';
import { addressLimit, senderLimit } from '../http/request-limit.ts';
import { createTeams } from '../http/teams.ts';
import type { Log } from '../log/log.ts';
import { createReadiness } from './readiness.ts';

export type ProgramParts = {
  host: string;
  port: number;
  open: { database: Database; jobs: Jobs };
  calendar: Calendar;
  channel: Channel;
  /** Keeps below Teams' limits, unless told: the local Teams client has none. */
  isPaced?: boolean;
  clock: Clock;
  /** Where people reach this program: for links to papers. */
  publicUrl: string;
  guard: Guard;
  limits: Limits;
  /** Whose word about where a request comes from is believed; without them addresses are not limited. */
  trustedProxies?: readonly string[];
  log: Log;
  keep: Keep;
  actAs?: (act: Act) => Act;
} & Pick<DoorOptions, 'maxConnections' | 'turnsAway'>;

export type Program = {
  port: number;
  routes: KnownRoute[];
  dispatch: Dispatch;
  sweep(): Promise<void>;
  tidy(): Promise<void>;
  stop(): Promise<void>;
};

/** How many effects run at once that somebody waits for, and of the others. */
const CONCURRENCY = 3;
const BACKGROUND = 2;

export async function startProgram(parts: ProgramParts): Promise<Program> {
  const { open, clock, log, calendar, channel } = parts;
  const dispatch = createDispatch({
    database: open.database,
    clock,
    log,
    publicUrl: parts.publicUrl,
    limits: parts.limits.person,
  });
  let isReady = async () => false;
  const { maxConnections, turnsAway, limits, trustedProxies = [] } = parts;
  const byAddress = trustedProxies.length > 0 ? addressLimit(trustedProxies, limits) : null;
  const door = createDoor({
    name: 'vastbus',
    log,
    maxConnections,
    routes: routesOf(parts, dispatch, () => isReady()),
    turnsAway: (request) => turnsAway?.(request) ?? byAddress?.turnsAway(request) ?? null,
    ...(byAddress ? { addressOf: byAddress.addressOf } : {}),
  });
  const { server } = door;
  // First of all: a copy that cannot have its port must not have begun on anybody's effects.
  await listen(server, parts.port, parts.host);
  open.jobs.startWorker(
    createWorker({
      database: open.database,
      outside: { calendar, channel },
      dispatch,
      log,
      ...(parts.isPaced === undefined ? {} : { isPaced: parts.isPaced }),
    }),
    {
      concurrency: CONCURRENCY,
      background: BACKGROUND,
    },
  );
  const sweeper = startSweeper(open.database, dispatch, log);
  const tidying = startTidying(open.database, log, parts.keep);
  isReady = createReadiness({ ...open, sweeper });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : parts.port,
    routes: door.routes(),
    dispatch,
    sweep: sweeper.sweep,
    tidy: tidying.tidy,
    async stop() {
      await door.close();
      await sweeper.stop();
      await tidying.stop();
      await open.jobs.stop({ drain: true });
    },
  };
}

/** Everything that can be reached from outside. */
const routesOf = (
  { guard, limits, channel, actAs, open: { database } }: ProgramParts,
  dispatch: Dispatch,
  isReady: () => Promise<boolean>,
): Route[] => [
  {
    method: 'post',
    path: '/api/messages',
    most: MAX_ACTIVITY_BYTES,
    take: guardRoute(guard, createTeams({ dispatch, channel, ...(actAs ? { actAs } : {}) }), senderLimit(limits)),
  },
  {
    method: 'post',
    path: '/graph/notifications',
    most: MAX_NOTIFICATION_BYTES,
    take: notificationsRoute(database, dispatch),
  },
  ...printRoutes(database),
  { method: 'get', path: '/healthz', take: ({ response }) => void response.send(200, { ok: true }) },
  {
    method: 'get',
    path: '/readyz',
    async take({ response }) {
      const ready = await isReady();
      response.send(ready ? 200 : 503, { ready });
    },
  },
];

const listen = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, host, () => done());
  });
