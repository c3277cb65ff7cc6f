import { worksIn } from '../../domain/access.ts';
import { hasScope } from '../../domain/consent.ts';
import { currentMeeting, measuresOf } from '../../domain/current.ts';
import { gapsInPlan } from '../../domain/plan.ts';
import { newPosting } from '../../domain/posting.ts';
import type { CaseFile, Change, ChannelRow, Plan } from '../../domain/rows.ts';
import type { CaseStep, Context, Outcome } from '../act.ts';
import { openPlan } from './open-plan.ts';

/** Neutral cards in the convening unit's channel, only where the consent covers the time between the meetings. */
function measureCards({ register, newId, now }: Context, file: CaseFile, plan: Plan, channel: ChannelRow): Change[] {
  return measuresOf(file, plan).map((measure) =>
    newPosting(newId(), {
      kind: 'MEASURE',
      page: 'measure',
      caseId: file.case.id,
      measureId: measure.id,
      tenantId: channel.tenantId,
      language: register.settings.defaultLanguage,
      conversationId: channel.conversationId,
      serviceUrl: channel.serviceUrl,
      createdAt: now,
    }),
  );
}

/** Locks the plan. From now on it is read-only; its measures are followed in the channel. */
export const lockPlan: CaseStep = {
  case: true,
  during: ['MEETING'],
  who: worksIn,
  run(context): Outcome {
    const { file, register, now, today } = context;
    const meeting = currentMeeting(file);
    if (!meeting || gapsInPlan(file).length > 0) return { code: 'gaps', page: 'readback' };
    const plan = openPlan(file);
    const channel = register.channels.find((one) => one.unitId === file.case.unitId);
    const mayPost = hasScope(file, 'BETWEEN_MEETINGS', today);
    const cards = channel && mayPost ? measureCards(context, file, plan, channel) : [];
    return {
      code: 'ok',
      changes: [
        { in: 'plan', id: plan.id, set: { lockedAt: now } },
        { in: 'meeting', id: meeting.id, set: { status: 'HELD' } },
        { in: 'case', id: file.case.id, set: { status: 'PLAN_ACTIVE' } },
        ...cards,
      ],
      effects: cards.map((card) => ({ kind: 'card', caseId: file.case.id, subjectId: card.id })),
      page: 'case',
      notice: { key: !mayPost ? 'sip.lockedQuiet' : channel ? 'sip.locked' : 'sip.lockedNoChannel' },
    };
  },
};
