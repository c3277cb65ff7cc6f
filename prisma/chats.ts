/** Where people and channels are reached, and what waits to stand there. */
import type { Store } from '../domain/ports.ts';
import type { Chat } from '../domain/rows/posting.ts';
import { Prisma } from './generated/client.ts';
import type { Inside } from './inside.ts';
import { type JsonRow, toDomain, toRow } from './rows.ts';
import { sql } from './session.ts';
import { recordOf, upsertFrom } from './statements.ts';
import type { Matching } from './tables.ts';

type ChatStore = Pick<
  Store,
  'findChat' | 'saveChat' | 'forgetChat' | 'findServiceUrl' | 'saveServiceUrl' | 'listWaitingCards'
>;

const CHAT = { model: 'Chat', columns: Prisma.ChatScalarFieldEnum, key: 'personId' } satisfies Matching<{
  chat: Chat;
}>['chat'];
const SAVE_CHAT = upsertFrom(CHAT, recordOf(CHAT));

const WAITING = `SELECT p."caseId", p."id" AS "postingId" FROM "Posting" p JOIN "Case" c ON c."id" = p."caseId"
  WHERE c."status" <> 'CLOSED' AND p."activityId" IS NULL AND NOT EXISTS (
    SELECT FROM "DueItem" d WHERE d."kind" = 'card.waits' AND d."subjectId" = p."id" AND d."doneAt" IS NULL)`;
const OF_PERSON = `${WAITING} AND p."kind" IN ('CASE', 'PLAN') AND p."personId" = $1`;
/** Those whose channel is gone, and those whose channel is none of the register's any more. */
const OF_CHANNELS = `${WAITING} AND p."kind" = 'MEASURE' AND NOT EXISTS (
  SELECT FROM "Channel" h WHERE h."conversationId" = split_part(p."conversationId", ';', 1))`;

export const chatStore = ({ tx, keys }: Inside): ChatStore => ({
  async findChat(personId) {
    const [row] = await tx.query<{ chat: JsonRow }>(
      sql`SELECT to_jsonb(c) AS "chat" FROM "Chat" c WHERE "personId" = ${personId}`,
    );
    return row ? (toDomain(CHAT, row.chat, keys) as Chat) : null;
  },
  async saveChat(chat) {
    tx.send({ text: SAVE_CHAT, values: [JSON.stringify(toRow(CHAT, chat.personId, chat, keys))] });
  },
  async forgetChat(personId, conversationId) {
    tx.send(sql`DELETE FROM "Chat" WHERE "personId" = ${personId} AND "conversationId" = ${conversationId}`);
  },
  async findServiceUrl(conversationId) {
    const [row] = await tx.query<{ serviceUrl: string }>(
      sql`SELECT "serviceUrl" FROM "Conversation" WHERE "id" = ${conversationId}`,
    );
    return row?.serviceUrl ?? null;
  },
  async saveServiceUrl(conversationId, serviceUrl) {
    tx.send(sql`INSERT INTO "Conversation" ("id", "serviceUrl") VALUES (${conversationId}, ${serviceUrl})
      ON CONFLICT ("id") DO UPDATE SET "serviceUrl" = EXCLUDED."serviceUrl"
      WHERE "Conversation"."serviceUrl" <> EXCLUDED."serviceUrl"`);
  },
  listWaitingCards: (personId) =>
    tx.query<{ caseId: string; postingId: string }>(
      personId === null ? { text: OF_CHANNELS } : { text: OF_PERSON, values: [personId] },
    ),
});
