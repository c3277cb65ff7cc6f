/**
 * Brings the register tables to what a register file says. Nobody and nothing is deleted: old cases still name them.
 */
import { isDeepStrictEqual } from 'node:util';
import { v7 as uuid } from 'uuid';
import type { Prisma, PrismaClient } from './generated/client.ts';
import type { ParsedRegister } from './register-file.ts';
import { REGISTER_VERSION } from './settings.ts';

type Kind = 'unit' | 'person' | 'place' | 'channel' | 'setting';
/** One line of the report: what becomes of which row. */
export type RegisterChange = { kind: Kind; id: string; name: string; what: 'added' | 'changed' | 'inactive' | 'kept' };

type Row = { id: string; name?: string; active?: boolean };
/** The four delegates differ in type only. */
type Delegate = {
  findMany(): Promise<Row[]>;
  create(args: { data: object }): Promise<unknown>;
  update(args: { where: { id: string }; data: object }): Promise<unknown>;
};

/**
 * One transaction; a dry run looks and changes nothing. Rows that are not in the file become inactive where they can,
 * else are kept.
 */
export async function importRegister(
  prisma: PrismaClient,
  register: ParsedRegister,
  options: { dryRun: boolean },
): Promise<RegisterChange[]> {
  return prisma.$transaction(
    async (tx) => {
      const changes = [
        ...(await loadRows(tx.unit as unknown as Delegate, 'unit', register.units, options)),
        ...(await loadRows(tx.person as unknown as Delegate, 'person', register.people, options)),
        ...(await loadRows(tx.place as unknown as Delegate, 'place', register.places, options)),
        ...(await loadRows(tx.channel as unknown as Delegate, 'channel', register.channels, options)),
        ...(await loadSettings(tx, register.settings, options)),
      ];
      if (!options.dryRun && changes.some(({ what }) => what !== 'kept'))
        await saveSetting(tx, REGISTER_VERSION, uuid());
      return changes;
    },
    { maxWait: 15_000, timeout: 120_000 },
  );
}

async function loadRows(
  delegate: Delegate,
  kind: Kind,
  wanted: readonly Row[],
  { dryRun }: { dryRun: boolean },
): Promise<RegisterChange[]> {
  const present = new Map((await delegate.findMany()).map((row) => [row.id, row]));
  const changes: RegisterChange[] = [];
  const note = (row: Row, what: RegisterChange['what']) =>
    changes.push({ kind, id: row.id, name: row.name ?? '', what });
  for (const row of wanted) {
    const old = present.get(row.id);
    present.delete(row.id);
    if (old && isDeepStrictEqual({ ...old }, { ...row })) continue;
    note(row, old ? 'changed' : 'added');
    if (dryRun) continue;
    if (old) await delegate.update({ where: { id: row.id }, data: row });
    else await delegate.create({ data: row });
  }
  for (const gone of present.values()) {
    if (gone.active === false) continue;
    note(gone, gone.active === undefined ? 'kept' : 'inactive');
    if (!dryRun && gone.active) await delegate.update({ where: { id: gone.id }, data: { active: false } });
  }
  return changes;
}

async function loadSettings(
  tx: Prisma.TransactionClient,
  settings: ParsedRegister['settings'],
  { dryRun }: { dryRun: boolean },
): Promise<RegisterChange[]> {
  const present = new Map((await tx.setting.findMany()).map(({ key, value }) => [key, value]));
  const changes: RegisterChange[] = [];
  for (const [key, value] of Object.entries(settings)) {
    if (value === undefined || isDeepStrictEqual(present.get(key), value)) continue;
    changes.push({ kind: 'setting', id: key, name: String(value), what: present.has(key) ? 'changed' : 'added' });
    if (!dryRun) await saveSetting(tx, key, value);
  }
  return changes;
}

async function saveSetting(tx: Prisma.TransactionClient, key: string, value: string | number | boolean): Promise<void> {
  await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
}
