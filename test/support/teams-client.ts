/**
 * A person in Teams: types words, presses buttons on cards, fills inputs in. Talks to the program over HTTP as Teams
 * does.
 */
import { randomUUID } from 'node:crypto';
import { type Button, buttonsOf, type CardJson, inputNamed, inputsOf, textOf } from './card-json.ts';

export type Someone = { id: string; tenantId: string; name: string };
export type Place = { conversationId: string; conversationType: 'personal' | 'channel' | 'groupChat' };

export type ClientOptions = {
  botUrl: string;
  serviceUrl: string;
  someone: Someone;
  place?: Place;
  headers?: Record<string, string>;
  /** Stands between the person and the program: may do something while the request is on its way, and send it again. */
  between?: (body: unknown, send: () => Promise<InvokeAnswer>) => Promise<InvokeAnswer>;
};

export type InvokeAnswer = { status: number; body: { statusCode: number; type: string; value: CardJson } | null };

export function teamsClient({
  botUrl,
  serviceUrl,
  someone,
  place,
  headers = {},
  between = (_body, send) => send(),
}: ClientOptions) {
  const { conversationId, conversationType } = place ?? {
    conversationId: `chat-${someone.id}`,
    conversationType: 'personal' as const,
  };
  const activity = (more: Record<string, unknown>) => ({
    id: randomUUID(),
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:${someone.id}`, aadObjectId: someone.id, name: someone.name },
    recipient: { id: '28:bot', name: 'bot' },
    conversation: { id: conversationId, conversationType, tenantId: someone.tenantId },
    channelData: { tenant: { id: someone.tenantId } },
    locale: 'en-US',
    ...more,
  });
  const post = (body: unknown) =>
    fetch(`${botUrl}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });

  const pressed = ({ verb, data }: Pick<Button, 'verb' | 'data'>, inputs: Record<string, string>, messageId?: string) =>
    activity({
      type: 'invoke',
      name: 'adaptiveCard/action',
      ...(messageId ? { replyToId: messageId } : {}),
      value: { action: { type: 'Action.Execute', verb, data: { ...inputs, ...data } }, trigger: 'manual' },
    });

  const send = (body: unknown): Promise<InvokeAnswer> => between(body, () => carry(body));

  async function carry(body: unknown): Promise<InvokeAnswer> {
    const response = await post(body);
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : JSON.parse(text) };
  }

  return {
    activity,
    pressed,
    send,
    conversationId,
    async type(text: string): Promise<void> {
      const { status } = await send(activity({ type: 'message', text }));
      if (status >= 300) throw new Error(`typed "${text}": ${status}`);
    },
    async install(): Promise<void> {
      await post(activity({ type: 'installationUpdate', action: 'add' }));
    },
    /**
     * Presses the button with this verb, with what stands in the inputs and what is filled in now; answers with the new
     * card.
     */
    async press(
      card: CardJson,
      verb: string,
      filled: Record<string, string> = {},
      messageId?: string,
    ): Promise<CardJson> {
      // A row's button has a mark of its row behind the number: `goal.change:2` is `goal.change:2_ab12`.
      const button = buttonsOf(card).find((one) => one.verb === verb || one.verb.startsWith(`${verb}_`));
      if (!button) throw new Error(`no button ${verb} on:\n${textOf(card)}\n${buttonsOf(card).map((one) => one.verb)}`);
      const standing = Object.fromEntries(inputsOf(card).map(({ sentAs, value }) => [sentAs, value]));
      const typed = Object.fromEntries(
        Object.entries(filled).map(([id, value]) => [inputNamed(card, id)?.sentAs ?? id, value]),
      );
      const answer = await send(pressed(button, { ...standing, ...typed }, messageId));
      if (answer.status !== 200 || answer.body?.statusCode !== 200)
        throw new Error(`pressed ${verb}: ${answer.status} ${JSON.stringify(answer.body)}`);
      return answer.body.value;
    },
  };
}

export type TeamsClient = ReturnType<typeof teamsClient>;
