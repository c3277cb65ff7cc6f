/** What cannot be pressed into being in a moment: a plan whose measure is shown, a meeting in a calendar, a closed case. */
import { Temporal } from 'temporal-polyfill';
import { v7 as uuid } from 'uuid';
import type { CaseStatus } from '../domain/codes.ts';
import { newPosting } from '../domain/posting.ts';
import { newCaseRow } from '../domain/rows/case.ts';
import type { Change } from '../domain/rows/case-file.ts';
import { newMeeting } from '../domain/rows/meeting.ts';
import { newMeasure, newPlan } from '../domain/rows/plan.ts';
import { openKeyRing } from '../prisma/crypto.ts';
import { openDatabase } from '../prisma/database.ts';
import { openPostgres } from '../prisma/postgres.ts';
import { CONVENER, type HeldCard, type Watched } from './activities.ts';
import { DATA_KEYS } from './servers/config-of.ts';

/** As the calendar says, too: nobody has moved it. */
export const MEETS_AT = {
  startAt: Temporal.Instant.from('2099-03-01T09:00:00Z'),
  endAt: Temporal.Instant.from('2099-03-01T10:00:00Z'),
};

export type StandingCases = { measure: HeldCard; event: Watched; closedCaseId: string };

const added = <T extends Change['in']>(table: T, row: { id: string }) =>
  ({ in: table, id: row.id, set: row }) as unknown as Change;

export async function addStandingCases(databaseUrl: string): Promise<StandingCases> {
  const now = Temporal.Now.instant();
  const { id: convenerId, tenantId } = CONVENER;
  const newCase = (status: CaseStatus) => {
    const id = uuid();
    const code = id.slice(-6);
    return newCaseRow({ id, code, tenantId, convenerId, unitId: 'elevhalsan', language: 'sv', createdAt: now, status });
  };
  const [planned, called, closed] = [newCase('PLAN_ACTIVE'), newCase('INVITED'), newCase('CLOSED')];
  const plan = newPlan({ id: uuid(), caseId: planned.id, meetingId: 'm', version: 1, lockedAt: now });
  const { id: planId } = plan;
  const { unitId } = planned;
  const measure = newMeasure({ id: uuid(), planId, ordinal: 1, what: 'Lugn plats.', unitId, personId: convenerId });
  const own = { caseId: planned.id, measureId: measure.id, tenantId, language: 'sv', createdAt: now } as const;
  const card = newPosting(uuid(), { kind: 'MEASURE', page: 'measure', ...own });
  const [subscriptionId, clientState, eventId] = [uuid(), uuid(), uuid()];
  const event: Watched = { subscriptionId, clientState, eventId };
  const inCalendar = { organizerId: convenerId, eventId, eventState: 'LIVE', sentAt: now } as const;
  const meeting = newMeeting({ id: uuid(), caseId: called.id, status: 'SENT', ...inCalendar, ...MEETS_AT });

  const engine = await openPostgres(databaseUrl, () => undefined);
  const keys = openKeyRing(DATA_KEYS);
  const open = await openDatabase(engine, { clock: { now: () => now }, keys });
  await open.database.transaction(async (store) => {
    await store.apply([
      ...[planned, called, closed].map((row) => added('case', row)),
      added('plan', plan),
      added('measure', measure),
      added('meeting', meeting),
      card,
    ]);
    await store.saveSubscription(convenerId, { subscriptionId, clientState, expiresAt: MEETS_AT.endAt });
  });
  await open.close();
  return {
    measure: { posting: card.id, turn: String(card.set.turn), presses: 0 },
    event,
    closedCaseId: closed.id,
  };
}
