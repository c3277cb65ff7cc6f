/** The store sorts a person's cases by SQL; `nextDay` says the same of a case that has been read. */
import { Temporal } from 'temporal-polyfill';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nextDay } from '../../domain/next-day.ts';
import { newPosting } from '../../domain/posting.ts';
import type { CaseRow } from '../../domain/rows/case.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import type { Meeting } from '../../domain/rows/meeting.ts';
import { newPlan, type Plan } from '../../domain/rows/plan.ts';
import type { OpenDatabase } from '../../prisma/database.ts';
import { added, caseRow, meetingRow } from '../support/case-rows.ts';
import { forEachDatabase, openTestDatabase, type TestDatabase } from '../support/databases.ts';

const at = (text: string) => Temporal.Instant.from(text);
const on = (text: string) => Temporal.PlainDate.from(text);

const STATUSES: CaseRow['status'][] = ['PREPARING', 'INVITED', 'MEETING', 'PLAN_ACTIVE', 'STOPPED'];
/** Oldest first. The last one is on the next day in Sweden, and on the same day in UTC. */
const MEETINGS: Partial<Meeting>[][] = [
  [],
  [{ status: 'SENT', startAt: at('2027-03-10T09:00:00Z') }],
  [
    { status: 'SENT', startAt: at('2027-03-12T09:00:00Z') },
    { status: 'CANCELLED', startAt: at('2027-03-09T09:00:00Z') },
  ],
  [{ status: 'HELD', startAt: at('2027-03-08T09:00:00Z') }],
  [
    { status: 'HELD', startAt: at('2027-03-08T09:00:00Z') },
    { status: 'DRAFT', startAt: null },
  ],
  [{ status: 'SENT', startAt: at('2027-03-09T23:30:00Z') }],
];
const PLANS: Partial<Plan>[][] = [
  [],
  [{ followUpOn: on('2027-03-11'), lockedAt: at('2027-01-01T09:00:00Z') }],
  [{ followUpOn: on('2027-03-11'), lockedAt: at('2027-01-01T09:00:00Z') }, { followUpOn: on('2027-03-01') }],
  [{ followUpOn: null, lockedAt: at('2027-01-01T09:00:00Z') }],
];
const KINDS = STATUSES.flatMap((status) =>
  MEETINGS.flatMap((meetings) => PLANS.map((plans) => ({ status, meetings, plans }))),
);

const cardOf = (caseId: string, personId: string, kind: 'CASE' | 'PLAN' = 'CASE'): Change =>
  newPosting(uuid(), {
    kind,
    page: kind === 'CASE' ? 'case' : 'delivered',
    caseId,
    personId,
    tenantId: 't',
    language: 'sv',
    createdAt: at('2027-01-01T00:00:00Z'),
  });

forEachDatabase((create) => {
  let place: TestDatabase;
  let open: OpenDatabase;
  beforeAll(async () => {
    place = await create();
    open = await openTestDatabase(place.location);
  });
  afterAll(async () => {
    await open.close();
    await place.remove();
  });

  const store = (changes: Change[]) => open.database.transaction((tx) => tx.apply(changes));
  const list = (personId: string, from: number, count: number) =>
    open.database.transaction((tx) => tx.listCases(personId, { from, count }));
  const idsOf = (files: CaseFile[]) => files.map((file) => file.case.id);

  test('those with a day first, then the newest, as many as are asked for, and how many there are', async () => {
    for (const [n, { status, meetings, plans }] of KINDS.entries()) {
      // Three at a time are equally old.
      const createdAt = at('2027-01-01T00:00:00Z').add({ hours: ((n * 37) % KINDS.length) - (n % 3) });
      const row = caseRow({ convenerId: 'lena', status, createdAt });
      const called = meetings.map((set) => meetingRow(row.id, set));
      const made = plans.map((set, version) =>
        newPlan({ id: uuid(), caseId: row.id, meetingId: 'm', version, ...set }),
      );
      await store([
        added('case', row),
        ...called.map((one) => added('meeting', one)),
        ...made.map((one) => added('plan', one)),
        cardOf(row.id, 'lena'),
      ]);
    }
    const ids = await open.database.transaction((tx) => tx.listCaseIds('lena'));
    expect(ids).toEqual([...ids].sort());
    const files = await open.database.transaction((tx) => Promise.all(ids.map((id) => tx.findCase(id))));
    const newestFirst = (a: CaseFile, b: CaseFile) =>
      Temporal.Instant.compare(b.case.createdAt, a.case.createdAt) || (a.case.id < b.case.id ? 1 : -1);
    const dayOf = (file: CaseFile) => nextDay(file)?.toString() ?? '9999';
    const sorted = files
      .filter((file) => file !== null)
      .sort((a, b) => dayOf(a).localeCompare(dayOf(b)) || newestFirst(a, b));

    const pages = await Promise.all([0, 1, 2, 3].map((n) => list('lena', n * 40, 40)));
    expect(pages.map(({ total }) => total)).toEqual([120, 120, 120, 120]);
    expect(idsOf(pages.flatMap(({ files: page }) => page))).toEqual(idsOf(sorted));
    expect(pages.at(-1)?.files).toEqual([]);
  });

  test('open ones only, of those who work in them, where they have a card', async () => {
    const rows = [
      caseRow({ convenerId: 'nils' }),
      caseRow({ convenerId: 'nils', status: 'CLOSED' }),
      caseRow({ convenerId: 'nils' }),
      caseRow({ convenerId: 'lena' }),
      caseRow({ convenerId: 'lena' }),
    ];
    const [own, closed, without, shared, left] = rows.map(({ id }) => id);
    const addedAt = at('2027-01-01T00:00:00Z');
    const member = (caseId = '', removedAt: Temporal.Instant | null = null): Change => {
      const id = uuid();
      return { in: 'member', id, set: { id, caseId, personId: 'nils', role: 'TEAM', addedAt, removedAt } };
    };
    await store([
      ...rows.map((row) => added('case', row)),
      member(shared),
      member(left, at('2027-02-01T00:00:00Z')),
      ...[own, closed, shared, left].map((id = '') => cardOf(id, 'nils')),
      cardOf(without ?? '', 'lena'),
    ]);
    expect(await open.database.transaction((tx) => tx.listCaseIds('nils'))).toEqual([own, without, shared]);
    const { files, total } = await list('nils', 0, 8);
    expect([total, idsOf(files).sort()]).toEqual([2, [own, shared]]);
  });

  test('a copy of the plan makes the case no case of theirs; its card is locked with their own and waits for their chat', async () => {
    const rows = [caseRow({ convenerId: 'nils' }), caseRow({ convenerId: 'nils', status: 'CLOSED' })];
    const [copied = '', closed = ''] = rows.map(({ id }) => id);
    await store([
      ...rows.map((row) => added('case', row)),
      cardOf(copied, 'petra', 'PLAN'),
      cardOf(closed, 'petra', 'PLAN'),
    ]);
    expect(await open.database.transaction((tx) => tx.listCaseIds('petra'))).toEqual([copied]);
    expect((await list('petra', 0, 8)).total).toBe(0);
    const waiting = await open.database.transaction((tx) => tx.listWaitingCards('petra'));
    expect(waiting.map(({ caseId }) => caseId)).toEqual([copied]);
  });
});
