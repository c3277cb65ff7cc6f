/** `npm run dead [-- --again]`: what was given up and waits for somebody to look; and has it done once more. */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readImportConfig, takenByNpm } from '../bot/config/config.ts';
import { databaseSentence } from './database-sentence.ts';
import { TRIES } from './due-items.ts';
import type { Engine } from './engine.ts';
import { openJobs } from './jobs.ts';
import { openPostgres } from './postgres.ts';
import type { QueueDb } from './queue.ts';
import { runCommand } from './run-command.ts';
import { sql } from './session.ts';

export type Dead = { what: 'effect' | 'due'; kind: string; cause: string | null; code: string | null; since: string };

export const listDead = (engine: Engine): Promise<Dead[]> =>
  engine.transaction((tx) =>
    tx.query<Dead>(sql`
      SELECT 'effect' AS "what", e."kind", e."cause", c."code", to_char(e."endedAt", 'YYYY-MM-DD HH24:MI') AS "since"
        FROM "Effect" e LEFT JOIN "Case" c ON c."id" = e."caseId" WHERE e."state" = 'DEAD'
      UNION ALL
      SELECT 'due', d."kind", NULL, c."code", to_char(d."doneAt", 'YYYY-MM-DD HH24:MI')
        FROM "DueItem" d LEFT JOIN "Case" c ON c."id" = d."caseId"
        WHERE d."attempts" >= ${TRIES}::int AND d."doneAt" IS NOT NULL
      ORDER BY "since"`),
  );

/** As many in one transaction: a hundred thousand of them would hold their rows for longer than is allowed. */
const BITE = 500;

/** All of it is tried as if it were new; what is not wanted any more ends by itself. Answers how many. */
export async function tryDeadAgain(engine: Engine, onError: (error: unknown) => void, bite = BITE): Promise<number> {
  const jobs = await openJobs(engine, onError);
  const again = () =>
    engine.transaction(async (tx) => {
      const effects = await tx.query<{ id: string; kind: string; waitedFor: boolean }>(sql`
        UPDATE "Effect" SET "state" = 'WAITING', "failures" = 0, "surprises" = 0, "endedAt" = NULL
        WHERE "id" IN (SELECT "id" FROM "Effect" WHERE "state" = 'DEAD' ORDER BY "waitedFor" DESC, "id" LIMIT ${bite}::int)
        RETURNING "id", "kind", "waitedFor"`);
      const items = await tx.query(sql`
        UPDATE "DueItem" SET "doneAt" = NULL, "attempts" = 0 WHERE "id" IN (SELECT "id" FROM "DueItem"
          WHERE "attempts" >= ${TRIES}::int AND "doneAt" IS NOT NULL ORDER BY "id" LIMIT ${bite}::int)
        RETURNING "id"`);
      const withCommit: QueueDb = {
        async executeSql(text, values = []) {
          tx.withCommit({ text, values });
          return { rows: [] };
        },
      };
      if (effects.length > 0)
        await jobs.add(
          withCommit,
          effects.map(({ id, ...effect }) => ({ effectId: id, ...effect })),
        );
      return effects.length + items.length;
    });
  try {
    let all = 0;
    for (let some = await again(); some > 0; some = await again()) all += some;
    return all;
  } finally {
    await jobs.stop();
  }
}

/** Exit code: 0, or 1 where the database cannot be used. */
async function main(args: string[], say: (line: string) => void): Promise<number> {
  const { values } = parseArgs({ args, options: { again: { type: 'boolean', default: false } } });
  if (!values.again && takenByNpm(['again']).length > 0) {
    say('npm has kept --again to itself: npm run dead -- --again');
    return 1;
  }
  const reading = readImportConfig();
  if (!reading.ok) {
    for (const line of reading.missing) say(line);
    return 1;
  }
  const engine = await openPostgres(reading.config.databaseUrl, () => undefined).catch((error: unknown) => {
    const sentence = databaseSentence(error);
    if (sentence === null) throw error;
    say(sentence);
    return null;
  });
  if (!engine) return 1;
  try {
    const dead = await listDead(engine);
    for (const { what, kind, cause, code, since } of dead)
      say([since, what, kind, cause, code].filter(Boolean).join('  '));
    if (dead.length === 0) say('Nothing is dead.');
    else if (values.again) say(`Tried again: ${await tryDeadAgain(engine, () => undefined)}.`);
    else say('npm run dead -- --again tries all of it once more.');
    return 0;
  } finally {
    await engine.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runCommand(main);
