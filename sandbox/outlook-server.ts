import { once } from 'node:events';
import { pino } from 'pino';
import restify, { type Server, type ServerOptions } from 'restify';
import { portTaken } from './problem.ts';

/** The server that the local Graph and the Outlook pages share, on this machine only. It does not listen yet. */
export function createOutlookServer(): Server {
  // restify would print whole requests, mails included. Its typings still know its former logger.
  const log = pino({ level: 'silent' }) as unknown as NonNullable<ServerOptions['log']>;
  const server = restify.createServer({ name: 'outlook', log });
  server.use(restify.plugins.bodyParser({ mapParams: false, maxBodySize: 4_000_000 }));
  // Open pages keep their connection for good.
  server.server.requestTimeout = 0;
  return server;
}

/** Throws SandboxProblem when the port is taken. */
export async function listenOnOutlookPort(server: Server, port: number): Promise<void> {
  server.listen(port, '127.0.0.1');
  const taken = once(server, 'error').then(() => true);
  if (await Promise.race([taken, once(server, 'listening').then(() => false)])) throw portTaken(port, 'OUTLOOK_PORT');
}
