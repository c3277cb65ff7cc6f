/** Plans that were written before a plan said more than goals and measures, as the migration leaves them. */
import { expect, test } from 'vitest';
import { rootOf } from '../../domain/rows/plan.ts';
import { forEachDatabase, openTestDatabase } from '../support/databases.ts';
import { fillBefore } from '../support/older-database.ts';

const BEFORE = '0012_the_plan_whole';

/**
 * Three versions; a measure that went on through all of them, one from the second on, one that ended with the first.
 */
const ROWS = `
INSERT INTO "Unit" ("id", "name", "kind", "principal") VALUES ('school', 'Elevhälsan', 'STUDENT_HEALTH', 'MUNICIPALITY');
INSERT INTO "Person" ("id", "tenantId", "name", "mail", "role", "unitId")
  VALUES ('moa', 't', 'Moa', 'moa@example.org', 'kurator', 'school');
INSERT INTO "Case" ("id", "code", "tenantId", "status", "convenerId", "unitId", "language", "createdAt")
  VALUES ('case', 'K7M-3XQ', 't', 'PLAN_ACTIVE', 'moa', 'school', 'sv', now());
INSERT INTO "Meeting" ("id", "caseId", "status") VALUES ('meeting', 'case', 'HELD');
INSERT INTO "Plan" ("id", "caseId", "meetingId", "version", "ownerPersonId", "lockedAt") VALUES
  ('v1', 'case', 'meeting', 1, 'moa', now()), ('v2', 'case', 'meeting', 2, 'gone', now()),
  ('v3', 'case', 'meeting', 3, NULL, NULL);
INSERT INTO "Goal" ("id", "planId", "ordinal", "textSealed") VALUES ('g1', 'v1', 1, 'x'), ('g2', 'v2', 1, 'x');
INSERT INTO "Measure" ("id", "planId", "goalId", "ordinal", "whatSealed", "unitId", "personId", "previousId", "state") VALUES
  ('a1', 'v1', 'g1', 1, 'x', 'school', 'moa', NULL, 'ONGOING'), ('b1', 'v1', 'g1', 2, 'x', 'school', 'moa', NULL, 'DONE'),
  ('a2', 'v2', 'g2', 1, 'x', 'school', 'moa', 'a1', 'ONGOING'), ('c2', 'v2', 'g2', 3, 'x', 'school', 'moa', NULL, 'ONGOING'),
  ('a3', 'v3', NULL, 1, 'x', 'school', 'moa', 'a2', 'ONGOING'), ('c3', 'v3', NULL, 3, 'x', 'school', 'moa', 'c2', 'ONGOING');
`;

forEachDatabase((create) => {
  test('a measure has the root that its versions go back to, and whose plan it is became their unit', async () => {
    const { location, remove } = await create();
    await fillBefore(location, BEFORE, ROWS);
    const { database, prisma, close } = await openTestDatabase(location);
    const file = await database.transaction((store) => store.lockCase('case'));
    if (!file) throw new Error('the case is gone');

    expect(file.measures.map((measure) => [measure.id, rootOf(measure)]).sort()).toEqual([
      ['a1', 'a1'],
      ['a2', 'a1'],
      ['a3', 'a1'],
      ['b1', 'b1'],
      ['c2', 'c2'],
      ['c3', 'c2'],
    ]);
    // Somebody who is not in the register any more had no unit to give.
    expect(file.plans.map(({ version, ownerUnitId }) => [version, ownerUnitId])).toEqual([
      [1, 'school'],
      [2, null],
      [3, null],
    ]);
    expect(file.plans.map(({ ownerPersonId }) => ownerPersonId)).toEqual(['moa', 'gone', null]);
    // What was not asked then is not a no.
    for (const { question, ownWordsInPlan, works, crisisWhere, childTellerRole, responsibilityByOn } of file.plans)
      expect([question, ownWordsInPlan, works, crisisWhere, childTellerRole, responsibilityByOn]).toEqual(
        Array(6).fill(null),
      );
    expect(file.goals.map(({ needId, term, own }) => [needId, term, own])).toEqual([
      [null, null, false],
      [null, null, false],
    ]);
    expect([file.needs, file.openPoints, file.attendees, file.measureEvents]).toEqual([[], [], [], []]);

    const event = { id: 'e1', caseId: 'case', rootId: 'a1', at: new Date(), kind: 'CREATED' };
    await prisma.measureEvent.create({ data: event });
    await expect(prisma.measureEvent.update({ where: { id: 'e1' }, data: { kind: 'DONE' } })).rejects.toThrow();
    await expect(prisma.measureEvent.delete({ where: { id: 'e1' } })).rejects.toThrow();

    await close();
    await remove();
  });
});
