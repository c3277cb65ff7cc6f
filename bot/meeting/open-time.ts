import { participantsOf } from '../../domain/current.ts';
import { isPaperOnly } from '../../domain/gates.ts';
import { caseStep, type Outcome } from '../act.ts';
import { draftMeeting } from './draft-meeting.ts';

/**
 * Opens the page of times; the first time it looks for free ones, which takes a call to the calendars and so comes
 * later by itself.
 */
export const openTime = caseStep({
  during: ['PREPARING'],
  run({ file, newId }): Outcome {
    // On paper only, nothing is asked of any calendar.
    if (isPaperOnly(file)) return { code: 'paperOnly', page: 'guide' };
    const { meeting, changes } = draftMeeting(file, newId);
    if (participantsOf(file, meeting).length === 0)
      return { code: 'noParticipants', changes, page: 'guide', notice: { key: 'notice.inviteFirst' } };
    // Calendars that did not answer are asked again while no time is chosen.
    if (meeting.proposalsState === 'FOUND' || (meeting.proposalsState === 'UNREACHABLE' && meeting.startAt))
      return { code: 'ok', page: 'time' };
    return {
      code: 'ok',
      changes: [...changes, { in: 'meeting', id: meeting.id, set: { proposalsState: 'SEARCHING' } }],
      effects: [{ kind: 'find-times', caseId: file.case.id, subjectId: meeting.id }],
      page: 'time-searching',
    };
  },
});
