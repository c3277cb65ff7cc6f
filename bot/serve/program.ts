/**
 * The program without its surroundings: what production and the sandbox both start, each with its own database,
 * calendar and guard.
 */
import { pino } from 'pino';
import { createServer, plugins, type Server, type ServerOptions } from 'restify';
import type { Calendar, Channel, Clock, Database, Jobs } from '../../domain/ports.ts';
import type { Act } from '../act.ts';
import { createDispatch, type Dispatch } from '../engine/dispatch.ts';
import { startSweeper } from '../engine/due.ts';
import { createWorker } from '../engine/run-effects.ts';
import { type Keep, startTidying } from '../engine/tidy.ts';
import type { Guard } from '../http/guard.ts';
import { guardRoute } from '../http/guard-route.ts';
import { notificationsRoute } from '../http/notifications.ts';
import { printLinkOpened, printLinkPage } from '../http/print-route.ts';
import { createTeams } from '../http/teams.ts';
import type { Log } from '../log/log.ts';
import { createReadiness } from './readiness.ts';

export type ProgramParts = {
  host: string;
  port: number;
  open: { database: Database; jobs: Jobs };
  calendar: Calendar;
  channel: Channel;
  clock: Clock;
  /** Where people reach this program: for links to papers. */
  publicUrl: string;
  guard: Guard;
  log: Log;
  keep: Keep;
  actAs?: (act: Act) => Act;
};

export type Program = {
  port: number;
  dispatch: Dispatch;
  sweep(): Promise<void>;
  tidy(): Promise<void>;
  stop(): Promise<void>;
};

/** How many effects run at once: below Graph's four concurrent requests per app for Outlook. */
const CONCURRENCY = 3;
/** restify would print whole requests. Its typings still know its former logger. */
const SILENT = pino({ level: 'silent' }) as unknown as NonNullable<ServerOptions['log']>;
const NOTIFICATION_BYTES = 1024 * 1024;
/**
 * How long a request may take to arrive (Node's default is five minutes), and to be answered when the program stops.
 */
const ARRIVE_MS = 15_000;
const CLOSE_MS = 1_000;

export async function startProgram(parts: ProgramParts): Promise<Program> {
  const { open, clock, log, calendar, channel } = parts;
  const dispatch = createDispatch({ database: open.database, clock, log, publicUrl: parts.publicUrl });
  let isReady = async () => false;
  const server = routes(parts, dispatch, () => isReady());
  // First of all: a copy that cannot have its port must not have begun on anybody's effects.
  await listen(server, parts.port, parts.host);
  open.jobs.startWorker(createWorker({ database: open.database, outside: { calendar, channel }, dispatch, log }), {
    concurrency: CONCURRENCY,
  });
  const sweeper = startSweeper(open.database, dispatch, log);
  const tidying = startTidying(open.database, log, parts.keep);
  isReady = createReadiness({ ...open, sweeper });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : parts.port,
    dispatch,
    sweep: sweeper.sweep,
    tidy: tidying.tidy,
    async stop() {
      await close(server);
      await sweeper.stop();
      await tidying.stop();
      await open.jobs.stop({ drain: true });
    },
  };
}

function routes(
  { guard, log, actAs, open }: ProgramParts,
  dispatch: Dispatch,
  isReady: () => Promise<boolean>,
): Server {
  const server = createServer({ name: 'vastbus', log: SILENT });
  server.server.requestTimeout = ARRIVE_MS;
  const teams = createTeams({ dispatch, log, ...(actAs ? { actAs } : {}) });
  server.post('/api/messages', guardRoute(guard, log), teams);
  const parseNotification = [
    plugins.queryParser(),
    plugins.bodyParser({ mapParams: false, maxBodySize: NOTIFICATION_BYTES }),
  ];
  server.post('/graph/notifications', ...parseNotification, notificationsRoute(open.database, dispatch));
  server.get('/print/:link/:token', printLinkPage);
  server.post('/print/:link/:token', printLinkOpened(open.database, log));
  server.get('/healthz', async (_request, response) => void response.send(200, { ok: true }));
  server.get('/readyz', async (_request, response) => {
    const ready = await isReady();
    response.send(ready ? 200 : 503, { ready });
  });
  return server;
}

/** A client that is still sending after a second would otherwise keep the effects from being drained in time. */
const close = (server: Server): Promise<void> =>
  new Promise((done) => {
    const limit = setTimeout(() => server.server.closeAllConnections(), CLOSE_MS);
    server.close(() => {
      clearTimeout(limit);
      done();
    });
  });

const listen = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, host, () => done());
  });
