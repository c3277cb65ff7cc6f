/** Whoever typed in vain is told so where they typed, without the database: it may be what is away. */
import { WORDS_IN_VAIN } from '../../domain/limits.ts';
import { type Channel, DatabaseAway } from '../../domain/ports.ts';
import type { Act } from '../act.ts';
import { renderInVain, renderSurprise } from '../engine/render.ts';
import { createVessels } from './request-limit.ts';

/** Answers whether they know: they have just been told, or it stands there from a moment ago. */
export function createSayInChat(channel: Channel): (act: Act, failure: unknown) => Promise<boolean> {
  const chats = createVessels(WORDS_IN_VAIN);
  return async ({ at }, failure) => {
    if (!at) return false;
    if (chats.take(at.conversationId) > 0) return true;
    const key = failure instanceof DatabaseAway ? 'err.awayInChat' : 'err.surprise';
    return channel.post({ ...at, channel: false }, renderInVain(key), renderSurprise(key)).then(
      () => true,
      () => false,
    );
  };
}
