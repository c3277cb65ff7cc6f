/**
 * Whoever presses often in a case with many cards keeps nobody else waiting: a card that waits to be sent waits once.
 */
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newPosting } from '../../domain/posting.ts';
import { fullFile } from '../support/case-views.ts';
import { type Direct, openDirect, type Stored } from '../support/direct.ts';
import { KARIN } from '../support/sandbox.ts';

const COLLEAGUES = 40;
const PRESSES = 12;

let direct: Direct;
let stored: Stored;
beforeAll(async () => {
  direct = await openDirect();
  const file = fullFile({ convenerId: KARIN.id, tenantId: KARIN.tenantId }, ['GUARDIAN_1', 'GUARDIAN_2']);
  stored = await direct.store(file);
  const cards = Array.from({ length: COLLEAGUES }, (_, n) =>
    newPosting(uuid(), {
      kind: 'CASE',
      page: 'guide',
      caseId: stored.caseId,
      personId: `colleague-${n}`,
      tenantId: file.case.tenantId,
      language: 'sv',
      conversationId: `chat-colleague-${n}`,
      serviceUrl: 'http://x',
      activityId: `m-${n}`,
      createdAt: direct.clock.now(),
    }),
  );
  await direct.database.transaction((store) => store.apply(cards));
});
afterAll(() => direct.close());

const cardsThatWait = () => direct.prisma.effect.findMany({ where: { kind: 'card', state: 'WAITING' } });

test('presses in a row queue each of its cards once, the pressed one before the others', async () => {
  let turn = stored.cards.CASE.turn;
  for (let n = 0; n < PRESSES; n++) {
    await direct.press({ id: stored.cards.CASE.id, turn }, 'start.back', KARIN, {
      ageBand: n % 2 ? 'A6_11' : 'A12_14',
      guardianOne: 'MOTHER',
      guardianTwo: 'FATHER',
    });
    const row = await direct.prisma.posting.findUniqueOrThrow({ where: { id: stored.cards.CASE.id } });
    turn = row.turn;
  }
  const waiting = await cardsThatWait();
  expect(waiting.length).toBeGreaterThanOrEqual(COLLEAGUES);
  expect(new Set(waiting.map(({ subjectId }) => subjectId)).size).toBe(waiting.length);
  // The case's, and her copy of the plan: both stand in her own chat.
  const own = waiting.filter(({ subjectId }) =>
    [stored.cards.CASE.id, stored.cards.PLAN.id].some((id) => id === subjectId),
  );
  expect(own.map(({ waitedFor }) => waitedFor)).toEqual(own.map(() => true));
  expect(own.map(({ subjectId }) => subjectId)).toContain(stored.cards.CASE.id);
  expect(waiting.filter((one) => !own.includes(one) && one.waitedFor)).toEqual([]);
});
