/**
 * The only file that imports botbuilder and teams-ai: activity → Act → answer. What the bot says by itself goes through
 * `connector.ts`.
 */
import { Application } from '@microsoft/teams-ai/lib/Application.js';
import {
  type Activity,
  ActivityTypes,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import type { Channel } from '../../domain/ports.ts';
import type { Act } from '../act.ts';
import type { Answer, Dispatch } from '../engine/dispatch.ts';
import { actOf } from './activity-act.ts';
import type { TakeActivity } from './guard-route.ts';
import { invokeFailure } from './invoke-failure.ts';
import { createSayInChat } from './say-in-chat.ts';

export type TeamsOptions = {
  dispatch: Dispatch;
  channel: Channel;
  /** The sandbox's "Du är: …": somebody else acts in the channel. */
  actAs?: (act: Act) => Act;
};

/**
 * Whoever comes here has passed the guard, which is the one place that believes a token. The adapter's own `process`
 * would check the token again over the network, and tell the client the message of an error.
 */
class GuardedAdapter extends CloudAdapter {
  constructor() {
    super(new ConfigurationBotFrameworkAuthentication({}));
  }

  carry(activity: Activity, logic: (context: TurnContext) => Promise<void>): Promise<InvokeResponse | undefined> {
    const claimsIdentity = this.createClaimsIdentity('');
    const connectorFactory = this.botFrameworkAuthentication.createConnectorFactory(claimsIdentity);
    return this.processActivity({ audience: '', claimsIdentity, callerId: '', connectorFactory }, activity, logic);
  }
}

const CARD = 'application/vnd.microsoft.card.adaptive';

/** What goes back in the same HTTP response. */
function invokeBody(answer: Answer) {
  if (answer.kind === 'card') return { statusCode: 200, type: CARD, value: answer.card };
  return answer.kind === 'failed'
    ? invokeFailure(500, 'InternalServerError', answer.text)
    : invokeFailure(400, 'BadRequest', '');
}

export function createTeams({ dispatch, channel, actAs = (act) => act }: TeamsOptions): TakeActivity {
  const adapter = new GuardedAdapter();
  const sayInChat = createSayInChat(channel);
  const app = new Application({ startTypingTimer: false, longRunningMessages: false, removeRecipientMention: false });

  const actIn = ({ activity }: TurnContext): Act | null => {
    const act = actOf(activity);
    return act && actAs(act);
  };
  const answerInvoke = async (context: TurnContext): Promise<void> => {
    const act = actIn(context);
    const body = invokeBody(act ? await dispatch(act) : { kind: 'none' });
    await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
  };
  const answerMessage = async (context: TurnContext): Promise<void> => {
    const act = actIn(context);
    try {
      if (act) await dispatch(act);
    } catch (failure) {
      if (!act || !(await sayInChat(act, failure))) throw failure;
    }
  };
  const takeInstallation = async (context: TurnContext): Promise<void> => {
    const act = actIn(context);
    if (act) await dispatch(act);
  };

  const isType = (type: string) => async (context: TurnContext) => context.activity.type === type;
  // Every invoke, or the adapter answers the others with 501.
  app.addRoute(isType(ActivityTypes.Invoke), answerInvoke, true);
  app.addRoute(isType(ActivityTypes.Message), answerMessage);
  app.addRoute(isType(ActivityTypes.MessageUpdate), answerMessage);
  app.addRoute(isType(ActivityTypes.InstallationUpdate), takeInstallation);

  return async (activity, response) => {
    const answer = await adapter.carry(
      activity as unknown as Activity,
      async (context) => void (await app.run(context)),
    );
    response.send(answer?.status ?? 200, answer?.body);
  };
}
