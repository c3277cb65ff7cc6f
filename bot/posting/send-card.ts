import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { TextKey } from '../../cards/texts/say.ts';
import { channelOfUnit } from '../../domain/in-register.ts';
import { type Card, type NewEffect, RemoteGone, RemoteRefused, type Store } from '../../domain/ports.ts';
import { channelOf } from '../../domain/posting.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Posting } from '../../domain/rows/posting.ts';
import type { Register } from '../../domain/rows/register.ts';
import { mayPostCard } from '../../domain/sending.ts';
import type { Step } from '../act.ts';
import type { EffectKind, Preparing } from '../effect.ts';

type Payload = { posting: Posting; isChannel: boolean; mayPost: boolean; card: Card; hash: string };

const sent = z.object({
  wanted: z.number(),
  hash: z.string(),
  /** The message it stood in when it was sent; null for a new one. */
  from: z.string().nullable(),
  serviceUrl: z.string(),
  conversationId: z.string(),
  activityId: z.string(),
});

const summaryOf = (card: Card): string => String(card.fallbackText ?? '');

/** With a case, a card of that case and no other. */
const postingOf = async (file: CaseFile | null, id: string, store: Store): Promise<Posting | null> =>
  file ? (file.postings.find((row) => row.id === id) ?? null) : store.findPosting(id);

/** An effect (another than `effectId`) is at it: what is wanted since then is sent when that one is done. */
export async function isBeingSent({ sendingId }: Posting, store: Store, effectId?: string): Promise<boolean> {
  if (!sendingId || sendingId === effectId) return false;
  const state = (await store.findEffect(sendingId))?.state;
  return state === 'SENDING' || state === 'WAITING';
}

/** The address that Teams last spoke to us from there: a card may have stood for longer than its address. */
const addressOf = async (conversationId: string, { store, register }: Preparing): Promise<string | undefined> => {
  const at = channelOf(conversationId);
  const known = register.channels.find((one) => one.conversationId === at)?.serviceUrl;
  return (await store.findServiceUrl(at)) ?? known;
};

/** A measure that stands nowhere yet goes to the channel that its unit has now, and nowhere while it has none. */
function standingIn(posting: Posting, file: CaseFile | null, register: Register): Posting {
  if (posting.kind !== 'MEASURE' || posting.activityId) return posting;
  const channel = file && channelOfUnit(register, file.case.unitId);
  const { conversationId = null, serviceUrl = null } = channel ?? {};
  return { ...posting, conversationId, serviceUrl };
}

/** Posts a card, or updates it where it stands. A card that already stands as wanted is left alone. */
export const sendCard: EffectKind<Payload, z.input<typeof sent>> = {
  async prepare(preparing) {
    const { effect, file, register, store, today, render } = preparing;
    const id = effect.subjectId ?? '';
    const found = await postingOf(file, id, store);
    const posting = found && standingIn(found, file, register);
    if (!posting && (await store.findPosting(id))) return { refused: 'notOfTheCase' };
    if (!posting || (posting.activityId && posting.sent >= posting.wanted)) return null;
    if (await isBeingSent(posting, store, effect.id)) return null;
    if (!posting.conversationId || !posting.serviceUrl) return null;
    const mayPost = mayPostCard(posting, file, register, today);
    if (!posting.activityId && !mayPost) return null;
    const card = await render(posting);
    const hash = createHash('sha256').update(JSON.stringify(card)).digest('base64url');
    if (posting.activityId && posting.sentHash === hash) return null;
    const serviceUrl = (await addressOf(posting.conversationId, preparing)) ?? posting.serviceUrl;
    return { posting: { ...posting, serviceUrl }, isChannel: posting.kind === 'MEASURE', mayPost, card, hash };
  },
  begin: ({ posting }, { effect, store }) =>
    store.apply([{ in: 'posting', id: posting.id, set: { sendingId: effect.id } }]),
  writesIn: ({ posting: { conversationId, tenantId } }) => ({
    conversation: channelOf(conversationId ?? ''),
    tenantId,
  }),
  async send({ posting, isChannel, mayPost, card, hash }, { channel }) {
    const { conversationId, serviceUrl, tenantId, activityId, wanted } = posting;
    if (!conversationId || !serviceUrl) throw new RemoteRefused('noConversation');
    const at = { serviceUrl, tenantId, conversationId };
    const summary = summaryOf(card);
    if (activityId) {
      try {
        await channel.update({ ...at, activityId }, card, summary);
        return { wanted, hash, from: activityId, serviceUrl, conversationId, activityId };
      } catch (failure) {
        if (!(failure instanceof RemoteGone) || !mayPost) throw failure;
      }
    }
    // A card in a channel stands in a thread of its own; posted again it starts a new one in the channel itself.
    const to = isChannel
      ? { ...at, conversationId: channelOf(conversationId), channel: true }
      : { ...at, channel: false };
    const posted = await channel.post(to, card, summary);
    return { wanted, hash, from: activityId, serviceUrl, ...posted };
  },
  done: 'card.sent',
  dead: 'card.notSent',
};

const CONCERN = 'line.worry' satisfies TextKey;

/**
 * Remembers which message a card stands in, so that the next update goes there; and sends again what has changed
 * meanwhile.
 */
export const cardSent: Step = {
  async run({ act, file, store }) {
    const { wanted, hash, from, ...stands } = sent.parse(act.data);
    const id = act.subjectId ?? '';
    const posting = await postingOf(file, id, store);
    if (!posting) return { code: 'noPosting' };
    const again: NewEffect = { kind: 'card', subjectId: id, caseId: act.caseId ?? undefined };
    // While this was on its way the card was opened in another message, or its chat was lost: what was decided then
    // counts.
    if (posting.activityId !== from) {
      return {
        code: 'moved',
        changes: [{ in: 'posting', id, set: { sendingId: null } }],
        effects: [again],
      };
    }
    // Of the general sentence about worries nothing is left, not even that it was said (OSL 40:7 g).
    const said = posting.line?.key === CONCERN ? { line: null } : {};
    return {
      code: 'ok',
      changes: [{ in: 'posting', id, set: { ...said, sent: wanted, sentHash: hash, ...stands, sendingId: null } }],
      effects: posting.wanted > wanted ? [again] : [],
    };
  },
};

/** Neither the message nor its conversation can be written to. */
const LEADS_NOWHERE: Readonly<Record<string, 'gone' | 'shut'>> = { gone: 'gone', teams403: 'shut' };

/**
 * The card could not be sent. A chat that is gone or shut is forgotten, so that nothing more is tried there; the card
 * comes again when the person next turns up, or the bot is let into the channel again (`post-waiting.ts`). Anything
 * else is for good for this card as it is: it is sent again when its case changes, or somebody asks for it.
 */
export const cardNotSent: Step = {
  async run({ act, file, store }) {
    const id = act.subjectId ?? '';
    const posting = await postingOf(file, id, store);
    if (!posting) return { code: 'noPosting' };
    const why = LEADS_NOWHERE[act.effect?.cause ?? ''];
    // A message that is gone from a channel says nothing about the channel; where there was none, the channel is.
    const forgets = why === 'shut' || (why === 'gone' && (posting.kind !== 'MEASURE' || !posting.activityId));
    if (forgets && posting.personId && posting.conversationId)
      await store.forgetChat(posting.personId, posting.conversationId);
    const set = {
      sendingId: null,
      ...(why ? { activityId: null } : {}),
      ...(forgets ? { conversationId: null, serviceUrl: null } : {}),
    };
    return { code: 'dead', changes: [{ in: 'posting', id, set }] };
  },
};
