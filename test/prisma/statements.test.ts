/** Every statement of the store, as the database reads it: a column that is not there shows here, before any act. */

import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PERSON_LIMITS } from '../../domain/limits.ts';
import type { Store } from '../../domain/ports.ts';
import type { CaseTables, Change, Removable } from '../../domain/rows/case-file.ts';
import { openKeyRing } from '../../prisma/crypto.ts';
import type { Engine } from '../../prisma/engine.ts';
import type { Session, Statement } from '../../prisma/session.ts';
import { createStore } from '../../prisma/store.ts';
import { TABLES } from '../../prisma/tables.ts';
import { forEachDatabase, openEngine, type TestDatabase } from '../support/databases.ts';

class RolledBack extends Error {}

const keys = openKeyRing(`test:${Buffer.alloc(32, 1).toString('base64')}`);
const now = Temporal.Instant.from('2027-03-01T09:00:00Z');
const REMOVABLE = Object.keys({
  participant: 1,
  attendee: 1,
  need: 1,
  goal: 1,
  measure: 1,
  openPoint: 1,
  printLink: 1,
  talk: 1,
  consent: 1,
  withdrawal: 1,
} satisfies Record<Removable, 1>) as Removable[];

/** Every column of a table once as a whole row, and one column of it alone. */
const written = (Object.keys(TABLES) as (keyof CaseTables)[]).flatMap((table) => {
  const fields = Object.keys(TABLES[table].columns).map((column) => column.replace(/Sealed$/, ''));
  const row = Object.fromEntries(fields.map((field) => [field, null]));
  const changes = [
    { in: table, id: `${table}-1`, set: row },
    { in: table, id: `${table}-2`, set: { [fields.at(-1) ?? '']: null } },
  ];
  return changes as unknown as Change[];
});

/** One call of each of the store's methods; a new method does not compile until it stands here. */
const CALLS: { [M in Exclude<keyof Store, 'now'>]: (store: Store) => Promise<unknown> } = {
  register: (store) => store.register(),
  saveChannel: (store) =>
    store.saveChannel({ id: 'h', unitId: 'u', tenantId: 't', conversationId: 'c', serviceUrl: 's' }),
  listQueuedCards: (store) => store.listQueuedCards({ caseId: null, postingId: 'p' }),
  lockCase: (store) => store.lockCase('c'),
  lockCaseOf: (store) => store.lockCaseOf('p'),
  findCase: (store) => store.findCase('c'),
  listCaseIds: (store) => store.listCaseIds('p'),
  listCases: (store) => store.listCases('p', { from: 0, count: 8 }),
  findPosting: (store) => store.findPosting('p'),
  findPrintLink: (store) => store.findPrintLink('l'),
  findMeetingByEvent: (store) => store.findMeetingByEvent('p', 'e'),
  findMeetingsOfOrganizer: (store) => store.findMeetingsOfOrganizer('p'),
  apply: (store) =>
    store.apply([...written, ...REMOVABLE.map((table): Change => ({ in: table, id: 'x', remove: true }))]),
  findChat: (store) => store.findChat('p'),
  saveChat: (store) =>
    store.saveChat({
      personId: 'p',
      tenantId: 't',
      conversationId: 'c',
      serviceUrl: 's',
      language: null,
      greetedAt: now,
    }),
  forgetChat: (store) => store.forgetChat('p', 'c'),
  findServiceUrl: (store) => store.findServiceUrl('c'),
  saveServiceUrl: (store) => store.saveServiceUrl('c', 's'),
  listWaitingCards: async (store) => [await store.listWaitingCards('p'), await store.listWaitingCards(null)],
  lockKey: (store) => store.lockKey('k'),
  findSeenAct: (store) => store.findSeenAct('k', {}),
  forgetSeenAct: (store) => store.forgetSeenAct('k'),
  saveSeenAct: (store) => store.saveSeenAct('k', {}, {}),
  queue: (store) => store.queue([{ kind: 'card' }]),
  findEffect: (store) => store.findEffect('e'),
  saveEffect: (store) => store.saveEffect('e', { state: 'DONE', attempts: 1, cause: null }),
  isSending: (store) => store.isSending('c'),
  requeue: (store) => store.requeue({ id: 'e', kind: 'card', waitedFor: true }, 1),
  takeTurn: (store) => store.takeTurn('e', ['m'], { atOnce: 4, seconds: 10 }),
  takeTeamsTurn: (store) => store.takeTeamsTurn({ conversation: 'c', tenantId: 't' }, true),
  pause: (store) => store.pause('m', 1),
  keepJobs: (store) => store.keepJobs([{ jobId: 'j', turn: 0 }]),
  takeEffect: (store) => store.takeEffect('e', '00000000-0000-4000-8000-000000000000'),
  plan: (store) => store.plan([{ kind: 'consent.watch', subjectId: 's', dueAt: now }]),
  takeDue: (store) => store.takeDue(1),
  endDue: (store) => store.endDue('d'),
  failDue: (store) => store.failDue('d'),
  findSubscription: (store) => store.findSubscription('m'),
  findSubscriptions: (store) => store.findSubscriptions(['s']),
  saveSubscription: (store) => store.saveSubscription('m', { subscriptionId: 's', clientState: 'c', expiresAt: now }),
  tidy: (store) => store.tidy({ seen: now, done: now }, 1),
  writeMark: (store) => store.writeMark(),
  pace: (store) => store.pace('p', { presses: 1 }, PERSON_LIMITS),
  addToPace: async (store) => store.addToPace('p', { cases: 1 }, PERSON_LIMITS),
  mayBeTold: (store) => store.mayBeTold('p'),
  audit: (store) =>
    store.audit({ tenantId: null, actorId: null, act: 'a', caseId: null, subjectId: null, outcome: 'ok' }),
};

