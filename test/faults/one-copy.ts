/**
 * The program on a PostgreSQL database, as one of several copies that tests start and stop as they like. Its argument is
 * the database's address; its log is its output.
 */
import { Temporal } from 'temporal-polyfill';
import { createConnector } from '../../bot/http/connector.ts';
import { createLog } from '../../bot/log/log.ts';
import { startProgram } from '../../bot/serve/program.ts';
import { createGraphCalendar } from '../../graph/calendar.ts';
import { isLocal, localGuard } from '../../sandbox/local-guard.ts';
import { openTestDatabase } from '../support/open-test-database.ts';

const [url = '', graph = 'http://127.0.0.1:1'] = process.argv.slice(2);
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
  channel: createConnector({ getToken: null, isAllowed: isLocal, now: () => clock.now().toString() }),
  clock,
  publicUrl: 'http://127.0.0.1',
  guard: localGuard,
  keep: { keepSeenHours: 48, keepDoneDays: 30 },
  log,
});
console.log(`listening ${port}`);
