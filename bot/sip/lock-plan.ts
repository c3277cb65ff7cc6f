import { closing } from '../../cards/sip/closing.ts';
import { withChanges } from '../../domain/changes.ts';
import { hasScope } from '../../domain/consent.ts';
import { currentMeeting, measuresOf } from '../../domain/current.ts';
import { ended } from '../../domain/from-afar.ts';
import { isOngoing, isPromised } from '../../domain/measures.ts';
import { nameIn } from '../../domain/names.ts';
import { type GapName, gapsInPlan, type PlanGap } from '../../domain/plan.ts';
import { newPosting, wantAgain } from '../../domain/posting.ts';
import { followUpDueItems } from '../../domain/reminders.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import type { Measure } from '../../domain/rows/plan.ts';
import type { ChannelRow } from '../../domain/rows/register.ts';
import { type Context, caseStep, type Outcome } from '../act.ts';
import { openPlan } from './open-plan.ts';
import { askedAboutDay, readClosing } from './save-closing.ts';

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
    .filter((measure) => isOngoing(measure) && isPromised(measure) && !stands(measure))
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

const AT_FIELD = {
  followUp: { followUpOn: { key: 'error.noFollowUp' } },
  childTeller: { childTellerRole: { key: 'error.noTeller' } },
  childTellBy: { childTellByOn: { key: 'error.noTellBy' } },
} as const satisfies Partial<Record<GapName, Outcome['errors']>>;

/**
 * What was filled in is kept. What this page lacks is said at its fields, everything else where the plan is read back.
 */
function notYet(closed: Change, gaps: readonly PlanGap[]): Outcome {
  const here = gaps.map(({ gap }) => ({ ...AT_FIELD })[gap as keyof typeof AT_FIELD]);
  const isHere = gaps.every(({ at }) => at === 'closing');
  const errors = isHere ? { errors: Object.assign({}, ...here) as NonNullable<Outcome['errors']> } : {};
  return { code: 'gaps', changes: [closed], page: isHere ? 'closing' : 'readback', ...errors };
}

/**
 * Locks the plan. From now on it is read-only; its measures are followed in the channel, and its follow-up is reminded
 * of.
 */
export const lockPlan = caseStep({
  during: ['MEETING'],
  inputsOn: 'closing',
  form: () => closing.form(),
  run(context): Outcome {
    const { file: before, register, now, today, posting } = context;
    const plan = openPlan(before);
    // On cards from before the button stood on a page without these fields.
    const set = posting && nameIn(posting.page) === 'closing' ? readClosing(context) : {};
    if ('faults' in set) return set.faults;
    const closed: Change = { in: 'plan', id: plan.id, set };
    const file = withChanges(before, [closed]);
    const meeting = currentMeeting(file);
    const gaps = gapsInPlan(file);
    if (!meeting || gaps.length > 0) return notYet(closed, gaps);
    const asked = askedAboutDay(before, set);
    if (asked) return { ...asked, changes: [closed], page: 'closing' };
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
        { in: 'plan', id: plan.id, set: { ...set, lockedAt: now } },
        { in: 'meeting', id: meeting.id, set: ended('HELD') },
        { in: 'case', id: file.case.id, set: { status: 'PLAN_ACTIVE' } },
        ...cards,
      ],
      due: followUpDueItems({ ...plan, ...set }, now),
      page: 'case',
      notice: { key: !mayPost ? 'sip.lockedQuiet' : channel ? 'sip.locked' : 'sip.lockedNoChannel' },
    };
  },
});
