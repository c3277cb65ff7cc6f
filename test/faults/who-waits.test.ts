/**
 * Whether somebody waits for an effect: settled by the act that queues it, for the queue, the calendars and Teams
 * alike.
 */
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newAct } from '../../bot/act.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { fullFile } from '../support/case-views.ts';
import { type Direct, openDirect } from '../support/direct.ts';

let direct: Direct;
beforeAll(async () => {
  direct = await openDirect();
});
afterAll(() => direct?.close());

/** A case whose kallelse is on its way. */
function calling(): CaseFile {
  const full = fullFile({ tenantId: 'tenant-1', status: 'INVITED', siblingCode: null, siblingId: null }, [
    'GUARDIAN_1',
    'GUARDIAN_2',
  ]);
  const [meeting] = full.meetings;
  if (!meeting) throw new Error('a full file has a meeting');
  const set = {
    status: 'SENDING',
    familyAgreed: true,
    organizerId: full.case.convenerId,
    transactionId: uuid(),
  } as const;
  return { ...full, meetings: [{ ...meeting, ...set }] };
}

/** What the booked kallelse queues, and in which queue its job stands. */
async function queuedBy(waitedFor: boolean): Promise<Record<string, { waitedFor: boolean; queue: string }>> {
  const { prisma, dispatch } = direct;
  const file = calling();
  const { caseId } = await direct.store(file);
  await prisma.effect.deleteMany();
  const id = uuid();
  const subjectId = file.meetings[0]?.id ?? '';
  await prisma.effect.create({
    data: {
      id,
      kind: 'book-meeting',
      caseId,
      subjectId,
      state: 'SENDING',
      attempts: 1,
      waitedFor,
      createdAt: new Date(),
    },
  });
  const effect = { id, kind: 'book-meeting', attempts: 1, failures: 0, waitedFor, state: 'DONE' as const };
  const data = { eventId: 'e', link: { online: false, joinUrl: null } };
  await dispatch(newAct('result', 'kallelse.sent', `${id}:1`, { caseId, subjectId, data, effect }));
  const rows = await prisma.$queryRaw<{ kind: string; waitedFor: boolean; queue: string }[]>`
    SELECT e."kind", e."waitedFor", j."name" AS "queue" FROM "Effect" e
    JOIN pgboss.job j ON j."data" ->> 'effectId' = e."id" WHERE e."id" <> ${id}`;
  return Object.fromEntries(rows.map(({ kind, ...row }) => [kind, row]));
}

const PERSON = { waitedFor: true, queue: 'effect-card' };
const NOBODY = { waitedFor: false, queue: 'effect-background' };

test('a kallelse that somebody sent: they wait for its card, and nobody for what is read and subscribed to then', async () => {
  expect(await queuedBy(true)).toEqual({ card: PERSON, subscribe: NOBODY, 'read-answers': NOBODY });
});

test('one that nobody waits for: nor for its card', async () => {
  expect(await queuedBy(false)).toEqual({ card: NOBODY, subscribe: NOBODY, 'read-answers': NOBODY });
});
