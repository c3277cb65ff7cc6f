/**
 * A server that anybody can reach. What every route must withstand is decided here, once: odd addresses, bodies that
 * are not ours, upgrades, connections that only stand there, and a handler that throws.
 */
import { pino } from 'pino';
import { createServer, type Request, type Response, type Server, type ServerOptions } from 'restify';
import { DatabaseAway } from '../../domain/ports.ts';
import type { Log } from '../log/log.ts';
import { createRefusals } from '../log/refusals.ts';
import { type Read, type Refused, readJson, refusedByHeaders } from './read-json.ts';

declare module 'restify' {
  interface Server {
    /** Runs before restify itself looks at a request; false ends it there. */
    first(handler: (request: Request, response: Response) => boolean): void;
  }
}

/** One request to a route. */
export type Visit = {
  request: Request;
  response: Response;
  /** The body, which must be JSON; read when it is asked for, once. */
  read(): Promise<Read>;
  /** A bare status, and one line in the log. */
  refuse(refused: Refused): void;
  /** One line in the log about somebody who is answered in another way. */
  note(refused: Refused): void;
};

export type Route = {
  method: 'get' | 'post' | 'patch' | 'del';
  path: string;
  /** Bytes that a body may have. A route without it takes none. */
  most?: number;
  take(visit: Visit): Promise<void> | void;
  /** What people see where `take` threw, instead of a bare 500. */
  failed?(response: Response, failure: unknown): void;
};

/** A route as restify knows it. */
export type KnownRoute = { method: string; path: string };

/** In milliseconds. */
export type Patience = {
  /** How long the headers, and the whole request, may take to arrive. Node swaps the two if the first is the longer. */
  headers: number;
  request: number;
  /** How long a connection stays for a next request. */
  keepAlive: number;
  /** How long nothing may move on a connection: an answer that nobody takes. */
  idle: number;
  /** How often Node looks. */
  check: number;
};
const PATIENCE: Patience = { headers: 10_000, request: 15_000, keepAlive: 5_000, idle: 30_000, check: 1_000 };

export type DoorOptions = {
  name: string;
  log: Log;
  routes: readonly Route[];
  /** More are closed as they come. */
  maxConnections: number;
  /** Why nothing of the request is looked at; null when it is. */
  turnsAway?: (request: Pick<Request, 'method' | 'headers' | 'socket'>) => Refused | null;
  /** Where a request comes from, for the log; without it, who holds the socket. */
  addressOf?: (request: Pick<Request, 'headers' | 'socket'>) => string;
  patience?: Patience;
  /** Bytes of bodies that one route holds at once, of all its requests together. */
  heldBytes?: number;
};

export type Door = { server: Server; routes(): KnownRoute[]; close(): Promise<void> };

/** restify would print whole requests. Its typings still know its former logger. */
const SILENT = pino({ level: 'silent' }) as unknown as NonNullable<ServerOptions['log']>;
/** Bodies that are held back just before their end, a thousand at once, are no reason to run out of memory. */
const HELD_BYTES = 32 * 1024 * 1024;
/** How long a request that is under way may still take when the door is shut. */
const CLOSE_MS = 1_000;

