/** Acts that were carried out before, where to reach people, and the audit row that ends every act. */
import type { Store } from '../domain/ports.ts';
import type { Chat } from '../domain/rows/posting.ts';
import type { Prisma } from './generated/client.ts';
import type { Inside } from './inside.ts';
import { type JsonRow, toDomain } from './rows.ts';

type ActStore = Pick<Store, 'lockKey' | 'findSeenAct' | 'saveSeenAct' | 'findChat' | 'saveChat' | 'audit'>;

export function actStore({ tx, now, keys }: Inside): ActStore {
  /** What was filled in belongs to an act as much as its button does, and must not stand here. */
  const keyOf = (key: string, filled: unknown) =>
    filled === undefined ? key : `${key}:${keys.mark(JSON.stringify(filled), key)}`;
  return {
    async lockKey(key) {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
    },
    /** Undefined when the act has not been seen; what was saved may itself be anything. */
    async findSeenAct(key, filled) {
      const [row] = await tx.$queryRaw<
        { outcome: unknown }[]
      >`SELECT "outcome" FROM "SeenAct" WHERE "key" = ${keyOf(key, filled)}`;
      return row?.outcome;
    },
    async saveSeenAct(key, outcome, filled) {
      await tx.$executeRaw`INSERT INTO "SeenAct" ("key", "outcome", "seenAt") VALUES (${keyOf(key, filled)}, ${JSON.stringify(outcome)}::jsonb, ${now.toString()}::timestamptz)`;
    },
    async findChat(personId) {
      const [row] = await tx.$queryRaw<
        { chat: JsonRow }[]
      >`SELECT to_jsonb(c) AS "chat" FROM "Chat" c WHERE "personId" = ${personId}`;
      return row ? (toDomain('Chat', personId, row.chat, keys) as Chat) : null;
    },
    async saveChat({ personId, ...chat }) {
      const data = { ...chat, greetedAt: chat.greetedAt && new Date(chat.greetedAt.epochMilliseconds) };
      await tx.chat.upsert({ where: { personId }, create: { personId, ...data }, update: data });
    },
    async audit(entry) {
      const { tenantId, actorId, act, caseId, subjectId, outcome } = entry satisfies Omit<
        Prisma.AuditUncheckedCreateInput,
        'at'
      >;
      await tx.$executeRaw`INSERT INTO "Audit" ("at", "tenantId", "actorId", "act", "caseId", "subjectId", "outcome")
      VALUES (${now.toString()}::timestamptz, ${tenantId}, ${actorId}, ${act}, ${caseId}, ${subjectId}, ${outcome})`;
    },
  };
}
