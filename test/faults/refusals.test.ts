/**
 * No result of an effect queues the same effect with its count begun again: what is refused would be sent for ever. Every
 * effect, every refusal, read from the tables themselves.
 */
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newAct } from '../../bot/act.ts';
import { effects } from '../../bot/effects.ts';
import { MEANINGS } from '../../bot/http/connector.ts';
import type { EffectName } from '../../domain/names.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { newMove } from '../../domain/rows/move.ts';
import { fullFile, NOW } from '../support/case-views.ts';
import { forEachDatabase } from '../support/databases.ts';
import { type Direct, openDirect, type Stored } from '../support/direct.ts';

const statuses = Object.entries(MEANINGS);
/** How an effect ends that was not carried out, and why. */
const REFUSALS: { state: 'DEAD' | 'WAITING'; cause: string }[] = [
  ...statuses.map(([status, meaning]) => ({
    state: meaning === 'passes' ? ('WAITING' as const) : ('DEAD' as const),
    cause: meaning === 'gone' ? 'gone' : `teams${status}`,
  })),
  // Passes, but not in time.
  ...statuses
    .filter(([, meaning]) => meaning === 'passes')
    .map(([status]) => ({ state: 'DEAD' as const, cause: `teams${status}` })),
  ...(['gone', 'token', 'surprise', 'http403', 'ErrorAccessDenied', 'noPosting', 'serviceUrl', 'timeout'] as const).map(
    (cause) => ({ state: 'DEAD' as const, cause }),
  ),
];

/** A case that is called to a meeting, one whose call is on its way, and one whose meeting is being moved. */
function cases(): CaseFile[] {
  const file = () => {
    const full = fullFile({ tenantId: 'tenant-1', status: 'INVITED', siblingCode: null, siblingId: null }, [
      'GUARDIAN_1',
      'GUARDIAN_2',
    ]);
    const [meeting] = full.meetings;
    if (!meeting) throw new Error('a full file has a meeting');
    const called = { ...meeting, familyAgreed: true, organizerId: full.case.convenerId, transactionId: uuid() };
    return { full, called };
  };
  const [sent, sending, moving] = [file(), file(), file()];
  const stands = { status: 'SENT', eventId: 'e', eventState: 'LIVE', sentAt: NOW } as const;
  const move = newMove({
    id: uuid(),
    caseId: moving.full.case.id,
    meetingId: moving.called.id,
    state: 'SENDING',
    startAt: NOW.add({ hours: 24 * 60 }),
    endAt: NOW.add({ hours: 24 * 60 + 1 }),
  });
  return [
    {
      ...sent.full,
      meetings: [{ ...sent.called, ...stands }],
      participants: sent.full.participants.map((row) => ({ ...row, callState: 'SENDING' as const })),
    },
    { ...sending.full, meetings: [{ ...sending.called, status: 'SENDING' }] },
    { ...moving.full, meetings: [{ ...moving.called, ...stands }], meetingMoves: [move] },
  ];
}

type Stand = Stored & { file: CaseFile };

/** What each effect is about. */
const SUBJECTS: Record<EffectName, (stand: Stand) => string | undefined> = {
  card: ({ cards }) => cards.CASE.id,
  'find-times': ({ file }) => file.meetings[0]?.id,
  'book-meeting': ({ file }) => file.meetings[0]?.id,
  subscribe: ({ file }) => file.case.convenerId,
  'read-answers': ({ file }) => file.meetings[0]?.id,
  'move-meeting': ({ file }) => file.meetingMoves[0]?.id ?? file.meetings[0]?.id,
  'cancel-stray': ({ file }) => file.case.id,
  'update-attendees': ({ file }) => file.meetings[0]?.id,
  'clear-place': ({ file }) => file.meetings[0]?.id,
};

forEachDatabase((create) => {
  let direct: Direct;
  let stands: Stand[];
  beforeAll(async () => {
    direct = await openDirect({ place: await create() });
    stands = await Promise.all(cases().map(async (file) => ({ ...(await direct.store(file)), file })));
  });
  afterAll(() => direct?.close());

  /** Carries the end of such an effect out, and answers with what it queued of the same. */
  async function queuedAnew(stand: Stand, kind: EffectName, subjectId: string, refusal: (typeof REFUSALS)[number]) {
    const { prisma, database, dispatch } = direct;
    const { caseId } = stand;
    const id = uuid();
    await prisma.effect.deleteMany();
    await prisma.effect.create({
      data: { id, kind, caseId, subjectId, state: 'SENDING', attempts: 1, createdAt: new Date() },
    });
    // The earlier refusals may have taken its place away.
    const stands = { sendingId: id, conversationId: 'c', serviceUrl: 'http://x', activityId: 'm1', sent: 1 };
    if (kind === 'card')
      await database.transaction((store) => store.apply([{ in: 'posting', id: subjectId, set: stands }]));
    const { waiting, dead } = effects[kind];
    const name = (refusal.state === 'WAITING' ? waiting : dead) ?? 'effect.ended';
    const effect = {
      id,
      kind,
      attempts: 1,
      failures: 1,
      waitedFor: false,
      ...refusal,
      ...(refusal.state === 'WAITING' ? { afterSeconds: 600 } : {}),
    };
    await dispatch(newAct('result', name, `${id}:1`, { caseId, subjectId, effect }));
    expect(await prisma.effect.findUnique({ where: { id } })).toMatchObject({ state: refusal.state, attempts: 1 });
    return prisma.effect.findMany({ where: { kind, subjectId, id: { not: id } } });
  }

  test.each(Object.keys(effects) as EffectName[])(
    'fault 27, fault 48: %s, refused, is not queued anew',
    async (kind) => {
      const anew: string[] = [];
      for (const stand of stands) {
        const subjectId = SUBJECTS[kind](stand);
        if (!subjectId) throw new Error('what is it about?');
        for (const refusal of REFUSALS)
          if ((await queuedAnew(stand, kind, subjectId, refusal)).length > 0)
            anew.push(`${refusal.cause} ${refusal.state}`);
      }
      expect(anew).toEqual([]);
    },
  );
});
