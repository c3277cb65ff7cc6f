import { Temporal } from 'temporal-polyfill';
import { OWN_TIME, SAME_PLACE, time } from '../../cards/meeting/time.ts';
import { timeSearching } from '../../cards/meeting/time-searching.ts';
import { sayDay, sayMeetingTimeShort } from '../../cards/texts/dates.ts';
import { sayUnits } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { guardiansOf } from '../../domain/consent.ts';
import { currentMeeting } from '../../domain/current.ts';
import { clockOf, dayOf, daysBetween } from '../../domain/days.ts';
import { isLate, lastMeetingDay } from '../../domain/deadlines.ts';
import { howOf } from '../../domain/from-afar.ts';
import { openMove } from '../../domain/moves.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Proposal } from '../../domain/rows/meeting.ts';
import { talksNow } from '../../domain/talks.ts';
import { caseOf, definePage, type View } from '../act.ts';
import type { ChosenTime } from './chosen-time.ts';

export const slotOf = ({ startAt, endAt }: { startAt: string; endAt: string }): string => `${startAt}/${endAt}`;

/** `show` is how many proposals stand on the page: three are a choice, the rest comes with "Fler tider". */
export const timePage = (show: number) =>
  definePage(
    time,
    (view) => {
      const file = caseOf(view);
      const { language, register } = view;
      const meeting = currentMeeting(file);
      const move = openMove(file);
      const chosen = move ?? meeting;
      const proposals = (meeting?.proposals ?? []).slice(0, show);
      return {
        data: {
          title: say(language, 'time.title', { code: file.case.code }),
          next: say(language, 'time.next'),
          limit: limitLine(view, file),
          wishes: wishesLine(view, file),
          note:
            meeting?.proposalsState === 'UNREACHABLE'
              ? say(language, 'time.unreachable')
              : proposals.length === 0
                ? say(language, 'time.none')
                : null,
          slotChoices: [
            ...proposals.map((proposal) => ({ title: sayProposal(view, proposal), value: slotOf(proposal) })),
            { title: say(language, 'time.own'), value: OWN_TIME },
          ],
          askHow: file.case.status === 'PREPARING',
          askPlace: !meeting || file.case.status === 'PREPARING' || howOf(meeting) !== 'ONLINE',
          placeChoices: [
            ...(move ? [{ title: say(language, 'place.same'), value: SAME_PLACE }] : []),
            ...register.places.filter((place) => place.active).map(({ id, name }) => ({ title: name, value: id })),
          ],
          askLate: isLateNow(view, file, chosen),
        },
        values: {
          ...valuesOf(chosen, proposals),
          place: chosen?.placeId ?? (move ? SAME_PLACE : ''),
          how: meeting?.how ?? 'IN_ROOM',
        },
      };
    },
    { stands: true },
  );

export const timeSearchingPage = definePage(timeSearching, (view) => ({
  data: {
    title: say(view.language, 'time.title', { code: caseOf(view).case.code }),
    next: say(view.language, 'time.searching.next'),
  },
}));

function limitLine(view: View, file: CaseFile): string | null {
  const { language, today } = view;
  const last = lastMeetingDay({ ...view, file });
  return last && say(language, 'time.limit', { day: sayDay(language, last), n: Math.max(0, daysBetween(today, last)) });
}

/** What was wished for in the talks with those who have custody today: from 18 a guardian's wishes are nobody's. */
function wishesLine({ language, today }: View, file: CaseFile): string | null {
  const guardians: string[] = guardiansOf(file.case, today);
  const wishes = [
    ...new Set(
      talksNow(file)
        .filter((talk) => guardians.includes(talk.with))
        .flatMap((talk) => talk.wishes),
    ),
  ];
  if (wishes.length === 0) return null;
  return say(language, 'time.wishes', {
    wishes: wishes.map((wish) => say(language, `wish.${wish}`).toLowerCase()).join(', '),
  });
}

const isLateNow = (view: View, file: CaseFile, chosen: ChosenTime | undefined): boolean =>
  chosen?.startAt != null && isLate(dayOf(chosen.startAt), lastMeetingDay({ ...view, file }));

/**
 * "tis 3 mars 13.00–14.00 · 3 av 3 i kommunen kan · 2 svarar själva": never "alla kan" about calendars that cannot be
 * seen.
 */
function sayProposal({ language, register }: View, proposal: Proposal): string {
  const time = sayMeetingTimeShort(
    language,
    Temporal.Instant.from(proposal.startAt),
    Temporal.Instant.from(proposal.endAt),
  );
  const busy = sayUnits(register, proposal.busyUnits);
  return say(language, 'time.slot', {
    time,
    free: proposal.free,
    seen: proposal.seen,
    busy: busy || 'none',
    unseen: proposal.unseen,
  });
}

function valuesOf(chosen: ChosenTime | undefined, proposals: Proposal[]) {
  const { startAt, endAt } = chosen ?? {};
  const lateReason = chosen?.lateReason ?? '';
  if (!startAt || !endAt) return { slot: '', date: '', clock: '', minutes: '60', lateReason };
  const proposed = proposals.find((one) => Temporal.Instant.from(one.startAt).equals(startAt));
  return {
    slot: proposed ? slotOf(proposed) : OWN_TIME,
    date: proposed ? '' : dayOf(startAt).toString(),
    clock: proposed ? '' : clockOf(startAt).toString().slice(0, 5),
    minutes: String(startAt.until(endAt).total('minutes')),
    lateReason,
  };
}
