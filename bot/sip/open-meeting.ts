import { Temporal } from 'temporal-polyfill';
import { worksIn } from '../../domain/access.ts';
import { hasScope } from '../../domain/consent.ts';
import { currentMeeting, currentPlan, opensAt } from '../../domain/current.ts';
import { gapsInPlan } from '../../domain/plan.ts';
import type { Change } from '../../domain/rows.ts';
import type { CaseStep, Outcome } from '../act.ts';

/** "Öppna mötet": from 15 minutes before the start, while the consent covers the day. The plan that the meeting makes begins here. */
export const openMeeting: CaseStep = {
  case: true,
  during: ['INVITED', 'MEETING'],
  who: worksIn,
  run({ file, now, today, newId }): Outcome {
    if (file.case.status === 'MEETING') return { code: 'ok', page: gapsInPlan(file)[0]?.at ?? 'readback' };
    const meeting = currentMeeting(file);
    const opens = meeting && opensAt(meeting);
    if (meeting?.status !== 'SENT' || !opens) return { code: 'notSent', page: 'case' };
    if (Temporal.Instant.compare(now, opens) < 0) return { code: 'tooEarly', page: 'case', notice: { key: 'err.tooEarly' } };
    if (!hasScope(file, 'MEETING', today)) return { code: 'consentEnded', page: 'case', notice: { key: 'err.consentEnded' } };
    const id = newId();
    const last = currentPlan(file);
    const version = (last?.version ?? 0) + 1;
    // A locked plan is never changed: a later meeting writes the next version.
    const plan: Change[] =
      last && last.lockedAt === null
        ? []
        : [{ in: 'plan', id, set: { ...EMPTY_PLAN, id, version, caseId: file.case.id, meetingId: meeting.id } }];
    return {
      code: 'ok',
      changes: [
        { in: 'case', id: file.case.id, set: { status: 'MEETING' } },
        { in: 'meeting', id: meeting.id, set: { openedAt: now } },
        ...plan,
      ],
      page: 'attendance',
    };
  },
};

const EMPTY_PLAN = {
  childGoal: null,
  childGoalMissing: null,
  principal: null,
  ownerPersonId: null,
  followUpOn: null,
  lockedAt: null,
  revision: 0,
} as const;
