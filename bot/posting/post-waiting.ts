import { channelOfUnit } from '../../domain/in-register.ts';
import { homePage, wantAgain } from '../../domain/posting.ts';
import { quietUntil } from '../../domain/quiet.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Posting } from '../../domain/rows/posting.ts';
import type { Context, Outcome, Step } from '../act.ts';
import { isBeingSent } from './send-card.ts';

/** Where it is to stand: its person's chat, or the channel of the unit that called. */
const placeOf = async ({ kind, personId }: Posting, file: CaseFile, { store, register }: Context) =>
  kind === 'MEASURE' ? channelOfUnit(register, file.case.unitId) : personId && (await store.findChat(personId));

/** Due: the way to a person or a channel is open again, and this card stands nowhere. */
export const postWaiting: Step = {
  async run(context): Promise<Outcome> {
    const { act, file } = context;
    const posting = file?.postings.find(({ id }) => id === act.subjectId);
    if (!file || !posting || posting.activityId) return { code: 'over' };
    const later = posting.kind === 'LINE' ? quietUntil(file, context.now) : null;
    if (later)
      return {
        code: 'later',
        due: [{ kind: 'card.waits', caseId: file.case.id, subjectId: posting.id, dueAt: later }],
      };
    // What comes of it is told when it has come, and somebody may have turned its page meanwhile.
    if (await isBeingSent(posting, context.store)) return { code: 'over' };
    const place = await placeOf(posting, file, context);
    if (!place) return { code: 'noChat' };
    const { tenantId, conversationId, serviceUrl } = place;
    const page = posting.kind === 'CASE' ? { page: homePage(file) } : {};
    return { code: 'ok', changes: [wantAgain(posting, { tenantId, conversationId, serviceUrl, ...page })] };
  },
};
