/** The real dispatcher on a database of its own, without HTTP around it: for what must hold for very many acts. */
import { Writable } from 'node:stream';
import { v7 as uuid } from 'uuid';
import { newAct } from '../../bot/act.ts';
import { createDispatch } from '../../bot/engine/dispatch.ts';
import { createLog } from '../../bot/log/log.ts';
import { newPosting } from '../../domain/posting.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import type { Posting } from '../../domain/rows/posting.ts';
import type { Person } from '../../domain/rows/register.ts';
import { importRegister } from '../../prisma/load-register.ts';
import { added } from './case-rows.ts';
import { registerWith } from './case-views.ts';
import { createPGlite, createPostgres, hasPostgres, openTestDatabase, testClock } from './databases.ts';

type Someone = Pick<Person, 'id' | 'tenantId' | 'name'>;
export type Stored = { caseId: string; cards: Record<'CASE' | 'MEASURE', Posting>; read(): Promise<string> };
export type Direct = Awaited<ReturnType<typeof openDirect>>;

/** Stands at the moment that `case-views.ts` is drawn at. */
export async function openDirect({ people = [] }: { people?: Person[] } = {}) {
  const place = await (hasPostgres() ? createPostgres() : createPGlite());
  const clock = testClock();
  const { database, prisma, close } = await openTestDatabase(place.location, { clock });
  const register = registerWith();
  await importRegister(prisma, { ...register, people: [...register.people, ...people] }, { dryRun: false });
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
  });

  return {
    prisma,
    database,
    logged,
    /**
     * Everything of a file, with its convener's card and a measure's; `read` is all that is stored of it, and how many
     * effects wait.
     */
    async store(file: CaseFile): Promise<Stored> {
      const { id: caseId, tenantId, convenerId } = file.case;
      const at = {
        caseId,
        tenantId,
        language: 'sv',
        createdAt: clock.now(),
        conversationId: 'c',
        serviceUrl: 'http://x',
      } as const;
      const own = newPosting(uuid(), { ...at, kind: 'CASE', page: 'guide', personId: convenerId });
      const measure = newPosting(uuid(), {
        ...at,
        kind: 'MEASURE',
        page: 'measure',
        measureId: file.measures[0]?.id ?? null,
      });
      const rows = (table: Change['in'], list: readonly { id: string }[]) => list.map((row) => added(table, row));
      const changes: Change[] = [
        added('case', file.case),
        ...rows('talk', file.talks),
        ...rows('consent', file.consents),
        ...rows('meeting', file.meetings),
        ...rows('participant', file.participants),
        ...rows('plan', file.plans),
        ...rows('goal', file.goals),
        ...rows('measure', file.measures),
        ...rows('member', file.members),
        own,
        measure,
      ];
      await database.transaction((store) => store.apply(changes));
      return {
        caseId,
        cards: { CASE: own.set as Posting, MEASURE: measure.set as Posting },
        read: async () =>
          JSON.stringify([await database.transaction((store) => store.findCase(caseId)), await prisma.effect.count()]),
      };
    },
    press: (card: Pick<Posting, 'id' | 'turn'>, verb: string, someone: Someone, data: Record<string, unknown>) =>
      dispatch(
        newAct('verb', verb, uuid(), {
          actor: { tenantId: someone.tenantId, personId: someone.id, name: someone.name },
          at: {
            tenantId: someone.tenantId,
            conversationId: `chat-${someone.id}`,
            serviceUrl: 'http://x',
            personal: true,
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
