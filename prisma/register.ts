import type { Store } from '../domain/ports.ts';
import type { Register } from '../domain/rows/register.ts';
import type { Prisma } from './generated/client.ts';
import type { Inside } from './inside.ts';
import { REGISTER_VERSION, SettingsSchema } from './settings.ts';

/** The register is read whole and kept; one small read per transaction tells whether it has been imported anew. */
export const registerStore = (inside: Inside): Pick<Store, 'register'> => ({
  async register() {
    const { tx, registerCache: cache } = inside;
    const [row] = await tx.$queryRaw<
      { value: unknown }[]
    >`SELECT "value" FROM "Setting" WHERE "key" = ${REGISTER_VERSION}`;
    const version = typeof row?.value === 'string' ? row.value : '';
    if (cache.current?.version !== version) cache.current = { version, register: await readRegister(tx) };
    return cache.current.register;
  },
});

async function readRegister(tx: Prisma.TransactionClient): Promise<Register> {
  const units = await tx.unit.findMany({ orderBy: { name: 'asc' } });
  const people = await tx.person.findMany({ orderBy: { name: 'asc' } });
  const places = await tx.place.findMany({ orderBy: { name: 'asc' } });
  const channels = await tx.channel.findMany({ orderBy: { id: 'asc' } });
  const rows = await tx.setting.findMany({ where: { key: { not: REGISTER_VERSION } } });
  const settings = SettingsSchema.parse(Object.fromEntries(rows.map(({ key, value }) => [key, value])));
  return { units: units as Register['units'], people, places, channels, settings };
}
