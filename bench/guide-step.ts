/**
 * The presses that are measured: "Spara" on the first page of a case's card, by its convener, the same towards every
 * server.
 */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { madeUpRegister, playgroundUser } from '../sandbox/register.ts';
import type { Client } from './post.ts';

/** The card of one case as somebody holds it: what its buttons carry. */
export type HeldCard = { posting: string; turn: string; presses: number };

const { id, tenantId, name } = playgroundUser(madeUpRegister(56_150));
/** Who presses. */
export const CONVENER = id;

const activity = (serviceUrl: string, more: object) => ({
  id: randomUUID(),
  channelId: 'msteams',
  serviceUrl,
  from: { id: `29:${id}`, aadObjectId: id, name },
  recipient: { id: '28:bot', name: 'bot' },
  conversation: { id: `chat-${id}`, conversationType: 'personal', tenantId },
  channelData: { tenant: { id: tenantId } },
  locale: 'sv-SE',
  ...more,
});

/** "nytt Västbus": a new case, whose card is then pressed; "mina ärenden": the list of them. */
export const typed = (serviceUrl: string, text: 'nytt Västbus' | 'mina ärenden') =>
  activity(serviceUrl, { type: 'message', text });

/** Something changes at every press, as it does when a person comes back to a page. */
function save(serviceUrl: string, card: HeldCard) {
  const ageBand = card.presses % 2 === 0 ? 'A12_14' : 'A15_17';
  const inputs = { ageBand, guardianOne: 'MOTHER', guardianTwo: 'FATHER' };
  const data = { ...inputs, posting: card.posting, turn: card.turn, verb: 'start.back' };
  const value = { action: { type: 'Action.Execute', verb: 'start.back', data }, trigger: 'manual' };
  return activity(serviceUrl, { type: 'invoke', name: 'adaptiveCard/action', replyToId: `m-${card.posting}`, value });
}

const answer = z.object({
  statusCode: z.literal(200),
  value: z.object({ actions: z.tuple([z.object({ data: z.object({ turn: z.string() }) })], z.unknown()) }),
});

/**
 * Presses once and takes up the answered card, whose buttons carry the next turn. Milliseconds. Throws when the answer
 * is no card.
 */
export async function pressSave(client: Client, port: number, serviceUrl: string, card: HeldCard): Promise<number> {
  const { status, text, ms } = await client.post(port, save(serviceUrl, card));
  if (status !== 200) throw new Error(`a press was answered with ${status}`);
  const { turn } = answer.parse(JSON.parse(text)).value.actions[0].data;
  card.turn = turn;
  card.presses += 1;
  return ms;
}
