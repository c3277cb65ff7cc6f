import type { Store } from '../domain/ports.ts';
import type { Register } from '../domain/rows/register.ts';
import type { Inside } from './inside.ts';
import { type Session, sql } from './session.ts';
import { REGISTER_VERSION, SettingsSchema } from './settings.ts';

/** The register is read whole and kept; one small read per transaction tells whether it has been imported anew. */
export const registerStore = (inside: Inside): Pick<Store, 'register'> => ({
  async register() {
    const { tx, registerCache: cache } = inside;
    const [row] = await tx.query<{ value: unknown }>(
      sql`SELECT "value" FROM "Setting" WHERE "key" = ${REGISTER_VERSION}`,
    );
    const version = typeof row?.value === 'string' ? row.value : '';
    if (cache.current?.version !== version) cache.current = { version, register: await readRegister(tx) };
    return cache.current.register;
  },
});

type Read = Omit<Register, 'settings'> & { settings: Record<string, unknown> };

async function readRegister(tx: Session): Promise<Register> {
  const [read] = await tx.query<Read>(sql`
    SELECT
      (SELECT coalesce(jsonb_agg(t ORDER BY t."name"), '[]') FROM "Unit" t) AS "units",
      (SELECT coalesce(jsonb_agg(t ORDER BY t."name"), '[]') FROM "Person" t) AS "people",
      (SELECT coalesce(jsonb_agg(t ORDER BY t."name"), '[]') FROM "Place" t) AS "places",
      (SELECT coalesce(jsonb_agg(t ORDER BY t."id"), '[]') FROM "Channel" t) AS "channels",
      (SELECT coalesce(jsonb_object_agg("key", "value"), '{}') FROM "Setting" WHERE "key" <> ${REGISTER_VERSION}) AS "settings"`);
  if (!read) throw new Error('the register could not be read');
  return { ...read, settings: SettingsSchema.parse(read.settings) };
}
