import type { Route } from '../../bot/http/open-door.ts';
import type { Clock } from '../../domain/ports.ts';
import { announceChanges } from './announce.ts';
import { eventRoutes } from './event-routes.ts';
import type { GraphFaults } from './faults.ts';
import { keepMailboxes } from './keep-mailboxes.ts';
import type { Mailboxes, MailboxOwner } from './mailboxes.ts';
import { createNotifier } from './notify.ts';
import { createOffice, type Touched } from './office.ts';
import { graphRoute } from './request.ts';
import { scheduleRoutes } from './schedule-routes.ts';
import { openGraphStore } from './store.ts';
import { subscriptionRoutes } from './subscription-routes.ts';
import { userRoutes } from './user-routes.ts';

export type LocalGraphParts = {
  /** Where the calendars are kept; made when it is not there. */
  folder: string;
  owners: readonly MailboxOwner[];
  /** The organisation whose people `/users` lists. */
  tenantId: string;
  clock: Clock;
  faults: GraphFaults;
  /** Made-up other meetings in everybody's calendar. True unless told. */
  fillers?: boolean | undefined;
};

export type LocalGraph = Mailboxes & {
  routes: readonly Route[];
  /** Stops notifying and lets go of hanging requests. Closing the server is its owner's business. */
  close(): Promise<void>;
};

/**
 * Microsoft Graph on one machine, as routes under `/v1.0` for a server that somebody else makes and listens with. It
 * keeps the contract that the program relies on and refuses what Graph refuses; everything it has said yes to is on
 * disk. Any Bearer token will do.
 */
export function openGraph({ folder, owners, tenantId, clock, faults, fillers = true }: LocalGraphParts): LocalGraph {
  const store = openGraphStore(folder);
  const notifier = createNotifier(store);
  const closing = new AbortController();
  const listeners = new Set<(mailboxId: string) => void>();
  const tell = (mailboxIds: Iterable<string>) => {
    for (const mailboxId of new Set(mailboxIds)) for (const listener of listeners) listener(mailboxId);
  };
  const tenantOf = (mailboxId: string) => owners.find(({ id }) => id === mailboxId)?.tenantId ?? tenantId;

  const office = createOffice({
    owners,
    store,
    clock,
    fillers,
    announce(touched: readonly Touched[]) {
      if (!faults.loseNotifications) announceChanges(store.state, clock.now(), tenantOf, touched);
    },
    saved(touched: readonly Touched[]) {
      notifier.wake();
      tell(touched.map(({ mailboxId }) => mailboxId));
    },
  });

  const routes = [
    ...eventRoutes(office, faults),
    ...scheduleRoutes(office, faults),
    ...subscriptionRoutes(office),
    ...userRoutes(office, tenantId),
  ].map(([method, path, handler]) => graphRoute(method, `/v1.0${path}`, handler, faults, closing.signal));
  notifier.wake();

  return {
    ...keepMailboxes(office, store, listeners, faults),
    routes,
    async close() {
      closing.abort();
      await notifier.close();
    },
  };
}
