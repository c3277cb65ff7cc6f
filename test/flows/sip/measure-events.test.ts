/**
 * Every button there is, pressed on a case whose plan is in force and on one that is at its follow-up: whatever of it
 * changes a measure that is in force writes that into its history, where nothing is changed or taken away.
 */
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { steps } from '../../../bot/steps.ts';
import { lockedPlan, measuresOf } from '../../../domain/current.ts';
import type { CaseFile } from '../../../domain/rows/case-file.ts';
import { rootOf } from '../../../domain/rows/plan.ts';
import type { Posting } from '../../../domain/rows/posting.ts';
import { fullFile, NOW, registerWith } from '../../support/case-views.ts';
import { CHANNEL, type Direct, openDirect } from '../../support/direct.ts';

const KARIN = registerWith().people.find(({ name }) => name === 'Karin Ek');
if (!KARIN) throw new Error('Karin');

let direct: Direct;
beforeAll(async () => {
  direct = await openDirect();
});
afterAll(() => direct?.close());

const read = (caseId: string) => direct.database.transaction((store) => store.lockCase(caseId)) as Promise<CaseFile>;

/** What is in force, row by row, as far as its history says it. */
const inForce = (file: CaseFile) =>
  measuresOf(file, lockedPlan(file))
    .map((one) => JSON.stringify([rootOf(one), one.what, one.unitId, one.dueOn, one.state, one.personId, one.startOn]))
    .join('\n');

function lockedFile(): CaseFile {
  const file = fullFile({ status: 'PLAN_ACTIVE', tenantId: KARIN?.tenantId ?? '' }, ['GUARDIAN_1', 'GUARDIAN_2']);
  return {
    ...file,
    meetings: file.meetings.map((meeting) => ({ ...meeting, status: 'HELD' as const })),
    plans: file.plans.map((plan) => ({ ...plan, lockedAt: NOW })),
  };
}

test('every act that changes a measure in force writes it down', async () => {
  const wrote = new Set<string>();
  for (const verb of Object.keys(steps.verb)) {
    const file = lockedFile();
    const { caseId, cards } = await direct.store({
      ...file,
      case: { ...file.case, code: `E-${uuid().slice(-6)}` },
    });
    for (const kind of ['CASE', 'MEASURE'] as const) {
      const before = await read(caseId);
      const card = before.postings.find(({ id }) => id === cards[kind].id) as Posting;
      const conversationId = kind === 'MEASURE' ? CHANNEL : `chat-${KARIN?.id}`;
      const data = { measure: file.measures[0]?.id, reason: 'NO_NEED', familyInformed: 'YES', to: KARIN?.id };
      await direct.press(card, verb, KARIN as never, data, { conversationId });
      const after = await read(caseId);
      const written = after.measureEvents.length - before.measureEvents.length;
      expect([verb, kind, written > 0]).toEqual([verb, kind, inForce(before) !== inForce(after)]);
      if (written > 0) wrote.add(verb);
    }
  }
  expect([...wrote].sort()).toEqual(['measure.done', 'plan.measureDone']);
}, 240_000);

test('its rows can be neither changed nor taken away', async () => {
  const [event] = await direct.prisma.measureEvent.findMany({ take: 1 });
  if (!event) throw new Error('an event is needed');
  await expect(
    direct.prisma.measureEvent.update({ where: { id: event.id }, data: { kind: 'DROPPED' } }),
  ).rejects.toThrow();
  await expect(direct.prisma.measureEvent.delete({ where: { id: event.id } })).rejects.toThrow();
});
