import { createHash } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { hasScope } from '../../domain/consent.ts';
import { dayOf } from '../../domain/days.ts';
import { isPaperOnly } from '../../domain/gates.ts';
import { type Card, RemoteGone, RemoteRefused, type Store } from '../../domain/ports.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Posting } from '../../domain/rows/posting.ts';
import type { EffectKind } from '../act.ts';

type Payload = { posting: Posting; isChannel: boolean; mayPost: boolean; card: Card; hash: string };
/** `from`: the message it stood in when it was sent; null for a new one. */
type CardSent = { wanted: number; hash: string; from: string | null; conversationId: string; activityId: string };

const summaryOf = (card: Card): string => String(card.fallbackText ?? '');

async function findPosting(
  file: CaseFile | null,
  id: string,
  find: (id: string) => Promise<Posting | null>,
): Promise<Posting | null> {
  return file?.postings.find((row) => row.id === id) ?? (await find(id));
}

/** Another effect is at it: what is wanted since then is sent when that one is done (`card-sent.ts`). */
async function isBeingSent({ sendingId }: Posting, effectId: string, store: Store): Promise<boolean> {
  if (!sendingId || sendingId === effectId) return false;
  const state = (await store.findEffect(sendingId))?.state;
  return state === 'SENDING' || state === 'WAITING';
}

/**
 * No measure is put before anybody once the consent for the time between the meetings has ended; a card that stands is
 * kept true.
 */
const mayBePosted = (posting: Posting, file: CaseFile | null, now: Temporal.Instant): boolean =>
  posting.kind !== 'MEASURE' ||
  (file !== null &&
    file.case.status !== 'CLOSED' &&
    hasScope(file, 'BETWEEN_MEETINGS', dayOf(now)) &&
    !isPaperOnly(file));

/** A card in a channel stands in a thread of its own; posted again it starts a new one in the channel itself. */
const channelOf = (conversationId: string): string => conversationId.split(';messageid=')[0] ?? conversationId;

/** Posts a card, or updates it where it stands. A card that already stands as wanted is left alone. */
export const sendCard: EffectKind<Payload> = {
  async prepare({ effect, file, store, now, render }) {
    const id = effect.subjectId ?? '';
    if (!file) await store.lockKey(id);
    const posting = await findPosting(file, id, (one) => store.findPosting(one));
    if (!posting || (posting.activityId && posting.sent >= posting.wanted)) return null;
    if (await isBeingSent(posting, effect.id, store)) return null;
    if (!posting.conversationId || !posting.serviceUrl) return null;
    const mayPost = mayBePosted(posting, file, now);
    if (!posting.activityId && !mayPost) return null;
    const files = posting.kind === 'CASES' && posting.personId ? await store.listCases(posting.personId) : [];
    const card = render(posting, files);
    const hash = createHash('sha256').update(JSON.stringify(card)).digest('base64url');
    if (posting.activityId && posting.sentHash === hash) return null;
    await store.apply([{ in: 'posting', id: posting.id, set: { sendingId: effect.id } }]);
    return { posting, isChannel: posting.kind === 'MEASURE', mayPost, card, hash };
  },
  async send({ posting, isChannel, mayPost, card, hash }, { channel }): Promise<CardSent> {
    const { conversationId, serviceUrl, tenantId, activityId, wanted } = posting;
    if (!conversationId || !serviceUrl) throw new RemoteRefused('noConversation');
    const at = { serviceUrl, tenantId, conversationId };
    const summary = summaryOf(card);
    if (activityId) {
      try {
        await channel.update({ ...at, activityId }, card, summary);
        return { wanted, hash, from: activityId, conversationId, activityId };
      } catch (failure) {
        if (!(failure instanceof RemoteGone) || !mayPost) throw failure;
      }
    }
    const to = isChannel
      ? { ...at, conversationId: channelOf(conversationId), channel: true }
      : { ...at, channel: false };
    const posted = await channel.post(to, card, summary);
    return { wanted, hash, from: activityId, ...posted };
  },
  done: 'card.sent',
  dead: 'card.notSent',
};
