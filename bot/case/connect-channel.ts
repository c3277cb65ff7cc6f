import { mayConnectChannel } from '../../domain/access.ts';
import { isChannelId } from '../../domain/channel-id.ts';
import { channelOf } from '../../domain/posting.ts';
import { waitingDueItems } from '../../domain/waiting-cards.ts';
import type { Step } from '../act.ts';
import { lineOutcome } from './say-line.ts';

/**
 * "koppla kanalen": where it is written, the measures of the writer's unit stand from now on; those that stand nowhere
 * come there.
 */
export const connectChannel: Step = {
  async run(context) {
    const { person, act, register, store, newId, now } = context;
    if (!person) return lineOutcome(context, 'err.notInRegister', 'notInRegister');
    if (!mayConnectChannel(person, register)) return lineOutcome(context, 'channel.notYours', 'noAccess');
    const conversationId = channelOf(act.at?.conversationId ?? '');
    if (!act.at || !isChannelId(conversationId)) return lineOutcome(context, 'channel.notHere', 'noChat');
    // Two may write it there at once: whoever is second sees what the first has done.
    await store.lockKey(`channel:${conversationId}`);
    const { channels } = await store.register();
    const there = channels.find((one) => one.conversationId === conversationId);
    if (there) {
      const isOwn = there.unitId === person.unitId;
      return lineOutcome(context, isOwn ? 'channel.already' : 'channel.anothers', isOwn ? 'alreadyDone' : 'inUse');
    }
    const { tenantId, serviceUrl } = act.at;
    return {
      ...lineOutcome(context, 'channel.connected', 'ok'),
      due: waitingDueItems(await store.listWaitingCards(null), now),
      channel: { id: newId(), unitId: person.unitId, tenantId, conversationId, serviceUrl },
    };
  },
};
