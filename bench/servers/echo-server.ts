/**
 * The floor: a bot that stands behind our guard, as the program does, and answers every invoke with one and the same
 * card. Setting: the keys that tokens are checked with.
 */
import {
  type Activity,
  ActivityHandler,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import { createLocalJWKSet, type JSONWebKeySet } from 'jose';
import { createGuard } from '../../bot/http/guard.ts';
import { guardRoute, type TakeActivity } from '../../bot/http/guard-route.ts';
import { createDoor } from '../../bot/http/open-door.ts';
import { MAX_ACTIVITY_BYTES } from '../../bot/http/read-activity.ts';
import { createLog } from '../../bot/log/log.ts';
import { guide } from '../../cards/case/guide.ts';
import { buildCard } from '../../cards/frame.ts';
import { configOf } from './config-of.ts';
import { answerQuestions, settings } from './measured.ts';

const { keys } = settings() as { keys: JSONWebKeySet };
const { appId, allowedTenants, serviceUrlHosts } = configOf('');

/** As large as the card that the guide step answers with, made once. */
const card = buildCard(guide, guide.sample, { language: 'sv', page: 'guide', posting: 'posting', turn: 'turn' });

class Echo extends ActivityHandler {
  override async onInvokeActivity(): Promise<InvokeResponse> {
    return { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card } };
  }
}

/** The guard has believed the token: the adapter does not check it again. */
class GuardedAdapter extends CloudAdapter {
  carry(activity: Activity, logic: (context: TurnContext) => Promise<void>) {
    const claimsIdentity = this.createClaimsIdentity('');
    const connectorFactory = this.botFrameworkAuthentication.createConnectorFactory(claimsIdentity);
    return this.processActivity({ audience: '', claimsIdentity, callerId: '', connectorFactory }, activity, logic);
  }
}

const adapter = new GuardedAdapter(new ConfigurationBotFrameworkAuthentication({}));
const bot = new Echo();
const guard = createGuard({ appId, allowedTenants, serviceUrlHosts, keys: createLocalJWKSet(keys) });
const echo: TakeActivity = async (activity, response) => {
  const answer = await adapter.carry(activity as unknown as Activity, (context) => bot.run(context));
  response.send(answer?.status ?? 200, answer?.body);
};
const { server } = createDoor({
  name: 'echo',
  log: createLog({ key: 'bench', level: 'warn' }),
  maxConnections: 1_000,
  routes: [{ method: 'post', path: '/api/messages', most: MAX_ACTIVITY_BYTES, take: guardRoute(guard, echo) }],
});
server.listen(0, '127.0.0.1', () => answerQuestions(server.address().port));
