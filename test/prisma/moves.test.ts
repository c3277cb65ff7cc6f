/** The history of a meeting's times is written once. */
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newMove } from '../../domain/rows/move.ts';
import type { OpenDatabase } from '../../prisma/database.ts';
import { added, caseRow, meetingRow } from '../support/case-rows.ts';
import { forEachDatabase, openTestDatabase, type TestDatabase, testClock } from '../support/databases.ts';

forEachDatabase((create) => {
  let place: TestDatabase;
  let open: OpenDatabase;
  beforeAll(async () => {
    place = await create();
    open = await openTestDatabase(place.location, { clock: testClock() });
  });
  afterAll(async () => {
    await open.close();
    await place.remove();
  });

  test('T16, E: a move is changed while it is prepared and never once it is made', async () => {
    const file = caseRow();
    const meeting = meetingRow(file.id);
    const move = newMove({
      id: `${meeting.id}-move`,
      caseId: file.id,
      meetingId: meeting.id,
      reason: 'FAMILY',
      askedBy: 'FAMILY',
    });
    const change = (set: Partial<typeof move>) =>
      open.database.transaction((store) => store.apply([{ in: 'meetingMove', id: move.id, set }]));
    await open.database.transaction((store) =>
      store.apply([added('case', file), added('meeting', meeting), added('meetingMove', move)]),
    );

    await change({ reason: 'PARTY' });
    await change({ state: 'MOVED', movedAt: Temporal.Instant.from('2027-03-02T09:00:00Z') });
    await expect(change({ reason: 'SAFETY' })).rejects.toThrow('append-only');
    await expect(open.prisma.meetingMove.delete({ where: { id: move.id } })).rejects.toThrow('append-only');
    const read = await open.database.transaction((store) => store.findCase(file.id));
    expect(read?.meetingMoves).toMatchObject([{ reason: 'PARTY', state: 'MOVED' }]);
  });
});
