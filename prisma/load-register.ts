/**
 * Brings the register tables to what a register file says. Nobody and nothing is deleted: old cases still name them.
 */
import { v7 as uuid } from 'uuid';
import type { Prisma, PrismaClient } from './generated/client.ts';
import { differenceTo, losesMany, type PresentRows, type RegisterChange } from './register-difference.ts';
import type { ParsedRegister } from './register-file.ts';
import { REGISTER_VERSION } from './settings.ts';

export type Import = { changes: RegisterChange[]; loses: string[] };

/** One transaction. `mayStore` sees what would change, and may say no: then nothing is written. */
export const importRegister = (
  prisma: PrismaClient,
  register: ParsedRegister,
  mayStore: (wanted: Import) => boolean = () => true,
): Promise<Import> =>
  prisma.$transaction(
    async (tx) => {
      const present = await readPresent(tx);
      const changes = differenceTo(present, register);
      const wanted = { changes, loses: losesMany(present, changes) };
      const writes = changes.filter(({ what }) => what !== 'kept');
      if (writes.length === 0 || !mayStore(wanted)) return wanted;
      for (const change of writes) await store(tx, change);
      await saveSetting(tx, REGISTER_VERSION, uuid());
      return wanted;
    },
    { maxWait: 15_000, timeout: 120_000 },
  );

const TABLES = { unit: 'Unit', person: 'Person', place: 'Place', channel: 'Channel', setting: 'Setting' } as const;

/** As they stand, also in a database that is empty or an older program's: a dry run has applied no migration. */
async function readPresent(tx: Prisma.TransactionClient): Promise<PresentRows> {
  const present: PresentRows = { unit: [], person: [], place: [], channel: [], setting: [] };
  for (const [kind, table] of Object.entries(TABLES) as [keyof PresentRows, string][]) {
    const [is] = await tx.$queryRawUnsafe<{ there: boolean }[]>(
      `SELECT to_regclass('"${table}"') IS NOT NULL AS "there"`,
    );
    if (!is?.there) continue;
    const rows = await tx.$queryRawUnsafe<{ row: Record<string, unknown> }[]>(
      `SELECT to_jsonb(t) AS "row" FROM "${table}" t`,
    );
    present[kind] = rows.map(({ row }) => row);
  }
  return present;
}

type Delegate = {
  create(args: { data: object }): Promise<unknown>;
  update(args: { where: object; data: object }): Promise<unknown>;
};

async function store(tx: Prisma.TransactionClient, { kind, id, what, set }: RegisterChange): Promise<void> {
  if (kind === 'setting') return saveSetting(tx, id, set.value as Prisma.InputJsonValue);
  // The delegates differ in type only.
  const delegate = tx[kind] as unknown as Delegate;
  if (what === 'added') await delegate.create({ data: kind === 'channel' ? { ...set, id: uuid() } : set });
  else await delegate.update({ where: kind === 'channel' ? { unitId: id } : { id }, data: set });
}

async function saveSetting(tx: Prisma.TransactionClient, key: string, value: Prisma.InputJsonValue): Promise<void> {
  await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
}
