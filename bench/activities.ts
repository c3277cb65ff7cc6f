/** What Teams and Graph send, the same towards every server: a convener who presses and types, an event that changed. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { madeUpRegister, playgroundUser } from '../sandbox/register.ts';
import { SERVICE_URL } from '../test/support/framework-tokens.ts';

/** A card as somebody holds it: what its buttons carry. */
export type HeldCard = { posting: string; turn: string; presses: number };

/** Who presses and types. */
export const CONVENER = playgroundUser(madeUpRegister(56_150));
const { id, tenantId, name } = CONVENER;

const activity = (more: object) => ({
  id: randomUUID(),
  channelId: 'msteams',
  serviceUrl: SERVICE_URL,
  from: { id: `29:${id}`, aadObjectId: id, name },
  recipient: { id: '28:bot', name: 'bot' },
  conversation: { id: `chat-${id}`, conversationType: 'personal', tenantId },
  channelData: { tenant: { id: tenantId } },
  locale: 'sv-SE',
  ...more,
});

/** "nytt Västbus": a new case, whose card is then pressed; "mina ärenden": the list of them; "hjälp": no case at all. */
export const typed = (text: 'nytt Västbus' | 'mina ärenden' | 'hjälp') => activity({ type: 'message', text });

function pressed({ posting, turn }: HeldCard, verb: string, inputs: object = {}) {
  const data = { ...inputs, posting, turn, verb };
  const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
  return activity({ type: 'invoke', name: 'adaptiveCard/action', replyToId: `m-${posting}`, value });
}

/** "Spara" on the first page of a case. Something changes at every press, as when a person comes back to a page. */
export const saved = (card: HeldCard) =>
  pressed(card, 'start.back', {
    ageBand: card.presses % 2 === 0 ? 'A12_14' : 'A15_17',
    guardianOne: 'MOTHER',
    guardianTwo: 'FATHER',
  });

/** "Visa" on a measure's card. */
export const shown = (card: HeldCard) => pressed(card, 'measure.show');

const card = z.object({
  statusCode: z.literal(200),
  value: z.object({ actions: z.tuple([z.object({ data: z.object({ turn: z.string() }) })], z.unknown()) }),
});

/** The turn that the answered card's buttons carry. Throws when the answer is no card. */
export function turnIn({ status, text }: { status: number; text: string }): string {
  if (status !== 200) throw new Error(`a press was answered with ${status}`);
  return card.parse(JSON.parse(text)).value.actions[0].data.turn;
}

export type Watched = { subscriptionId: string; clientState: string; eventId: string };

/** The event changed once more: its etag is another one. */
export const changed = ({ subscriptionId, clientState, eventId }: Watched) => ({
  value: [
    {
      subscriptionId,
      clientState,
      changeType: 'updated',
      resourceData: { id: eventId, '@odata.etag': `W/"${randomUUID()}"` },
    },
  ],
});
