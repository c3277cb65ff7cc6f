/** Nobody is called without the family's consent, whoever asks: every participant that is stored passes here. */
import { Temporal } from 'temporal-polyfill';
import { commonConsent } from '../domain/consent.ts';
import { dayOf } from '../domain/days.ts';
import { daysToCover } from '../domain/deadlines.ts';
import { ConsentMissing } from '../domain/ports.ts';
import type { CaseFile } from '../domain/rows/case-file.ts';
import type { Inside } from './inside.ts';
import { type JsonRow, toDomain } from './rows.ts';
import { sql } from './session.ts';
import { TABLES } from './tables.ts';

type Read = {
  case: JsonRow;
  consents: JsonRow[] | null;
  withdrawals: JsonRow[] | null;
  units: string[];
  startAt: string | null;
};

/** Reads the consents as they stand in this transaction, after its own changes. Throws ConsentMissing. */
export async function checkConsent({ tx, now, keys }: Inside, participantIds: string[]): Promise<void> {
  const reads = await tx.query<Read>(sql`
    SELECT to_jsonb(c) AS "case", array_agg(DISTINCT p."unitId") AS "units", to_jsonb(max(m."startAt")) AS "startAt",
      (SELECT jsonb_agg(to_jsonb(s) - 'originalLocationSealed') FROM "Consent" s WHERE s."caseId" = c."id") AS "consents",
      (SELECT jsonb_agg(w) FROM "Withdrawal" w WHERE w."caseId" = c."id") AS "withdrawals"
    FROM "Participant" p JOIN "Meeting" m ON m."id" = p."meetingId" JOIN "Case" c ON c."id" = m."caseId"
    WHERE p."id" = ANY(${participantIds}) GROUP BY c."id"`);
  for (const read of reads) {
    const row = toDomain(TABLES.case, read.case, keys) as CaseFile['case'];
    const consents = (read.consents ?? []).map((consent) =>
      toDomain(TABLES.consent, consent, keys),
    ) as CaseFile['consents'];
    const withdrawals = (read.withdrawals ?? []).map((one) =>
      toDomain(TABLES.withdrawal, one, keys),
    ) as CaseFile['withdrawals'];
    const days = daysToCover(read.startAt === null ? null : Temporal.Instant.from(read.startAt), dayOf(now));
    const allowed = commonConsent({ case: row, consents, withdrawals }, days)?.units;
    const outside = [...read.units, row.unitId].find((unit) => !allowed?.has(unit));
    if (outside !== undefined) throw new ConsentMissing(outside);
  }
}