/** Does not listen yet. */
export function createDoor({
  name,
  log,
  routes,
  turnsAway = () => null,
  addressOf = ({ socket }) => socket.remoteAddress ?? '',
  ...limits
}: DoorOptions): Door {
  const server = createServer({ name, log: SILENT });
  const refusals = createRefusals(log);
  const { headers, request, keepAlive, idle, check } = limits.patience ?? PATIENCE;
  Object.assign(server.server, {
    headersTimeout: headers,
    requestTimeout: request,
    keepAliveTimeout: keepAlive,
    timeout: idle,
    connectionsCheckingInterval: check,
    maxConnections: limits.maxConnections,
  });
  // restify listens and does nothing; without a listener Node answers such a request like any other.
  server.server.removeAllListeners('upgrade');

  const heldBy = new Map<string, number>();
  const atMost = limits.heldBytes ?? HELD_BYTES;
  /** A route's own room: what anybody may send takes none from those with a token. */
  const holding = (route: string, response: Response) => {
    let own = 0;
    const change = (bytes: number) => {
      own += bytes;
      heldBy.set(route, (heldBy.get(route) ?? 0) + bytes);
    };
    response.once('close', () => change(-own));
    return (bytes: number): boolean => {
      const hasRoom = (heldBy.get(route) ?? 0) + bytes <= atMost;
      if (hasRoom) change(bytes);
      return hasRoom;
    };
  };

  const visit = (route: string, request: Request, response: Response, most: number): Visit => {
    const address = addressOf(request);
    const note = ({ status, reason, tenant }: Refused) => refusals.note({ status, reason, route, address, tenant });
    return {
      request,
      response,
      note,
      read: () => readJson(request, most, holding(route, response)),
      refuse(refused) {
        note(refused);
        sayWhen(response, refused);
        if (refused.reason === 'in-pieces') return void request.socket.destroy();
        if (refused.status === 413 || refused.status === 503) response.setHeader('Connection', 'close');
        response.send(refused.status);
      },
    };
  };

  // restify makes an address out of Host and path before it looks for a route, and what is none ends the process.
  const answering = new WeakMap<object, number>();
  const withBody = routes.filter(({ most = 0 }) => most > 0).map(({ path }) => path.split('/'));
  const takesBody = ({ url = '' }: Pick<Request, 'url'>) => {
    const path = (url.split('?', 1)[0] ?? '').split('/');
    return withBody.some((known) => isAt(known, path));
  };
  server.first((request, response) => {
    const { socket } = request;
    // Node begins all requests of a connection at once, however many have come: that is bounded by nothing.
    const begun = answering.get(socket) ?? 0;
    if (begun >= MOST_BEGUN) {
      refusals.note({ ...PIPELINED, route: 'none', address: addressOf(request) });
      socket.destroy();
      return false;
    }
    answering.set(socket, begun + 1);
    response.once('finish', () => answering.set(socket, (answering.get(socket) ?? 1) - 1));
    // What comes in pieces is taken apart piece by piece, also where nobody reads it.
    if (request.headers['transfer-encoding'] !== undefined && !takesBody(request)) {
      refusals.note({ ...IN_PIECES, route: 'none', address: addressOf(request) });
      socket.destroy();
      return false;
    }
    const refused = isAddress(request) ? turnsAway(request) : BAD_ADDRESS;
    if (!refused) return true;
    const { status, reason } = refused;
    refusals.note({ status, reason, route: 'none', address: addressOf(request) });
    sayWhen(response, refused);
    response.statusCode = refused.status;
    response.setHeader('Connection', 'close');
    response.end();
    return false;
  });

  for (const { method, path, most = 0, take, failed } of routes) {
    server[method](path, async (request: Request, response: Response): Promise<void> => {
      try {
        closeUnread(request, response);
        const visitor = visit(path, request, response, most);
        const refused = refusedByHeaders(request, most);
        if (refused) visitor.refuse(refused);
        else await take(visitor);
      } catch (surprise) {
        // Anybody can make requests wait for the database, and must not fill the log by it.
        if (surprise instanceof DatabaseAway)
          refusals.note({ status: 503, reason: 'away', route: path, address: addressOf(request) });
        else log.surprise('request', surprise, path);
        if (response.headersSent) response.destroy();
        else if (failed) failed(response, surprise);
        // Whoever sends again after a while is taken then.
        else response.send(surprise instanceof DatabaseAway ? 503 : 500);
      }
    });
  }
  // No such route, or not this method: restify's own answers repeat what was asked for.
  server.on('restifyError', (_request: Request, response: Response, { statusCode }: { statusCode?: number }, done) => {
    response.send(statusCode ?? 500);
    done();
  });

  return {
    server,
    routes: () => Object.values<KnownRoute>(server.getDebugInfo().routes).map(({ method, path }) => ({ method, path })),
    close: () =>
      new Promise((done) => {
        refusals.flush();
        // A client that is still sending after a second would otherwise keep the effects from being drained in time.
        const limit = setTimeout(() => server.server.closeAllConnections(), CLOSE_MS);
        server.close(() => {
          clearTimeout(limit);
          done();
        });
      }),
  };
}

function sayWhen(response: Response, { retryAfterSeconds }: Refused): void {
  if (retryAfterSeconds !== undefined) response.setHeader('Retry-After', Math.max(Math.ceil(retryAfterSeconds), 1));
}

/** Requests of one connection that are not answered yet; nobody of ours sends a second one before. */
const MOST_BEGUN = 8;
const PIPELINED = { status: 400, reason: 'pipelined' };
const IN_PIECES = { status: 400, reason: 'in-pieces' };
const BAD_ADDRESS: Refused = { ok: false, status: 400, reason: 'address' };

/** `/users/:user/events` is every user's. */
const isAt = (known: readonly string[], path: readonly string[]): boolean =>
  known.length === path.length && known.every((part, n) => part.startsWith(':') || part === path[n]);

const isAddress = ({ url = '', headers: { host = 'localhost' } }: Pick<Request, 'url' | 'headers'>): boolean =>
  url.startsWith('/') && URL.canParse(`http://${host}${url}`);

/** A body of unknown length that nobody wanted to read is not waited for: its connection ends with the answer. */
function closeUnread(request: Request, response: Response): void {
  const { socket } = request;
  response.once('finish', () => {
    if (!request.complete && request.headers['transfer-encoding'] !== undefined) socket.destroy();
  });
}
