/** The one thing to do next in a case, as the key of a sentence and its values. */
import { Temporal } from 'temporal-polyfill';
import { hasScope, isYouth, requiredSigners } from './consent.ts';
import { currentMeeting, lockedPlan, measuresOf, opensAt, participantsOf } from './current.ts';
import { dayOf } from './deadlines.ts';
import { draftableDeviations } from './deviations.ts';
import { isPaperOnly, type Missing, missingBeforeKallelse } from './gates.ts';
import { isFollowUpNear } from './reminders.ts';
import type { CaseFile, Meeting, Settings } from './rows.ts';

export type NextStep = { key: string; on: Temporal.PlainDate | null; unitId?: string; count?: number };

const step = (key: string, more: Partial<NextStep> = {}): NextStep => ({ key, on: null, ...more });

/** Which sentence a gap gives; the first gap in the order of the process decides. */
const GATE_STEPS: Record<string, string> = {
  ageBand: 'next.start',
  needNoticed: 'next.start',
  guardians: 'next.guardians',
  placement: 'next.placement',
  comingOfAge: 'next.start',
  guardianTalk: 'next.talks',
  childTalk: 'next.talks',
  childInformed: 'next.childInformed',
  protection: 'next.protection',
  paperOnly: 'prot.yes',
  signature: 'next.consent',
  participants: 'next.invite',
  consentedOnly: 'next.consentedOnly',
  time: 'next.time',
  timeAhead: 'next.timeAhead',
  place: 'next.place',
  lateReason: 'next.lateReason',
  familyTime: 'next.familyTime',
};

function preparing(file: CaseFile, missing: Missing[], today: Temporal.PlainDate): NextStep {
  const [first] = missing;
  if (!first) return step('next.send');
  const talks = missing.filter(({ gate }) => gate === 'guardianTalk' || gate === 'childTalk');
  if (first.gate === 'guardianTalk' && isYouth(file.case, today) === false && talks.length === 1) return step('next.guardianTalk');
  if (first.gate === 'childTalk') return step(isYouth(file.case, today) ? 'next.youthTalk' : 'next.childTalk');
  if (first.gate === 'childInformed' && isYouth(file.case, today)) return step('next.youthInformed');
  const unsigned = missing.filter(({ gate }) => gate === 'signature').length;
  if (first.gate === 'signature' && unsigned < requiredSigners(file.case, today).length) return step('consent.one.missing');
  return step(GATE_STEPS[first.gate] ?? 'next.start');
}

function invited(file: CaseFile, meeting: Meeting, now: Temporal.Instant): NextStep {
  if (meeting.status === 'SENDING') return step('next.sending');
  if (meeting.status === 'NOT_SENT') return step('err.cal');
  if (meeting.status === 'FAILED') return step('err.calRefused');
  if (meeting.eventState === 'GONE') return step('next.eventGone');
  const opens = opensAt(meeting);
  if (opens && Temporal.Instant.compare(opens, now) <= 0) return step('next.openMeeting');
  const people = participantsOf(file, meeting);
  const declined = people.find((row) => row.answer === 'DECLINED');
  if (declined) return step('next.declined', { unitId: declined.unitId });
  const silent = people.filter((row) => row.answer === 'NONE');
  if (silent.length === people.length && silent.length > 1) return step('next.noAnswers', { count: silent.length });
  if (silent[0])
    return step(silent.length === 1 ? 'next.oneSilent' : 'next.someSilent', { unitId: silent[0].unitId, count: silent.length });
  const today = dayOf(now);
  const untold = hasScope(file, 'PREPARE', today) ? people.filter((row) => row.toldOn === null && row.unitId !== file.case.unitId) : [];
  if (untold[0]) return step('next.notTold', { unitId: untold[0].unitId, count: new Set(untold.map(({ unitId }) => unitId)).size });
  const unchecked = people.filter((row) => row.consentCheckedOn === null && row.unitId !== file.case.unitId);
  if (unchecked[0])
    return step('next.notChecked', { unitId: unchecked[0].unitId, count: new Set(unchecked.map(({ unitId }) => unitId)).size });
  return step(people.some((row) => row.answer === 'TENTATIVE') ? 'next.allAnsweredTentative' : 'next.allAnswered');
}

function planActive(file: CaseFile, settings: Settings, today: Temporal.PlainDate): NextStep {
  const plan = lockedPlan(file);
  const measures = measuresOf(file, plan);
  const done = measures.filter((measure) => measure.state === 'DONE').length;
  const on = plan?.followUpOn ?? null;
  if (on && isFollowUpNear(on, today)) return step('follow.soon', { on, count: today.until(on).days });
  if (on && Temporal.PlainDate.compare(today, on) > 0) return step('next.followUpOver', { on });
  const absent = draftableDeviations({ file, settings, today }).find(({ code }) => code === 'PARTY_ABSENT');
  if (absent) return step('meet.absent', { unitId: absent.unitId });
  if (done === measures.length) return step('next.followUp', { on });
  return step('next.measures', { on, count: measures.length - done });
}

export function nextStep(file: CaseFile, settings: Settings, now: Temporal.Instant): NextStep {
  const meeting = currentMeeting(file);
  const goesOn = file.case.status !== 'STOPPED' && file.case.status !== 'CLOSED';
  if (goesOn && isPaperOnly(file)) return step('prot.yes');
  switch (file.case.status) {
    case 'PREPARING':
      return preparing(file, missingBeforeKallelse({ file, settings, now }), dayOf(now));
    case 'INVITED':
      return meeting ? invited(file, meeting, now) : step('next.time');
    case 'MEETING':
      return step('next.meeting');
    case 'PLAN_ACTIVE':
      return planActive(file, settings, dayOf(now));
    case 'STOPPED':
      return step('consent.withdrawn');
    case 'CLOSED':
      return step('close.done');
  }
}
