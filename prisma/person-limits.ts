/** How much somebody has done lately: one row a person, written where the act is. */
import { type Levels, PERSON_LIMITS, type PersonLimit, type PersonLimits } from '../domain/limits.ts';
import type { Store } from '../domain/ports.ts';
import type { Inside } from './inside.ts';
import { type Statement, sql } from './session.ts';

type PaceStore = Pick<Store, 'pace' | 'addToPace' | 'mayBeTold'>;

const NAMES = Object.keys(PERSON_LIMITS) as PersonLimit[];
/** The n:th value of the k:th limit: what is added, how many fit, how many are emptied in a second. */
const value = (limit: number, n: number) => `$${3 + limit * 3 + n}::float8`;
const columns = NAMES.map((name) => `"${name}"`).join(', ');
/** Never negative, where a clock was set back. */
const SECONDS = `GREATEST(EXTRACT(EPOCH FROM EXCLUDED."at" - p."at")::float8, 0)`;

const emptied = (name: PersonLimit, limit: number) => `GREATEST(p."${name}" - ${SECONDS} * ${value(limit, 2)}, 0)`;
/** What is added to is full at most: a crowd of acts shuts nobody out for longer than the first of them. */
const filled = (name: PersonLimit, limit: number) =>
  `CASE WHEN ${value(limit, 0)} > 0 THEN LEAST(${emptied(name, limit)}, ${value(limit, 1)}) ELSE ${emptied(name, limit)} END`;

/** Emptied as domain/limits.ts says it. */
const ADD = `INSERT INTO "Pace" AS p ("personId", "at", ${columns})
  VALUES ($1, $2::timestamptz, ${NAMES.map((_, limit) => value(limit, 0)).join(', ')})
  ON CONFLICT ("personId") DO UPDATE SET "at" = EXCLUDED."at",
    ${NAMES.map((name, limit) => `"${name}" = ${filled(name, limit)} + EXCLUDED."${name}"`).join(', ')}
  RETURNING ${columns}`;

export const paceStore = ({ tx, now }: Inside): PaceStore => {
  const add = (personId: string, added: Partial<Levels>, limits: PersonLimits): Statement => ({
    text: ADD,
    values: [
      personId,
      now.toString(),
      ...NAMES.flatMap((name) => [added[name] ?? 0, limits[name].atOnce, 1 / limits[name].everySeconds]),
    ],
  });
  return {
    async pace(personId, added, limits) {
      const [row] = await tx.query<Levels>(add(personId, added, limits));
      const before = NAMES.map((name) => [name, (row?.[name] ?? 0) - (added[name] ?? 0)]);
      return Object.fromEntries(before) as Levels;
    },
    addToPace(personId, added, limits) {
      tx.withCommit(add(personId, added, limits));
    },
    async mayBeTold(personId) {
      const told = await tx.query(sql`UPDATE "Pace" SET "saidAt" = ${now.toString()}::timestamptz
        WHERE "personId" = ${personId} AND ("saidAt" IS NULL OR "saidAt" > "at"
          OR "saidAt" <= ${now.toString()}::timestamptz - interval '1 minute') RETURNING 1`);
      return told.length > 0;
    },
  };
};
