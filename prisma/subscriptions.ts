import type { Temporal } from 'temporal-polyfill';
import type { Store } from '../domain/ports.ts';
import { UNREADABLE } from '../domain/unreadable.ts';
import { Prisma } from './generated/client.ts';
import type { Inside } from './inside.ts';
import { type JsonRow, toDomain, toRow } from './rows.ts';
import { type Statement, sql } from './session.ts';
import { recordOf, type Table, upsertFrom } from './statements.ts';

type SubscriptionStore = Pick<Store, 'findSubscription' | 'findSubscriptions' | 'saveSubscription'>;
type Subscription = { mailbox: string; subscriptionId: string; clientState: string; expiresAt: Temporal.Instant };

const SUBSCRIPTION = {
  model: 'Subscription',
  columns: Prisma.SubscriptionScalarFieldEnum,
  key: 'mailbox',
} satisfies Table;
const SAVE = upsertFrom(SUBSCRIPTION, recordOf(SUBSCRIPTION));

/** What Microsoft Graph tells us by: one subscription per organiser's mailbox, its secret sealed. */
export function subscriptionStore({ tx, keys }: Inside): SubscriptionStore {
  async function list(statement: Statement): Promise<Subscription[]> {
    const reads = await tx.query<{ row: JsonRow }>(statement);
    const rows = reads.map(({ row }) => toDomain(SUBSCRIPTION, row, keys) as Subscription);
    // Without its secret a subscription is none: a new one is made.
    return rows.filter(({ clientState }) => clientState !== UNREADABLE);
  }
  return {
    async findSubscription(mailbox) {
      const [row] = await list(sql`SELECT to_jsonb(s) AS "row" FROM "Subscription" s WHERE "mailbox" = ${mailbox}`);
      return row
        ? { subscriptionId: row.subscriptionId, clientState: row.clientState, expiresAt: row.expiresAt }
        : null;
    },
    findSubscriptions: (subscriptionIds) =>
      list(sql`SELECT to_jsonb(s) AS "row" FROM "Subscription" s WHERE "subscriptionId" = ANY(${subscriptionIds})`),
    async saveSubscription(mailbox, row) {
      const stored = toRow(SUBSCRIPTION, mailbox, { mailbox, ...row }, keys);
      tx.send({ text: SAVE, values: [JSON.stringify(stored)] });
    },
  };
}
