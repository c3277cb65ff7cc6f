import { createHash } from 'node:crypto';
import type { Audit, PrismaClient } from './generated/client.ts';

/** `seq` is the first row that does not fit: changed, or standing after one that is gone. */
export type AuditVerdict = { ok: true; rows: number; lastHash: string } | { ok: false; seq: number };

const PAGE = 1_000;

/**
 * Follows the chain from its first row and computes every hash anew, here and not in the database. Rows cut off at the
 * end do not show: for that, keep `rows` and `lastHash` outside the database and compare.
 */
export async function verifyAudit(prisma: Pick<PrismaClient, 'audit'>): Promise<AuditVerdict> {
  let last = { seq: 0, hash: '' };
  for (;;) {
    const rows = await prisma.audit.findMany({ where: { seq: { gt: last.seq } }, orderBy: { seq: 'asc' }, take: PAGE });
    for (const row of rows) {
      if (row.seq !== last.seq + 1 || row.previous !== last.hash || row.hash !== hashOf(row))
        return { ok: false, seq: row.seq };
      last = row;
    }
    if (rows.length < PAGE) return { ok: true, rows: last.seq, lastHash: last.hash };
  }
}

/** As the trigger `chainAudit` in the first migration computes it. */
function hashOf(row: Audit): string {
  const { seq, at, tenantId, actorId, act, caseId, subjectId, outcome, previous } = row;
  const text = [seq, at.toISOString(), tenantId, actorId, act, caseId, subjectId, outcome, previous]
    .map((part) => part ?? '')
    .join('|');
  return createHash('sha256').update(text).digest('hex');
}
