/**
 * The program on a PostgreSQL database, as one of several copies that tests start and stop as they like. Its arguments are
 * the database's address and Teams' port; its log is its output.
 */

import { Temporal } from 'temporal-polyfill';
import { createConnector } from '../../bot/http/connector.ts';
import { createLog } from '../../bot/log/log.ts';
import { startProgram } from '../../bot/serve/program.ts';
import { limitsTimes } from '../../domain/limits.ts';
import { createGraphCalendar } from '../../graph/calendar.ts';
import { isPlaygroundOn, localGuard } from '../../sandbox/local-guard.ts';
import { openTestDatabase } from '../support/open-test-database.ts';

const [url = '', teamsPort = ''] = process.argv.slice(2);
const graph = 'http://127.0.0.1:1';
const isTeams = isPlaygroundOn(Number(teamsPort));
const clock = { now: () => Temporal.Now.instant() };
const log = createLog({ key: 'k' });
const open = await openTestDatabase(
  { kind: 'postgres', url },
  { clock, onError: (error) => log.surprise('database', error) },
);
const { port } = await startProgram({
  host: '127.0.0.1',
  port: 0,
  open,
  calendar: createGraphCalendar({
    clock,
    getToken: async () => 'token',
    localServer: graph,
    notificationUrl: graph,
    lifecycleNotificationUrl: graph,
  }),
  isPaced: false,
  channel: createConnector({ getToken: null, isAllowed: isTeams, now: () => clock.now().toString() }),
  clock,
  limits: limitsTimes(1_000),
  publicUrl: 'http://127.0.0.1',
  guard: localGuard(isTeams),
  maxConnections: 400,
  keep: { keepSeenHours: 48, keepDoneDays: 30 },
  log,
});
console.log(`listening ${port}`);
