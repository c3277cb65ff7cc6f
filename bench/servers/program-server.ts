/**
 * The program of a checkout, put together by its own `npm run serve`. What is outside it is ours: the keys of the
 * tokens, a Teams connector that takes everything, and calendars in which nothing happens.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createLocalJWKSet, type JSONWebKeySet } from 'jose';
import { z } from 'zod';
import { createConnector } from '../../bot/http/connector.ts';
import type { Calendar, Channel } from '../../domain/ports.ts';
import { MEETS_AT } from '../standing-cases.ts';
import { configOf } from './config-of.ts';
import { answerQuestions, settings } from './measured.ts';

type Settings = { root: string; databaseUrl: string; sinkUrl: string; effects: 'run' | 'hold'; keys: JSONWebKeySet };
const { root, databaseUrl, sinkUrl, effects, keys } = settings() as Settings;

/** Jobs stay in their queue. */
function holdEffects(): void {
  const managerOf = createRequire(join(root, 'package.json'));
  managerOf('pg-boss/src/manager.js').prototype.fetch = async function fetch() {
    return [];
  };
}

function toSink(): Channel {
  const connector = createConnector({ getToken: null, isAllowed: () => true, now: () => '' });
  return {
    post: (to, ...rest) => connector.post({ ...to, serviceUrl: sinkUrl }, ...rest),
    update: (at, ...rest) => connector.update({ ...at, serviceUrl: sinkUrl }, ...rest),
  };
}

const nothing = async (): Promise<never> => {
  throw new Error('no request that is measured asks the calendar for this');
};
const calendar: Calendar = {
  read: async () => ({
    ...MEETS_AT,
    allDay: false,
    cancelled: false,
    place: '',
    link: { online: false, joinUrl: null },
    changedAt: null,
    answers: [],
  }),
  book: nothing,
  cancel: nothing,
  setAttendees: nothing,
  clearPlace: nothing,
  move: nothing,
  findBooking: nothing,
  availability: nothing,
  subscribe: nothing,
  renew: nothing,
};

/** Where `npm run serve` begins, in this checkout or an older one. */
async function entryOf(): Promise<string> {
  const { scripts } = z
    .object({ scripts: z.object({ serve: z.string() }) })
    .parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
  const [file = ''] = /\S+\.ts$/.exec(scripts.serve) ?? [];
  return pathToFileURL(join(root, file)).href;
}

if (effects === 'hold') holdEffects();
const { startServer }: typeof import('../../bot/serve/server.ts') = await import(await entryOf());
const { port } = await startServer(configOf(databaseUrl), {
  keys: createLocalJWKSet(keys),
  channel: toSink(),
  calendar,
  // One convener holds all the cases in one chat, which Teams' limits would measure and not us.
  isPaced: false,
});
answerQuestions(port);
