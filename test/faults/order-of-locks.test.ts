/** A case's row first, a person's afterwards: two acts of one person at once never wait for each other in a ring. */
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newAct } from '../../bot/act.ts';
import { createLog } from '../../bot/log/log.ts';
import type { Database } from '../../domain/ports.ts';
import type { Posting } from '../../domain/rows/posting.ts';
import { fullFile, registerWith } from '../support/case-views.ts';
import { createPostgres, hasPostgres } from '../support/databases.ts';
import { type Direct, openDirect, type Stored } from '../support/direct.ts';
import { testDispatch } from '../support/test-dispatch.ts';

const KARIN = registerWith().people.find(({ name }) => name === 'Karin Ek');
if (!KARIN) throw new Error('no Karin');

describe.skipIf(!hasPostgres())('on PostgreSQL', () => {
  let direct: Direct;
  let stored: Stored;
  let outsider: pg.Client;
  /** How often anything was begun: what the database breaks off is begun again. */
  let tries: number;
  let dispatch: ReturnType<typeof testDispatch>;
  beforeEach(async () => {
    const place = await createPostgres();
    if (place.location.kind !== 'postgres') throw new Error('no PostgreSQL');
    direct = await openDirect({ place });
    const file = fullFile({ tenantId: KARIN.tenantId, convenerId: KARIN.id }, ['GUARDIAN_1', 'GUARDIAN_2']);
    stored = await direct.store({ ...file, case: { ...file.case, status: 'PREPARING' } });
    await direct.type('hjälp', KARIN);
    outsider = new pg.Client({ connectionString: place.location.url });
    await outsider.connect();
    tries = 0;
    const counting: Database = {
      ...direct.database,
      transaction: (work, lane) =>
        direct.database.transaction((store) => {
          tries += 1;
          return work(store);
        }, lane),
    };
    dispatch = testDispatch(counting, direct.clock, createLog({ key: 'k', level: 'silent' }));
  });
  afterEach(async () => {
    await outsider.end();
    await direct.close();
  });

  const at = { tenantId: KARIN.tenantId, conversationId: `chat-${KARIN.id}`, personal: true };
  const by = { actor: { personId: KARIN.id }, at: { ...at, serviceUrl: 'http://x' } };
  /** Teams speaks from another address than before: where she is reached is written anew. */
  const fromElsewhere = { ...by, at: { ...at, serviceUrl: 'http://y' } };
  const press = ({ id: postingId, turn }: Posting, more: object) =>
    newAct('verb', 'child.open', 'p', { ...more, messageId: 'm', postingId, turn, data: {} });
  const waiting = async () => {
    const [row] = await direct.prisma.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    return row?.n;
  };

  const others = {
    'the language': (more: object) => newAct('words', 'språk engelska', 'w', more),
    'a chat that is new': (more: object) => newAct('event', 'installed', 'i', more),
  };
  for (const [what, other] of Object.entries(others))
    for (const [from, more] of Object.entries({ 'where she was': by, 'another address': fromElsewhere }))
      test.each(['the press', 'the other'])(
        `a press and ${what}, from ${from}, at once: %s comes first, both are carried out at the first try`,
        async (first) => {
          const acts = [press(stored.cards.CASE, more), other(more)];
          if (first !== 'the press') acts.reverse();
          await outsider.query('BEGIN');
          await outsider.query('SELECT 1 FROM "Case" WHERE "id" = $1 FOR UPDATE', [stored.caseId]);
          const done: ReturnType<typeof dispatch>[] = [];
          for (const [n, act] of acts.entries()) {
            done.push(dispatch(act));
            await expect.poll(waiting, { interval: 10 }).toBe(n + 1);
          }
          await outsider.query('COMMIT');
          const answers = await Promise.all(done);
          expect(new Set(answers.map(({ kind }) => kind))).toEqual(new Set(['card', 'none']));
          expect(tries).toBe(2);
        },
      );
});
