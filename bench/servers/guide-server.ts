/**
 * The program itself on a database of its own, put together as for production, except that the token is not checked
 * (the echo does not check it either). Arguments: the database's address, and `hold` to leave effects in their queue.
 */
import { Temporal } from 'temporal-polyfill';
import { createConnector } from '../../bot/http/connector.ts';
import { createLog } from '../../bot/log/log.ts';
import { startProgram } from '../../bot/serve/program.ts';
import { createGraphCalendar } from '../../graph/calendar.ts';
import { openKeyRing } from '../../prisma/crypto.ts';
import { openDatabase } from '../../prisma/database.ts';
import { importRegister } from '../../prisma/load-register.ts';
import { openPostgres } from '../../prisma/postgres.ts';
import { isLocal, localGuard } from '../../sandbox/local-guard.ts';
import { madeUpRegister } from '../../sandbox/register.ts';
import { answerQuestions } from './measured.ts';

const [url = '', effects] = process.argv.slice(2);
const clock = { now: () => Temporal.Now.instant() };
const log = createLog({ key: 'bench', level: 'warn' });
const keys = openKeyRing(`bench:${Buffer.alloc(32, 1).toString('base64')}`);

const onError = (error: unknown) => log.surprise('database', error);
const open = await openDatabase(await openPostgres(url, onError), { clock, keys, onError });
await importRegister(open.prisma, madeUpRegister(56_150), { dryRun: false });
const program = await startProgram({
  publicUrl: 'http://127.0.0.1',
  host: '127.0.0.1',
  port: 0,
  open: effects === 'hold' ? { ...open, jobs: { ...open.jobs, startWorker: () => undefined } } : open,
  clock,
  log,
  guard: localGuard,
  channel: createConnector({ getToken: null, isAllowed: isLocal, now: () => clock.now().toString() }),
  // A guide step asks no calendar anything: nobody listens here.
  calendar: createGraphCalendar({
    clock,
    getToken: async () => 'bench',
    localServer: 'http://127.0.0.1:9',
    notificationUrl: 'http://127.0.0.1:9',
    lifecycleNotificationUrl: 'http://127.0.0.1:9',
  }),
});
answerQuestions(program.port);
