/**
 * Fills a database with cases as they stand after some years, in bulk: rows of the right number, size and keys, which
 * nobody opens. Long because it has a row for every table.
 */
import type pg from 'pg';

/**
 * A table, how many rows there are of it for each case `n`, and the row as columns and SQL. `k` counts the rows of one
 * case.
 */
type Part = { table: string; each: string; row: Record<string, string> };

const id = (kind: string, k = '0') =>
  `'0000${kind}-' || lpad((${k})::text, 4, '0') || '-7000-8000-' || lpad(n::text, 12, '0')`;
const CASE = id('0001');
const MEETING = id('0002');
const PLAN = id('0003');
const PERSON = `'person-' || (n % conveners)`;
const SEALED = `'v1.bench.' || repeat('x', 160)`;
const DAY = `DATE '2026-01-01' + (n % 300)::int`;
const AT = `TIMESTAMPTZ '2026-01-01 08:00Z' + (n % 400000) * interval '1 minute'`;
/** Two of ten are in the guide, two have been called, three have a plan, three are closed. */
const STATUS = `(ARRAY['PREPARING','PREPARING','INVITED','INVITED','PLAN_ACTIVE','PLAN_ACTIVE','PLAN_ACTIVE','CLOSED','CLOSED','CLOSED'])[n % 10 + 1]`;
const IS_CALLED = '(n % 10 >= 2)::int';
const HAS_PLAN = '(n % 10 >= 4)::int';
const UNITS = `ARRAY['elevhalsan','individ-och-familj','bup-dalsland']`;

const PARTS: Part[] = [
  {
    table: 'Case',
    each: '1',
    row: {
      id: CASE,
      code: `lpad((n / 1000000)::text, 3, '0') || '-' || lpad((n % 1000000)::text, 6, '0')`,
      tenantId: `'tenant'`,
      status: STATUS,
      convenerId: PERSON,
      unitId: `'unit-' || (n % 50)`,
      language: `'sv'`,
      ageBand: `'A12_14'`,
      guardianOne: `'MOTHER'`,
      guardianTwo: `'FATHER'`,
      existingSip: `'NO'`,
      needNoticedOn: DAY,
      safety: `'OPEN'`,
      placement: `'NO'`,
      createdAt: AT,
    },
  },
  {
    table: 'Talk',
    each: '2',
    row: {
      id: id('0004', 'k'),
      caseId: CASE,
      with: `(ARRAY['GUARDIAN_1','CHILD'])[k]`,
      outcome: `'DONE'`,
      heldOn: DAY,
      informed: 'true',
      wants: UNITS,
      wordsSealed: `CASE WHEN k = 2 THEN ${SEALED} END`,
    },
  },
  {
    table: 'Consent',
    each: '2',
    row: {
      id: id('0005', 'k'),
      caseId: CASE,
      givenBy: `'GUARDIAN_' || k`,
      signedOn: DAY,
      validFromOn: DAY,
      validToOn: `${DAY} + 182`,
      validMonths: '6',
      parties: UNITS,
      topics: `ARRAY['SCHOOL','SOCIAL']`,
      scopes: `ARRAY['MEETING','PREPARE','PLAN_COPY']`,
      method: `'PAPER'`,
      originalLocationSealed: SEALED,
      receivedById: PERSON,
      recordedAt: AT,
    },
  },
  {
    table: 'Meeting',
    each: IS_CALLED,
    row: {
      id: MEETING,
      caseId: CASE,
      status: `CASE WHEN n % 10 < 4 THEN 'SENT' ELSE 'HELD' END`,
      startAt: AT,
      endAt: `${AT} + interval '1 hour'`,
      placeId: `'stadshuset-dalbo'`,
      organizerId: PERSON,
      transactionId: MEETING,
      eventId: `repeat('E', 100) || n`,
      eventState: `'LIVE'`,
      sentAt: AT,
    },
  },
  {
    table: 'Participant',
    each: `2 * ${IS_CALLED}`,
    row: {
      id: id('0006', 'k'),
      meetingId: MEETING,
      unitId: `(${UNITS})[k + 1]`,
      mail: `'mottagning' || k || '@kommunen.example'`,
      kind: `'SUMMONED'`,
      answer: `'ACCEPTED'`,
    },
  },
  {
    table: 'Plan',
    each: HAS_PLAN,
    row: {
      id: PLAN,
      caseId: CASE,
      meetingId: MEETING,
      version: '1',
      childGoalSealed: SEALED,
      followUpOn: `${DAY} + 90`,
      lockedAt: AT,
    },
  },
  { table: 'Goal', each: HAS_PLAN, row: { id: id('0007', 'k'), planId: PLAN, ordinal: 'k', textSealed: SEALED } },
  {
    table: 'Measure',
    each: `2 * ${HAS_PLAN}`,
    row: {
      id: id('0008', 'k'),
      planId: PLAN,
      ordinal: 'k',
      whatSealed: SEALED,
      unitId: `(${UNITS})[k]`,
      personId: `'person-' || ((n + k) % conveners)`,
      dueOn: `${DAY} + 60`,
      state: `'ONGOING'`,
    },
  },
  {
    table: 'Member',
    each: '(n % 4 = 0)::int',
    row: { id: id('0009'), caseId: CASE, personId: `'person-' || ((n + 1) % conveners)`, role: `'TEAM'`, addedAt: AT },
  },
  {
    table: 'Posting',
    each: `1 + 2 * ${HAS_PLAN}`,
    row: {
      id: id('0010', 'k'),
      kind: `CASE WHEN k = 1 THEN 'CASE' ELSE 'MEASURE' END`,
      caseId: CASE,
      personId: PERSON,
      tenantId: `'tenant'`,
      language: `'sv'`,
      page: `CASE WHEN k = 1 THEN 'guide' ELSE 'measure' END`,
      turn: `lpad(n::text, 12, '0')`,
      conversationId: `'chat-' || (${PERSON})`,
      serviceUrl: `'https://smba.trafficmanager.net/emea/'`,
      activityId: `'1:' || n`,
      sent: '1',
      sentHash: `repeat('h', 43)`,
      createdAt: AT,
    },
  },
  {
    table: 'DueItem',
    each: '1',
    row: {
      id: id('0011', 'k'),
      kind: `'consent.watch'`,
      caseId: CASE,
      subjectId: CASE,
      dueAt: `${AT} + k * interval '90 days'`,
      doneAt: AT,
    },
  },
  {
    table: 'Effect',
    each: '1',
    row: {
      id: id('0012', 'k'),
      kind: `'card'`,
      caseId: CASE,
      subjectId: id('0010', '1'),
      state: `'DONE'`,
      attempts: '1',
      createdAt: AT,
      endedAt: AT,
    },
  },
  {
    table: 'SeenAct',
    each: '1',
    row: { key: `${id('0010', 'k')} || ':' || md5(n::text)`, outcome: `'{}'::jsonb`, seenAt: AT },
  },
  {
    table: 'Audit',
    each: '1',
    row: {
      seq: 'n',
      at: AT,
      tenantId: `'tenant'`,
      actorId: PERSON,
      act: `'bench'`,
      caseId: CASE,
      outcome: `'ok'`,
      hash: 'md5(n::text)',
    },
  },
];

