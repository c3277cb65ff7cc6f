import { currentMeeting } from '../../domain/current.ts';
import { lacksLink } from '../../domain/join-link.ts';
import { caseStep } from '../act.ts';

/** Somebody has written a link into the event in Outlook, where the calendar made none. */
export const linkByHand = caseStep({
  during: ['INVITED'],
  run({ file }) {
    const meeting = currentMeeting(file);
    if (!meeting || !lacksLink(meeting)) return { code: 'nothing', page: 'case' };
    return {
      code: 'ok',
      changes: [{ in: 'meeting', id: meeting.id, set: { noLink: 'BY_HAND' } }],
      page: 'case',
      notice: { key: 'afar.linked' },
    };
  },
});
