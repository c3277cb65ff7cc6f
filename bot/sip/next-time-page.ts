import { OWN_TIME } from '../../cards/meeting/time.ts';
import { nextTime } from '../../cards/sip/next-time.ts';
import { nextTimeSearching } from '../../cards/sip/next-time-searching.ts';
import { sayDay } from '../../cards/texts/dates.ts';
import { sayDayDoubt } from '../../cards/texts/next-meeting.ts';
import { say } from '../../cards/texts/say.ts';
import { sayProposal } from '../../cards/texts/say-proposal.ts';
import { currentMeeting, currentPlan } from '../../domain/current.ts';
import { clockOf } from '../../domain/days.ts';
import { USUAL_MINUTES } from '../../domain/days-to-search.ts';
import { slotOf } from '../../domain/proposals.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Proposal } from '../../domain/rows/meeting.ts';
import type { Plan } from '../../domain/rows/plan.ts';
import { caseOf, definePage, type View } from '../act.ts';
import { sayPart } from './say-part.ts';

/** A choice at a table, and not a list to read. */
const SHOWN = 3;
export const timesForNext = (file: CaseFile): Proposal[] => (currentMeeting(file)?.proposals ?? []).slice(0, SHOWN);

/** All of them, also where the place is told by word of mouth: that one must not be read off the wall. */
export const placesForNext = ({ register }: Pick<View, 'register'>) => register.places.filter(({ active }) => active);

export const nextTimePage = definePage(
  nextTime,
  (view) => {
    const file = caseOf(view);
    const { language, register } = view;
    const plan = currentPlan(file);
    const times = timesForNext(file);
    const own = say(language, 'time.own');
    return {
      data: {
        ...sayPart(view, 5),
        next: say(language, 'sip.nextTime'),
        note: noteOf(view, file, plan),
        slotChoices:
          times.length === 0
            ? []
            : [
                ...times.map((one) => ({ title: sayProposal(language, register, one), value: slotOf(one) })),
                { title: own, value: OWN_TIME },
              ],
        ownTime: say(language, 'input.clockOn', { day: plan?.followUpOn ? sayDay(language, plan.followUpOn) : '' }),
        placeChoices: placesForNext(view).map(({ id, name }) => ({ title: name, value: id })),
      },
      values: {
        ...timeOf(plan, times),
        place: plan?.followUpPlaceId ?? currentMeeting(file)?.placeId ?? '',
        familyYes: plan?.followUpFamilyYes ?? false,
      },
    };
  },
  { stands: true },
);

export const nextTimeSearchingPage = definePage(nextTimeSearching, (view) => ({
  data: { ...sayPart(view, 5), next: say(view.language, 'time.searching.next') },
}));

/** What is worth a thought about the day, and why there is nothing to choose from. */
function noteOf(view: View, file: CaseFile, plan: Plan | undefined): string | null {
  const { language } = view;
  const meeting = currentMeeting(file);
  const isEmpty = meeting?.proposalsState === 'FOUND' && (meeting.proposals ?? []).length === 0;
  const notes = [
    sayDayDoubt(language, { ...view, file }, plan?.followUpOn ?? null),
    meeting?.proposalsState === 'UNREACHABLE' ? say(language, 'time.unreachable') : null,
    isEmpty ? say(language, 'time.none') : null,
  ];
  return notes.filter(Boolean).join(' ') || null;
}

function timeOf(plan: Plan | undefined, times: readonly Proposal[]) {
  const { followUpAt, followUpEndAt } = plan ?? {};
  if (!followUpAt || !followUpEndAt) return { slot: '', clock: '', minutes: String(USUAL_MINUTES) };
  const span = { startAt: followUpAt.toString(), endAt: followUpEndAt.toString() };
  const isFound = times.some((one) => slotOf(one) === slotOf(span));
  return {
    slot: isFound ? slotOf(span) : times.length > 0 ? OWN_TIME : '',
    clock: isFound ? '' : clockOf(followUpAt).toString().slice(0, 5),
    minutes: String(followUpAt.until(followUpEndAt).total('minutes')),
  };
}
