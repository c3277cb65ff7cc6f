import { v7 as uuid } from 'uuid';
import type { Store } from '../domain/ports.ts';
import type { ChannelRow, Person, Place, Register, Unit } from '../domain/rows/register.ts';
import { Prisma } from './generated/client.ts';
import type { Inside } from './inside.ts';
import { type Session, sql } from './session.ts';
import { REGISTER_VERSION, SettingsSchema } from './settings.ts';
import type { Table } from './statements.ts';
import type { Matching } from './tables.ts';

/** The register is read whole and kept; one small read per transaction tells whether it has been imported anew. */
export const registerStore = (inside: Inside): Pick<Store, 'register' | 'saveChannel'> => ({
  async register() {
    const { tx, registerCache: cache } = inside;
    const [row] = await tx.query<{ value: unknown }>(
      sql`SELECT "value" FROM "Setting" WHERE "key" = ${REGISTER_VERSION}`,
    );
    const version = typeof row?.value === 'string' ? row.value : '';
    if (cache.current?.version !== version) cache.current = { version, register: await readRegister(tx) };
    return cache.current.register;
  },
  async saveChannel({ id, unitId, tenantId, conversationId, serviceUrl }) {
    inside.tx.send(sql`INSERT INTO "Channel" ("id", "unitId", "tenantId", "conversationId", "serviceUrl")
      VALUES (${id}, ${unitId}, ${tenantId}, ${conversationId}, ${serviceUrl})
      ON CONFLICT ("unitId") DO UPDATE SET "tenantId" = EXCLUDED."tenantId",
        "conversationId" = EXCLUDED."conversationId", "serviceUrl" = EXCLUDED."serviceUrl"`);
    inside.tx.send(sql`INSERT INTO "Setting" ("key", "value") VALUES (${REGISTER_VERSION}, ${JSON.stringify(uuid())}::jsonb)
      ON CONFLICT ("key") DO UPDATE SET "value" = EXCLUDED."value"`);
  },
});

const REGISTER_TABLES = {
  unit: { model: 'Unit', columns: Prisma.UnitScalarFieldEnum },
  person: { model: 'Person', columns: Prisma.PersonScalarFieldEnum },
  place: { model: 'Place', columns: Prisma.PlaceScalarFieldEnum },
  channel: { model: 'Channel', columns: Prisma.ChannelScalarFieldEnum },
} as const satisfies Matching<{ unit: Unit; person: Person; place: Place; channel: ChannelRow }>;

const rowsOf = ({ model }: Table, by: string): string =>
  `(SELECT coalesce(jsonb_agg(t ORDER BY t."${by}"), '[]') FROM "${model}" t)`;

const REGISTER = `SELECT ${rowsOf(REGISTER_TABLES.unit, 'name')} AS "units", ${rowsOf(REGISTER_TABLES.person, 'name')} AS "people",
  ${rowsOf(REGISTER_TABLES.place, 'name')} AS "places", ${rowsOf(REGISTER_TABLES.channel, 'id')} AS "channels",
  (SELECT coalesce(jsonb_object_agg("key", "value"), '{}') FROM "Setting" WHERE "key" <> $1) AS "settings"`;

type Read = Omit<Register, 'settings'> & { settings: Record<string, unknown> };

async function readRegister(tx: Session): Promise<Register> {
  const [read] = await tx.query<Read>({ text: REGISTER, values: [REGISTER_VERSION] });
  if (!read) throw new Error('the register could not be read');
  return { ...read, settings: SettingsSchema.parse(read.settings) };
}
