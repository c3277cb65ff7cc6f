import { once } from 'node:events';
import { createDoor, type Door, type Route } from '../bot/http/open-door.ts';
import type { Log } from '../bot/log/log.ts';
import { portTaken } from './problem.ts';
import { turnsStrangersAway } from './who-asks.ts';

const MAX_CONNECTIONS = 200;

/** The server that the local Graph and the Outlook pages share, on this machine only. It does not listen yet. */
export const createOutlookServer = (routes: readonly Route[], log: Log): Door =>
  createDoor({ name: 'outlook', log, routes, maxConnections: MAX_CONNECTIONS, turnsAway: turnsStrangersAway });

/** Throws SandboxProblem when the port is taken. */
export async function listenOnOutlookPort({ server }: Door, port: number): Promise<void> {
  server.listen(port, '127.0.0.1');
  const taken = once(server, 'error').then(() => true);
  if (await Promise.race([taken, once(server, 'listening').then(() => false)])) throw portTaken(port, 'OUTLOOK_PORT');
}
