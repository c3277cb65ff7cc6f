/** A sealed text that does not open closes nothing: the rest of its row and its case is read, and it stays as it is. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import { newGoal, newMeasure, newNeed, newOpenPoint, newPlan } from '../../domain/rows/plan.ts';
import type { PrintLink } from '../../domain/rows/print-link.ts';
import { UNREADABLE } from '../../domain/unreadable.ts';
import { openKeyRing } from '../../prisma/crypto.ts';
import type { OpenDatabase } from '../../prisma/database.ts';
import { TABLES } from '../../prisma/tables.ts';
import { added, caseRow, consentRow, meetingRow, participantRow, talkRow } from '../support/case-rows.ts';
import { forEachDatabase, openTestDatabase, type TestDatabase, testClock } from '../support/databases.ts';

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const KEYS = openKeyRing(`k1:${key(1)}`);
const clock = testClock();

/** As the schema has them: a new sealed column is broken here too. */
const SEALED = Object.entries(TABLES).flatMap(([table, { model, columns }]) =>
  Object.keys(columns)
    .filter((column) => column.endsWith('Sealed'))
    .map((column) => ({ table, model, column, field: column.slice(0, -'Sealed'.length) })),
);

/** A case with a text in every sealed column. */
function wholeCase(): { id: string; changes: Change[] } {
  const row = caseRow({ excusedGuardian: 'GUARDIAN_2', excusedRef: 'a', liftedRef: 'b' });
  const [caseId, of] = [row.id, (name: string) => `${name}-${row.id}`];
  const meeting = meetingRow(caseId, { inCalendar: '{}', joinUrl: 'https://teams.microsoft.com/k' });
  const plan = newPlan({
    id: of('plan'),
    caseId,
    meetingId: meeting.id,
    version: 1,
    childGoal: 'c',
    question: 'k',
    works: 'l',
    worksNot: 'm',
    crisisWhere: 'n',
    childPage: 'p',
  });
  const ofPlan = { planId: plan.id, ordinal: 1 };
  const measure = newMeasure({ id: of('measure'), ...ofPlan, what: 'e', unitId: 'u', often: 'o', sign: 'q' });
  const goal = newGoal({ id: of('goal'), ...ofPlan, text: 'd' });
  const need = newNeed({ id: of('need'), ...ofPlan, text: 'g' });
  const point = newOpenPoint({ id: of('point'), ...ofPlan, text: 'h', unitId: 'u' });
  const link: PrintLink = {
    id: of('link'),
    caseId,
    document: 'information',
    personId: 'p',
    token: 'f',
    expiresAt: clock.now(),
    usedAt: null,
    about: null,
  };
  return {
    id: caseId,
    changes: [
      added('case', row),
      added('talk', talkRow(caseId, { words: 'g', interpreterBooking: 'h', better: 'i', notBetter: 'j' })),
      added('consent', consentRow(caseId, { originalLocation: 'i', recordedAt: null })),
      // By these somebody may be called; what is recorded cannot be changed.
      added('consent', consentRow(caseId)),
      added('consent', consentRow(caseId, { givenBy: 'GUARDIAN_2' })),
      added('meeting', meeting),
      added('participant', participantRow(meeting.id, { mail: 'j@region.example', mailTyped: true })),
      added('plan', plan),
      added('need', need),
      added('openPoint', point),
      added('goal', goal),
      added('measure', measure),
      added('printLink', link),
    ],
  };
}

const rowIn = (file: CaseFile | null, table: string, id: string): Record<string, unknown> | undefined => {
  const rows = file && Object.entries(file).find(([name]) => name === (table === 'case' ? table : `${table}s`))?.[1];
  return [rows].flat().find((row) => (row as { id: string } | null)?.id === id) as Record<string, unknown> | undefined;
};

/** One changed byte; and a key that is not in the ring. */
const FAULTS = {
  'one changed byte': (column: string) =>
    `"${column}" = overlay("${column}" placing (CASE right("${column}", 3) WHEN 'AAA' THEN 'BBB' ELSE 'AAA' END) from length("${column}") - 2)`,
  'an unknown key': (column: string) => `"${column}" = replace("${column}", '.k1.', '.k9.')`,
};

