/** What production finds outside itself: the Teams connector and the organisation's calendars. */
import { ClientSecretCredential } from '@azure/identity';
import { type Calendar, type Channel, type Clock, RemoteRefused, RemoteUnreachable } from '../../domain/ports.ts';
import { createGraphCalendar } from '../../graph/calendar.ts';
import { createGraphToken } from '../../graph/credential.ts';
import { TokenRefused, toTokenError } from '../../graph/token-refused.ts';
import type { ServeConfig } from '../config/config.ts';
import { createConnector } from '../http/connector.ts';
import { isOurConnector } from '../http/guard.ts';

const CONNECTOR_SCOPE = 'https://api.botframework.com/.default';
export function teamsConnector(
  { appTenantId, appId, appPassword, serviceUrlHosts }: ServeConfig,
  clock: Clock,
): Channel {
  const credential = new ClientSecretCredential(appTenantId, appId, appPassword, { retryOptions: { maxRetries: 0 } });
  return createConnector({
    // A lost network passes, a refused credential does not: the worker tells them apart by these classes.
    getToken: () =>
      credential.getToken(CONNECTOR_SCOPE).then(
        ({ token }) => token,
        (error: unknown) => {
          throw toTokenError(error) instanceof TokenRefused
            ? new RemoteRefused('token')
            : new RemoteUnreachable('token');
        },
      ),
    isAllowed: (serviceUrl) => isOurConnector(serviceUrl, serviceUrlHosts),
    now: () => clock.now().toString(),
  });
}

export function microsoftCalendar(
  { graphTenantId, graphClientId, graphClientSecret, publicUrl }: ServeConfig,
  clock: Clock,
): Calendar {
  const notificationUrl = `${publicUrl}/graph/notifications`;
  return createGraphCalendar({
    clock,
    getToken: createGraphToken({ tenantId: graphTenantId, clientId: graphClientId, clientSecret: graphClientSecret }),
    notificationUrl,
    lifecycleNotificationUrl: notificationUrl,
  });
}
