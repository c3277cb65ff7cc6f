import type { z } from 'zod';
import { OWN_TIME, time } from '../../cards/meeting/time.ts';
import { sayDay } from '../../cards/texts/dates.ts';
import type { TextKey } from '../../cards/texts/say.ts';
import type { MeetingHow } from '../../domain/codes.ts';
import { currentMeeting } from '../../domain/current.ts';
import { instantOf } from '../../domain/days.ts';
import { USUAL_MINUTES } from '../../domain/days-to-search.ts';
import { lastMeetingDay } from '../../domain/deadlines.ts';
import { howOf, lacksPlace } from '../../domain/from-afar.ts';
import { type Span, type TimeFault, timeFault } from '../../domain/meeting-time.ts';
import { slotOf, spanOfSlot } from '../../domain/proposals.ts';
import type { Change } from '../../domain/rows/case-file.ts';
import { type CaseContext, caseStep, type Outcome } from '../act.ts';
import { type Choosing, type ChosenTime, chooseTime } from './chosen-time.ts';

type Form = z.output<ReturnType<typeof time.form>>;

/** A proposed time, or the one that was written; null while neither is complete. */
function spanOf({ slot, date, clock, minutes }: Form): Span | null {
  if (slot && slot !== OWN_TIME) return spanOfSlot(slot);
  if (!date || !clock) return null;
  const startAt = instantOf(date, clock);
  return { startAt, endAt: startAt.add({ minutes: minutes ?? USUAL_MINUTES }) };
}

/** Where no field is named it is the one that the time was chosen in. */
const SAID: Record<TimeFault, [field: 'place' | 'lateReason' | null, text: TextKey]> = {
  PAST: [null, 'error.pastDay'],
  AFTER_CONSENT: [null, 'error.afterConsent'],
  NO_PLACE: ['place', 'error.place'],
  SAME: [null, 'error.sameTime'],
  LATE: ['lateReason', 'time.late'],
};

/** As it is answered; of a meeting that is moved, as it is. */
function howIn({ how }: Pick<Form, 'how'>, { isFirst, meeting }: Choosing): MeetingHow {
  return isFirst ? (how ?? meeting.how) : howOf(meeting);
}

/** Of a meeting that is moved: where it is, unless another is chosen. */
const placeIn = ({ place }: Form, { isFirst, meeting }: Choosing): string | null =>
  place ?? (isFirst ? null : meeting.placeId);

function faultsOf(context: CaseContext<Form>, choosing: Choosing, span: Span | null): Record<string, TextKey> {
  const { form, file } = context;
  const how = howIn(form, choosing);
  const place = placeIn(form, choosing);
  if (!span) {
    const noPlace = lacksPlace(file, place, how) ? { place: 'error.place' as const } : {};
    if (!form.slot) return { slot: 'error.slot', ...noPlace };
    return {
      ...(form.date ? {} : { date: 'error.dateMissing' }),
      ...(form.clock ? {} : { clock: 'error.clockMissing' }),
      ...noPlace,
    };
  }
  const fault = timeFault(context, { ...span, how, place, lateReason: form.lateReason });
  if (!fault) return {};
  const [field, text] = SAID[fault];
  const isOwn = !form.slot || form.slot === OWN_TIME;
  return { [field ?? (isOwn ? 'date' : 'slot')]: text };
}

/** The family's yes was to the time before, and to how they meet. */
const isMoved = (chosen: ChosenTime, span: Span | null): boolean =>
  span !== null && !(chosen.startAt?.equals(span.startAt) && chosen.endAt?.equals(span.endAt));

function kept(form: Form, span: Span | null, choosing: Choosing): Change[] {
  const { chosen, meeting, isFirst, changes, write } = choosing;
  // Without its time another way to meet is not chosen yet, and takes neither place nor yes away.
  const how = howIn(span ? form : { how: null }, choosing);
  const isOther = isFirst && how !== meeting.how;
  const set: Partial<ChosenTime> = {
    ...(isMoved(chosen, span) || isOther ? { familyAgreed: false } : {}),
    ...(how === 'ONLINE' ? { placeId: null } : form.place || !isFirst ? { placeId: form.place } : {}),
    ...(form.lateReason ? { lateReason: form.lateReason } : {}),
    ...(span ?? {}),
  };
  return [...changes, write(set), ...(isOther ? [{ in: 'meeting' as const, id: meeting.id, set: { how } }] : [])];
}

/** The move of a called meeting is on its way, or was made meanwhile. */
const NOTHING_TO_CHOOSE: Outcome = { code: 'nothingToChoose', page: 'case', notice: { key: 'err.old' } };

/** Chooses the time. What is late is asked for a reason and never blocked: a late meeting is better than none. */
export const saveTime = caseStep({
  during: ['PREPARING', 'INVITED'],
  inputsOn: 'time',
  form: ({ file, register }) =>
    time.form(
      [...(currentMeeting(file)?.proposals ?? []).map(slotOf), OWN_TIME],
      register.places.map(({ id }) => id),
    ),
  run(context): Outcome {
    const { form, file, language, newId } = context;
    const choosing = chooseTime(file, newId);
    if (!choosing) return NOTHING_TO_CHOOSE;
    const span = spanOf(form);
    const faults = Object.entries(faultsOf(context, choosing, span));
    const set = kept(form, span, choosing);
    if (faults.length === 0) return { code: 'ok', changes: set, page: choosing.next };
    const last = lastMeetingDay(context);
    // Not renamed: it stands in acts that are remembered.
    const values = { datum: last ? sayDay(language, last) : '' };
    return {
      code: 'invalid',
      errors: Object.fromEntries(faults.map(([field, key]) => [field, { key, values }])),
      // The page asks for a reason once it knows that the chosen time is late.
      ...(faults[0]?.[0] === 'lateReason' ? { changes: set } : {}),
    };
  },
});

/** "Tillbaka" keeps a complete answer and forgets nothing that was stored. */
export const leaveTime = caseStep({
  ...saveTime,
  run(context): Outcome {
    const { form, file, newId } = context;
    const choosing = chooseTime(file, newId);
    if (!choosing) return NOTHING_TO_CHOOSE;
    const span = spanOf(form);
    const isGood = span !== null && Object.keys(faultsOf(context, choosing, span)).length === 0;
    return {
      code: 'ok',
      changes: kept(form, isGood ? span : null, choosing),
      page: choosing.back,
    };
  },
});

/** More of what was found; where the calendars did not answer they are asked again. */
export const moreTimes = caseStep({
  during: ['PREPARING', 'INVITED'],
  run({ file, newId }) {
    const choosing = chooseTime(file, newId);
    if (!choosing) return NOTHING_TO_CHOOSE;
    const { meeting, changes } = choosing;
    if (meeting.proposalsState === 'FOUND') return { code: 'ok', page: 'time-more', keepTyped: true };
    return {
      code: 'ok',
      changes: [...changes, { in: 'meeting', id: meeting.id, set: { proposalsState: 'SEARCHING' } }],
      effects: [{ kind: 'find-times', caseId: file.case.id, subjectId: meeting.id }],
      page: 'time-searching',
    };
  },
});