/**
 * Rows of each table. Needs a superuser: the checks of the rows among each other are left out, and the chain of the
 * audit.
 */
export async function fillCases(database: pg.Client, cases: number): Promise<Record<string, number>> {
  const conveners = Math.max(5, Math.round(cases / 200));
  const rows: Record<string, number> = {};
  await database.query(
    `SET session_replication_role = replica; SET synchronous_commit = off; SET maintenance_work_mem = '256MB'`,
  );
  for (const { table, each, row } of PARTS) {
    const columns = Object.keys(row).map((name) => `"${name}"`);
    const indexes = await indexesOf(database, table);
    for (const { name } of indexes) await database.query(`DROP INDEX "${name}"`);
    const done = await database.query(
      `INSERT INTO "${table}" (${columns}) SELECT ${Object.values(row)}
       FROM (SELECT n::bigint, ${conveners} AS conveners FROM generate_series(1, ${cases}) n) c, LATERAL generate_series(1, ${each}) k`,
    );
    rows[table] = done.rowCount ?? 0;
    for (const { made } of indexes) await database.query(made);
  }
  await database.query(`SET session_replication_role = origin; SET synchronous_commit = on`);
  await database.query('VACUUM ANALYZE');
  await database.query('CHECKPOINT');
  return rows;
}

/** Those beside the primary key: made once at the end they are quicker. */
async function indexesOf(database: pg.Client, table: string): Promise<{ name: string; made: string }[]> {
  const sql = `SELECT indexname AS name, indexdef AS made FROM pg_indexes WHERE tablename = $1 AND schemaname = 'public' AND indexname !~ '_pkey$'`;
  return (await database.query<{ name: string; made: string }>(sql, [table])).rows;
}
