import { closing } from '../../cards/sip/closing.ts';
import { withChanges } from '../../domain/changes.ts';
import { currentMeeting } from '../../domain/current.ts';
import { ended } from '../../domain/from-afar.ts';
import { nameIn } from '../../domain/names.ts';
import { type GapName, gapsInPlan, type PlanGap } from '../../domain/plan.ts';
import { followUpDueItems, tellChildDueItems } from '../../domain/reminders.ts';
import type { Change } from '../../domain/rows/case-file.ts';
import { caseStep, type Outcome } from '../act.ts';
import { measureCards } from './measure-cards.ts';
import { openPlan } from './open-plan.ts';
import { askedAboutDay, readClosing } from './save-closing.ts';

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
    const { file: before, now, posting } = context;
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
    const { cards, notice } = measureCards(context, file, plan);
    const locked = { ...plan, ...set, lockedAt: now };
    return {
      code: 'ok',
      changes: [
        { in: 'plan', id: plan.id, set: { ...set, lockedAt: now } },
        { in: 'meeting', id: meeting.id, set: ended('HELD') },
        { in: 'case', id: file.case.id, set: { status: 'PLAN_ACTIVE' } },
        ...cards,
      ],
      due: [...followUpDueItems(locked, now), ...tellChildDueItems(locked, now)],
      page: 'case',
      notice: { key: notice },
    };
  },
});
