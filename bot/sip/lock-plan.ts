import { hasScope } from '../../domain/consent.ts';
import { currentMeeting, measuresOf } from '../../domain/current.ts';
import { isOngoing } from '../../domain/measures.ts';
import { gapsInPlan } from '../../domain/plan.ts';
import { newPosting, wantAgain } from '../../domain/posting.ts';
import { followUpDueItems } from '../../domain/reminders.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import type { Measure } from '../../domain/rows/plan.ts';
import type { ChannelRow } from '../../domain/rows/register.ts';
import { type Context, caseStep, type Outcome } from '../act.ts';
import { openPlan } from './open-plan.ts';

/** What stands in the channel goes on with the same measure in this version. */
const movedCards = ({ postings }: CaseFile, measures: readonly Measure[]): Change[] =>
  measures.flatMap(({ id, previousId }) =>
    postings
      .filter(({ kind, measureId }) => kind === 'MEASURE' && previousId !== null && measureId === previousId)
      .map((posting) => wantAgain(posting, { measureId: id })),
  );

/**
 * Neutral cards in the convening unit's channel for what is new; what the family or somebody outside does is nobody's
 * in a channel. That they are sent follows from their rows (`domain/what-follows.ts`).
 */
function newCards(
  { register, newId, now }: Context,
  file: CaseFile,
  measures: readonly Measure[],
  channel: ChannelRow,
): Change[] {
  const stands = (measure: Measure) =>
    file.postings.some(({ measureId }) => measureId !== null && measureId === measure.previousId);
  return measures
    .filter((measure) => isOngoing(measure) && measure.actor === null && !stands(measure))
    .map((measure) =>
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

/**
 * Locks the plan. From now on it is read-only; its measures are followed in the channel, and its follow-up is reminded
 * of.
 */
export const lockPlan = caseStep({
  during: ['MEETING'],
  run(context): Outcome {
    const { file, register, now, today } = context;
    const meeting = currentMeeting(file);
    if (!meeting || gapsInPlan(file).length > 0) return { code: 'gaps', page: 'readback' };
    const plan = openPlan(file);
    const measures = measuresOf(file, plan);
    const channel = register.channels.find((one) => one.unitId === file.case.unitId);
    // Only where the consent covers the time between the meetings.
    const mayPost = hasScope(file, 'BETWEEN_MEETINGS', today);
    const cards = [
      ...movedCards(file, measures),
      ...(channel && mayPost ? newCards(context, file, measures, channel) : []),
    ];
    return {
      code: 'ok',
      changes: [
        { in: 'plan', id: plan.id, set: { lockedAt: now } },
        { in: 'meeting', id: meeting.id, set: { status: 'HELD' } },
        { in: 'case', id: file.case.id, set: { status: 'PLAN_ACTIVE' } },
        ...cards,
      ],
      due: followUpDueItems(plan, now),
      page: 'case',
      notice: { key: !mayPost ? 'sip.lockedQuiet' : channel ? 'sip.locked' : 'sip.lockedNoChannel' },
    };
  },
});