/** As the program's own, except that what writes is only prepared. */
const preparing = (tx: Session): Session => {
  const prepare = ({ text }: Statement): Statement => {
    prepared += 1;
    return { text: `PREPARE "tried${prepared}" AS ${text}` };
  };
  return {
    async query<T>(statement: Statement) {
      await tx.query(prepare(statement));
      return /^\s*SELECT/.test(statement.text) ? tx.query<T>(statement) : [];
    },
    send: (statement) => tx.send(prepare(statement)),
    withCommit: (statement) => tx.send(prepare(statement)),
  };
};
let prepared = 0;

forEachDatabase((create) => {
  let place: TestDatabase;
  let engine: Engine;
  beforeAll(async () => {
    place = await create();
    engine = await openEngine(place.location);
  });
  afterAll(async () => {
    await engine.close();
    await place.remove();
  });

  const attempt = (call: (store: Store) => Promise<unknown>, change?: string) =>
    engine.transaction(async (tx) => {
      if (change) await tx.query({ text: change });
      await call(createStore({ tx: preparing(tx), now, keys, addJobs: async () => {}, registerCache: {} }));
      // What was sent and is wrong shows now.
      await tx.query({ text: 'SELECT 1' });
      throw new RolledBack();
    });

  test.each(Object.entries(CALLS))('%s', async (_, call) => {
    await expect(attempt(call)).rejects.toThrow(RolledBack);
  });

  test.each([
    ['saveChat', CALLS.saveChat, 'Chat', 'language'],
    ['apply', CALLS.apply, 'Measure', 'previousId'],
    ['queue', CALLS.queue, 'Effect', 'cause'],
    ['findSeenAct', CALLS.findSeenAct, 'SeenAct', 'outcome'],
  ] as const)('%s without one of its columns shows', async (_, call, table, column) => {
    const change = `ALTER TABLE "${table}" RENAME COLUMN "${column}" TO "other"`;
    await expect(attempt(call, change)).rejects.toThrow(`"${column}"`);
  });
});
