import { expect } from 'vitest';
import { verifyAudit } from '../../prisma/audit.ts';
import type { OpenDatabase } from '../../prisma/database.ts';
import { buttonsOf, textOf } from '../support/card-json.ts';
import type { SinkMessage, TeamsSink } from '../support/teams-sink.ts';

/**
 * After the whole trip: every row once, every effect done, the audit chain whole, and each card in one message that
 * shows how things stand. `extraPosts`: how often a card was on its way when the program was killed; each may have left
 * one message behind.
 */
export async function checkTrip(
  { prisma }: OpenDatabase,
  sink: TeamsSink,
  { measures = 2, extraPosts = 0 } = {},
): Promise<void> {
  expect(await verifyAudit(prisma)).toMatchObject({ ok: true });
  expect(await prisma.effect.findMany({ where: { state: { not: 'DONE' } } })).toEqual([]);
  const counts = {
    cases: await prisma.case.count(),
    talks: await prisma.talk.count(),
    consents: await prisma.consent.count({ where: { recordedAt: { not: null } } }),
    meetings: await prisma.meeting.count(),
    participants: await prisma.participant.count(),
    plans: await prisma.plan.count({ where: { lockedAt: { not: null } } }),
    goals: await prisma.goal.count(),
    measures: await prisma.measure.count(),
    cards: await prisma.posting.count({ where: { kind: { not: 'HELP' } } }),
  };
  const once = {
    cases: 1,
    talks: 2,
    consents: 2,
    meetings: 1,
    participants: 2,
    plans: 1,
    goals: 1,
    measures,
    cards: measures + 1,
  };
  expect(counts).toEqual(once);

  const postings = await prisma.posting.findMany();
  for (const { id, activityId } of postings) {
    const own = sink.messages.filter((message) => postingOf(message) === id);
    // The one that is remembered is the newest.
    expect(own.at(-1)?.id).toBe(activityId);
    expect(own.length).toBeLessThanOrEqual(1 + extraPosts);
  }
  const remembered = sink.messages
    .filter(({ id }) => postings.some(({ activityId }) => activityId === id))
    .map(({ card }) => textOf(card));
  for (const { ordinal, state } of await prisma.measure.findMany()) {
    const own = remembered.find((text) => text.startsWith(`Åtgärd ${ordinal} `));
    expect(own?.includes('**Klar')).toBe(state === 'DONE');
    const line = new RegExp(`Åtgärd ${ordinal} .*\\*\\*Klar\\*\\*`);
    expect(remembered.some((text) => line.test(text))).toBe(state === 'DONE');
  }
}

/** Cards lose their buttons when there is nothing more to do on them. */
export const postingOf = ({ posted }: SinkMessage): string | undefined => buttonsOf(posted)[0]?.data.posting;
