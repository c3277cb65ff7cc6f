/** The pace towards Teams, kept for all copies of the program together. */

import type { Store } from '../domain/ports.ts';
import { CONVERSATION_LIMITS, TENANT_LIMITS, type TeamsPace, turnIn } from '../domain/teams-pace.ts';
import type { Inside } from './inside.ts';
import { sql } from './session.ts';

type Row = { pace: TeamsPace | null; now: number; pause: number };

export const teamsPaceStore = ({ tx }: Inside): Pick<Store, 'takeTeamsTurn'> => ({
  async takeTeamsTurn({ conversation, tenantId }, isWaitedFor) {
    const keys = [conversation, tenantId];
    const limits = [CONVERSATION_LIMITS, TENANT_LIMITS];
    // Always in the same order, after the case's row: of two that want a turn the second counts the first.
    tx.send(sql`SELECT pg_advisory_xact_lock(hashtextextended('pace:' || "key", 0))
      FROM (SELECT "key" FROM unnest(${keys}::text[]) "key" ORDER BY "key") AS "keys"`);
    // By the database's own clock: that of a copy may be another one, and the sandbox's jumps.
    const rows = await tx.query<Row>(sql`SELECT p."state" AS "pace",
        (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS "now",
        coalesce(extract(epoch FROM b."until" - clock_timestamp()), 0)::float8 AS "pause"
      FROM unnest(${keys}::text[]) WITH ORDINALITY k ("key", "n") LEFT JOIN "TeamsPace" p ON p."key" = k."key"
        LEFT JOIN "NotBefore" b ON b."target" = k."key" ORDER BY k."n"`);
    const pause = Math.max(...rows.map((row) => row.pause));
    if (pause > 0) return pause;
    const places = rows.map(({ pace }, n) => ({ pace, limits: limits[n] ?? [] }));
    const { waitMs, paces } = turnIn(places, rows[0]?.now ?? 0, isWaitedFor);
    tx.withCommit(sql`INSERT INTO "TeamsPace" ("key", "state")
      SELECT "key", "state" FROM unnest(${keys}::text[], ${paces.map((pace) => JSON.stringify(pace))}::jsonb[]) p ("key", "state")
      ON CONFLICT ("key") DO UPDATE SET "state" = EXCLUDED."state"`);
    return waitMs / 1_000;
  },
});