forEachDatabase((create) => {
  let place: TestDatabase;
  let open: OpenDatabase;
  let told: string[];
  beforeEach(async () => {
    place = await create();
    told = [];
    open = await openTestDatabase(place.location, {
      clock,
      keys: KEYS,
      onUnreadable: (field, rowId) => told.push(`${field} ${rowId}`),
    });
  });
  afterEach(async () => {
    await open.close();
    await place.remove();
  });
  const read = (id: string) => open.database.transaction((store) => store.findCase(id));
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

  test.each(Object.entries(FAULTS))('%s in any sealed column: everything else is read', async (_, fault) => {
    for (const { table, model, column, field } of SEALED) {
      const { id, changes } = wholeCase();
      await open.database.transaction((store) => store.apply(changes));
      const before = await read(id);
      const rowId = (changes.find((change) => change.in === table) ?? { id: '' }).id;
      const stored = () =>
        open.prisma.$queryRawUnsafe<{ sealed: string | null }[]>(
          `SELECT "${column}" AS "sealed" FROM "${model}" WHERE "id" = '${rowId}'`,
        );
      expect((await stored())[0]?.sealed, `${model}.${column} is filled in here`).toMatch(/^v1\.k1\./);
      await open.prisma.$executeRawUnsafe(`UPDATE "${model}" SET ${fault(column)} WHERE "id" = '${rowId}'`);
      const broken = await stored();
      const [whole, rest] = [before, await read(id)].map((file) => rowIn(file, table, rowId));
      expect(rest?.[field], `${model}.${field}`).toBe(UNREADABLE);
      expect(plain({ ...rest, [field]: whole?.[field] })).toEqual(plain(whole));

      // Whatever else of the row is written leaves it alone, and it is told of once.
      await read(id);
      expect(await stored()).toEqual(broken);
      expect(told.filter((one) => one.startsWith(`${model}.${field} `))).toEqual([`${model}.${field} ${rowId}`]);
    }
  });

  test('a row that is copied from it is stored, and can be read as little', async () => {
    const { id, changes } = wholeCase();
    await open.database.transaction((store) => store.apply(changes));
    const goal = newGoal({ id: 'copy', planId: `plan-${id}`, ordinal: 2, text: UNREADABLE });
    await open.database.transaction((store) => store.apply([added('goal', goal)]));
    expect((await open.prisma.goal.findUniqueOrThrow({ where: { id: 'copy' } })).textSealed).not.toContain(UNREADABLE);
    expect((await read(id))?.goals.map(({ text }) => text)).toEqual(['d', UNREADABLE]);

    // Two addresses of one meeting: nobody knows that they are the same.
    const meetingId = changes.find((change) => change.in === 'meeting')?.id ?? '';
    const copies = [1, 2].map(() => participantRow(meetingId, { mail: UNREADABLE, mailTyped: true }));
    await open.database.transaction((store) => store.apply(copies.map((row) => added('participant', row))));
    expect((await read(id))?.participants.filter(({ mail }) => mail === UNREADABLE)).toHaveLength(2);
  });

  test('a subscription whose secret is gone is none: a new one is made', async () => {
    const row = { subscriptionId: 's1', clientState: 'secret', expiresAt: clock.now() };
    await open.database.transaction((store) => store.saveSubscription('box', row));
    await open.prisma.$executeRawUnsafe(`UPDATE "Subscription" SET ${FAULTS['an unknown key']('clientStateSealed')}`);
    await open.database.transaction(async (store) => {
      expect(await store.findSubscription('box')).toBeNull();
      expect(await store.findSubscriptions(['s1'])).toEqual([]);
    });
  });

  test('an act that was saved by a copy with another first key, or that marks in another way, is known again', async () => {
    const rings = [
      KEYS,
      openKeyRing(`k1:${key(1)}`, 'v2'),
      openKeyRing(`k2:${key(2)},k1:${key(1)}`),
      openKeyRing(`k2:${key(2)},k1:${key(1)}`, 'v2'),
    ];
    const known = [...rings.slice(2), openKeyRing(`k1:${key(1)},k2:${key(2)}`)];
    await open.close();
    for (const [n, ring] of rings.entries()) {
      const copy = await openTestDatabase(place.location, { clock, keys: ring });
      await copy.database.transaction((store) => store.saveSeenAct(`key ${n}`, { n }, { words: 'x' }));
      await copy.close();
    }
    for (const ring of known) {
      const copy = await openTestDatabase(place.location, { clock, keys: ring });
      await copy.database.transaction(async (store) => {
        for (const n of rings.keys()) {
          expect(await store.findSeenAct(`key ${n}`, { words: 'x' })).toEqual({ n });
          expect(await store.findSeenAct(`key ${n}`, { words: 'y' })).toBeUndefined();
        }
      });
      await copy.close();
    }
    open = await openTestDatabase(place.location, { clock, keys: KEYS });
  });
});
