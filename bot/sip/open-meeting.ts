import { hasScope } from '../../domain/consent.ts';
import { currentMeeting, currentPlan, opensAt } from '../../domain/current.ts';
import { isBefore } from '../../domain/days.ts';
import { carryOver } from '../../domain/follow-up.ts';
import { gapsInPlan } from '../../domain/plan.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import { newPlan } from '../../domain/rows/plan.ts';
import { missingBeforeOpening } from '../../domain/talk-anew.ts';
import { caseStep, type Outcome } from '../act.ts';

/**
 * "Öppna mötet": from 15 minutes before the start, while the consent covers the day; a follow-up once everybody has been
 * talked with anew. The plan that the meeting makes begins here.
 */
export const openMeeting = caseStep({
  during: ['INVITED', 'MEETING'],
  run(context): Outcome {
    const { file, now, today, newId } = context;
    const meeting = currentMeeting(file);
    if (file.case.status === 'MEETING')
      return {
        code: 'ok',
        changes: meeting?.pausedAt ? [{ in: 'meeting', id: meeting.id, set: { pausedAt: null } }] : [],
        page: gapsInPlan(file)[0]?.at ?? 'readback',
        backTo: null,
      };
    const opens = meeting && opensAt(meeting);
    if (meeting?.status !== 'SENT' || !opens) return { code: 'notSent', page: 'case' };
    if (isBefore(now, opens)) return { code: 'tooEarly', page: 'case', notice: { key: 'err.tooEarly' } };
    if (!hasScope(file, 'MEETING', today))
      return { code: 'consentEnded', page: 'case', notice: { key: 'err.consentEnded' } };
    if (missingBeforeOpening(context).length > 0)
      return { code: 'notTalked', page: 'anew', notice: { key: 'anew.first' } };
    return {
      code: 'ok',
      changes: [
        { in: 'case', id: file.case.id, set: { status: 'MEETING' } },
        // From now on it is the next meeting that times are looked for.
        { in: 'meeting', id: meeting.id, set: { openedAt: now, proposals: null, proposalsState: null } },
        ...planChanges(file, meeting.id, newId),
      ],
      page: 'attendance',
      backTo: null,
    };
  },
});

/**
 * One that was begun goes on; a locked plan is never changed: a later meeting writes the next version, from what the
 * last one says.
 */
function planChanges(file: CaseFile, meetingId: string, newId: () => string): Change[] {
  const last = currentPlan(file);
  if (last && last.lockedAt === null) return [{ in: 'plan', id: last.id, set: { meetingId } }];
  const plan = newPlan({ id: newId(), caseId: file.case.id, meetingId, version: (last?.version ?? 0) + 1 });
  return [{ in: 'plan', id: plan.id, set: plan }, ...(last ? carryOver(file, last, plan.id, newId) : [])];
}
