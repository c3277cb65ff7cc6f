import { homePage, lineWhereItStood } from '../../domain/posting.ts';
import type { Change } from '../../domain/rows/case-file.ts';
import { caseStep } from '../act.ts';

/**
 * "Öppna" in a list: the list's message becomes the case's card, so that each case has one card that follows it. Where
 * the card stood before, a line says that it has moved.
 */
export const showCase = caseStep({
  readsOnly: true,
  run({ file, posting, act, newId, now }) {
    if (!posting) return { code: 'expired', notice: { key: 'err.expired' } };
    const page = homePage(file);
    // A card that was passed on to a channel or a group is answered there, and stays where it is: never before others.
    if (!act.at?.personal || !act.messageId || act.messageId === posting.activityId) return { code: 'ok', page };
    const here = { conversationId: act.at.conversationId, serviceUrl: act.at.serviceUrl };
    const moved: Change = {
      in: 'posting',
      id: posting.id,
      set: { ...here, activityId: act.messageId, sentHash: null, page },
    };
    if (!posting.activityId) return { code: 'ok', page, changes: [moved] };
    const line = lineWhereItStood(newId(), posting, file.case.code, now);
    return { code: 'ok', page, changes: [moved, line] };
  },
});
