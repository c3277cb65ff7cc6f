import { z } from 'zod';
import { isInOwnChat, newPosting } from '../../domain/posting.ts';
import type { Change } from '../../domain/rows/case-file.ts';
import { waitingDueItems } from '../../domain/waiting-cards.ts';
import type { Context, Outcome, Step } from '../act.ts';

/** The welcome is long: what waits for somebody stands under it, where one looks. */
const AFTER_WELCOME_SECONDS = 1;

const ChannelsToo = z.object({ channelsToo: z.literal(true) });

/** A team let the bot in, perhaps again: what was shut out of its channels is tried once more. */
async function postInChannels({ store, now }: Context): Promise<Outcome> {
  const waiting = await store.listWaitingCards(null);
  return { code: 'notPersonal', due: waitingDueItems(waiting, now) };
}

/**
 * The bot was installed, or the client lost its chat and says so by installing it again: greet, and post the open cards
 * anew. Only the sandbox's client also loses its channel; it asks for that with `data.channelsToo`.
 */
export const greet: Step = {
  inOwnCases: true,
  async run(context) {
    const { act, person, newId, now, language, ownCases } = context;
    if (!act.at?.personal) return postInChannels(context);
    const { tenantId, conversationId, serviceUrl } = act.at;
    const at = { tenantId, conversationId, serviceUrl };
    const channelsToo = ChannelsToo.safeParse(act.data).success;
    const help = newPosting(newId(), {
      kind: 'HELP',
      page: 'help',
      personId: person?.id ?? null,
      language,
      createdAt: now,
      ...at,
    });
    const lost = ownCases.flatMap((file) =>
      file.postings
        .filter((posting) => posting.personId === person?.id || (channelsToo && posting.kind === 'MEASURE'))
        .map((posting) => ({ caseId: file.case.id, posting })),
    );
    return {
      code: 'ok',
      changes: [
        help,
        ...lost.map(({ posting }): Change => {
          return { in: 'posting', id: posting.id, set: { activityId: null, ...(isInOwnChat(posting) ? at : {}) } };
        }),
      ],
      due: waitingDueItems(
        lost.map(({ caseId, posting }) => ({ caseId, postingId: posting.id })),
        now.add({ seconds: AFTER_WELCOME_SECONDS }),
      ),
    };
  },
};
