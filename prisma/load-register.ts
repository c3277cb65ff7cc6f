/**
 * Brings the register tables to what a register file says. Nobody and nothing is deleted: old cases still name them.
 */
import { v7 as uuid } from 'uuid';
import { filled, type WholeRegister } from './fill-register.ts';
import type { Prisma, PrismaClient } from './generated/client.ts';
import { differenceTo, isWritten, losesMany, type PresentRows, type RegisterChange } from './register-difference.ts';
import type { ParsedRegister } from './register-file.ts';
import { brokenTogether, type RegisterFault } from './register-rules.ts';
import { REGISTER_VERSION } from './settings.ts';

/** `faults`: what does not fit together once the stored register has filled in what the file leaves out. */
export type Import = { changes: RegisterChange[]; loses: string[]; faults: RegisterFault[]; register: WholeRegister };

/** One transaction. `mayStore` sees what would change, and may say no: then nothing is written. */
export const importRegister = (
  prisma: PrismaClient,
  register: ParsedRegister,
  mayStore: (wanted: Import) => boolean = () => true,
): Promise<Import> =>
  prisma.$transaction(
    async (tx) => {
      const present = await readPresent(tx);
      const whole = filled(present, register);
      const changes = await withCases(tx, differenceTo(present, whole));
      const wanted = { changes, loses: losesMany(present, changes), faults: brokenTogether(whole), register: whole };
      const writes = changes.filter(isWritten);
      if (writes.length === 0 || wanted.faults.length > 0 || !mayStore(wanted)) return wanted;
      for (const change of writes) await store(tx, change);
      await saveSetting(tx, REGISTER_VERSION, uuid());
      return wanted;
    },
    { maxWait: 15_000, timeout: 120_000 },
  );

const TABLES = {
  unit: 'Unit',
  person: 'Person',
  place: 'Place',
  channel: 'Channel',
  setting: 'Setting',
} as const;

/** As they stand, also in a database that is empty or an older program's: a dry run has applied no migration. */
async function readPresent(tx: Prisma.TransactionClient): Promise<PresentRows> {
  const present: PresentRows = { unit: [], person: [], place: [], channel: [], setting: [] };
  for (const [kind, table] of Object.entries(TABLES) as [keyof PresentRows, string][]) {
    if (!(await isThere(tx, table))) continue;
    const rows = await tx.$queryRawUnsafe<{ row: Record<string, unknown> }[]>(
      `SELECT to_jsonb(t) AS "row" FROM "${table}" t`,
    );
    present[kind] = rows.map(({ row }) => row);
  }
  return present;
}

async function isThere(tx: Prisma.TransactionClient, table: string): Promise<boolean> {
  const [is] = await tx.$queryRawUnsafe<{ there: boolean }[]>(
    `SELECT to_regclass('"${table}"') IS NOT NULL AS "there"`,
  );
  return is?.there === true;
}

/** Whoever leaves may have cases that nobody else gets into: only its convener hands a case over. */
async function withCases(tx: Prisma.TransactionClient, changes: RegisterChange[]): Promise<RegisterChange[]> {
  const leavers = changes.filter(({ kind, what }) => kind === 'person' && what === 'inactive').map(({ id }) => id);
  if (leavers.length === 0 || !(await isThere(tx, 'Case')) || !(await isThere(tx, 'Member'))) return changes;
  const counted = await tx.$queryRaw<{ id: string; open: number; alone: number }[]>`
    SELECT c."convenerId" AS "id", count(*)::int AS "open", count(*) FILTER (WHERE NOT EXISTS (
      SELECT FROM "Member" m JOIN "Person" p ON p."id" = m."personId"
      WHERE m."caseId" = c."id" AND m."role" = 'TEAM' AND m."removedAt" IS NULL AND p."active" AND p."unitId" = c."unitId"
        AND NOT p."id" = ANY(${leavers})
    ))::int AS "alone" FROM "Case" c WHERE c."convenerId" = ANY(${leavers}) AND c."status" <> 'CLOSED' GROUP BY 1`;
  const cases = new Map(counted.map(({ id, open, alone }) => [id, { open, alone }]));
  return changes.map((change) => {
    const theirs = change.kind === 'person' ? cases.get(change.id) : undefined;
    return theirs ? { ...change, cases: theirs } : change;
  });
}

type Delegate = {
  create(args: { data: object }): Promise<unknown>;
  update(args: { where: object; data: object }): Promise<unknown>;
};

async function store(tx: Prisma.TransactionClient, { kind, id, what, set }: RegisterChange): Promise<void> {
  if (what === 'removed') return void (await tx.setting.delete({ where: { key: id } }));
  if (kind === 'setting') return saveSetting(tx, id, set.value as Prisma.InputJsonValue);
  // The delegates differ in type only.
  const delegate = tx[kind] as unknown as Delegate;
  if (what === 'added') await delegate.create({ data: kind === 'channel' ? { ...set, id: uuid() } : set });
  else await delegate.update({ where: kind === 'channel' ? { unitId: id } : { id }, data: set });
}

async function saveSetting(tx: Prisma.TransactionClient, key: string, value: Prisma.InputJsonValue): Promise<void> {
  await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
}
