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
  const newCredential = () =>
    new ClientSecretCredential(appTenantId, appId, appPassword, { retryOptions: { maxRetries: 0 } });
  return createConnector({
    getToken: connectorToken(newCredential),
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

/**
 * A token that the credential keeps until it expires. One that was refused is not asked for again: a new credential has
 * none. Whoever comes with an older one than the last gets the last.
 */
export function connectorToken(
  newCredential: () => Pick<ClientSecretCredential, 'getToken'>,
): (refused?: string) => Promise<string> {
  let credential = newCredential();
  let last: string | undefined;
  return async (refused) => {
    if (refused !== undefined && refused === last) {
      last = undefined;
      credential = newCredential();
    }
    try {
      const { token } = await credential.getToken(CONNECTOR_SCOPE);
      last = token;
      return token;
    } catch (error) {
      // A lost network passes, a refused credential does not: the worker tells them apart by these classes.
      throw toTokenError(error) instanceof TokenRefused ? new RemoteRefused('token') : new RemoteUnreachable('token');
    }
  };
}
