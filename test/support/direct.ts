/** The real dispatcher on a database of its own, without HTTP around it: for what must hold for very many acts. */
import { Writable } from 'node:stream';
import { v7 as uuid } from 'uuid';
import { newAct } from '../../bot/act.ts';
import { createDispatch } from '../../bot/engine/dispatch.ts';
import { createLog } from '../../bot/log/log.ts';
import type { PostingKind } from '../../domain/codes.ts';
import { limitsTimes, type PersonLimits } from '../../domain/limits.ts';
import { newPosting } from '../../domain/posting.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import type { Posting } from '../../domain/rows/posting.ts';
import type { Person } from '../../domain/rows/register.ts';
import { importRegister } from '../../prisma/load-register.ts';
import { added } from './case-rows.ts';
import { registerWith } from './case-views.ts';
import {
  createPGlite,
  createPostgres,
  hasPostgres,
  openTestDatabase,
  type TestDatabase,
  testClock,
} from './databases.ts';

type Someone = Pick<Person, 'id' | 'tenantId' | 'name'>;
export type Stored = { caseId: string; cards: Record<PostingKind, Posting>; read(): Promise<string[]> };
export type Direct = Awaited<ReturnType<typeof openDirect>>;

/** Where the measures' cards stand. */
export const CHANNEL = '19:sip@thread.tacv2';

const mapValues = <K extends string, A, B>(table: Record<K, A>, change: (one: A) => B) =>
  Object.fromEntries(Object.entries<A>(table).map(([name, one]) => [name, change(one)])) as Record<K, B>;

type Options = { people?: Person[]; place?: TestDatabase; limits?: PersonLimits };

/** Stands at the moment that `case-views.ts` is drawn at. */
export async function openDirect({ people = [], place: given, limits = limitsTimes(1_000).person }: Options = {}) {
  const place = given ?? (await (hasPostgres() ? createPostgres() : createPGlite()));
  const clock = testClock();
  const { database, prisma, close } = await openTestDatabase(place.location, { clock });
  const register = registerWith();
  await importRegister(prisma, { ...register, people: [...register.people, ...people] });
  const logged: string[] = [];
  const destination = new Writable({
    write(line, _encoding, done) {
      logged.push(String(line));
      done();
    },
  });
  const dispatch = createDispatch({
    database,
    clock,
    log: createLog({ key: 'k', destination }),
    publicUrl: 'http://127.0.0.1',
    limits,
  });

  return {
    prisma,
    database,
    logged,
    /**
     * Everything of a file, and of each kind of posting one: the convener's in their chat, a measure's in the channel.
     * `read` is everything that stands in the database but the audit, where people's
     * own chats are and how much they have done lately, row by row.
     */
    async store(file: CaseFile): Promise<Stored> {
      const { id: caseId, tenantId, convenerId } = file.case;
      const at = {
        caseId,
        tenantId,
        language: 'sv',
        createdAt: clock.now(),
        serviceUrl: 'http://x',
      } as const;
      const chat = { ...at, conversationId: `chat-${convenerId}`, activityId: 'm' };
      const noCase = { ...chat, caseId: null };
      const made: Record<PostingKind, ReturnType<typeof newPosting>> = {
        CASE: newPosting(uuid(), { ...chat, kind: 'CASE', page: 'guide', personId: convenerId }),
        MEASURE: newPosting(uuid(), {
          ...at,
          conversationId: `${CHANNEL};messageid=1`,
          activityId: 'm',
          kind: 'MEASURE',
          page: 'measure',
          measureId: file.measures[0]?.id ?? null,
        }),
        PLAN: newPosting(uuid(), { ...chat, kind: 'PLAN', page: 'delivered', personId: convenerId }),
        HELP: newPosting(uuid(), { ...noCase, kind: 'HELP', page: 'help', personId: convenerId }),
        CASES: newPosting(uuid(), { ...noCase, kind: 'CASES', page: 'cases', personId: convenerId }),
        PROPOSE: newPosting(uuid(), { ...noCase, kind: 'PROPOSE', page: 'propose', personId: convenerId }),
        LINE: newPosting(uuid(), {
          ...noCase,
          kind: 'LINE',
          page: 'line',
          line: { key: 'line.movedDown', values: { code: file.case.code } },
        }),
      };
      const rows = (table: Change['in'], list: readonly { id: string }[]) => list.map((row) => added(table, row));
      const changes: Change[] = [
        added('case', file.case),
        ...rows('talk', file.talks),
        ...rows('consent', file.consents),
        ...rows('withdrawal', file.withdrawals),
        ...rows('meeting', file.meetings),
        ...rows('participant', file.participants),
        ...rows('meetingMove', file.meetingMoves),
        ...rows('plan', file.plans),
        ...rows('attendee', file.attendees),
        ...rows('planRecipient', file.planRecipients),
        ...rows('need', file.needs),
        ...rows('goal', file.goals),
        ...rows('measure', file.measures),
        ...rows('openPoint', file.openPoints),
        ...rows('measureEvent', file.measureEvents),
        ...rows('member', file.members),
        ...Object.values(made),
      ];
      await database.transaction((store) => store.apply(changes));
      return {
        caseId,
        cards: mapValues(made, ({ set }) => set as Posting),
        async read() {
          const tables = await prisma.$queryRaw<{ name: string }[]>`
            SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
            WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND tablename NOT IN ('Audit', 'Chat', 'Conversation', 'Pace', 'version')`;
          const all = tables.map(({ name }) => `SELECT '${name} ' || to_jsonb(t)::text AS row FROM ${name} t`);
          const rows = await prisma.$queryRawUnsafe<{ row: string }[]>(`${all.join(' UNION ALL ')} ORDER BY row`);
          return rows.map(({ row }) => row);
        },
      };
    },
    clock,
    dispatch,
    type: (text: string, { id: personId, tenantId }: Someone) =>
      dispatch(
        newAct('words', text, uuid(), {
          actor: { personId },
          at: { tenantId, conversationId: `chat-${personId}`, serviceUrl: 'http://x', personal: true },
        }),
      ),
    /** In their own chat with the bot, unless it is said where. */
    press: (
      card: Pick<Posting, 'id' | 'turn'>,
      verb: string,
      someone: Someone,
      data: Record<string, unknown>,
      {
        kind = 'verb',
        conversationId = `chat-${someone.id}`,
      }: { kind?: 'verb' | 'event'; conversationId?: string } = {},
    ) =>
      dispatch(
        newAct(kind, verb, uuid(), {
          actor: { personId: someone.id },
          at: {
            tenantId: someone.tenantId,
            conversationId,
            serviceUrl: 'http://x',
            personal: conversationId === `chat-${someone.id}`,
          },
          messageId: 'm',
          postingId: card.id,
          turn: card.turn,
          data,
        }),
      ),
    async close() {
      await close();
      await place.remove();
    },
  };
}
