/** What to do next until the kallelse is sent: the first gap in the order of the process. */
import { brokenOffMeeting } from './break-off.ts';
import { calledOffMeeting } from './cancelling.ts';
import { isYouth } from './consent.ts';
import { dayOf } from './days.ts';
import { type GateName, missingBeforeKallelse } from './gates.ts';
import type { Moment } from './moment.ts';
import { step } from './next-said.ts';
import { notHeldMeeting } from './not-held.ts';
import { signatureStep } from './signature-step.ts';

/** Which sentence a gap gives. */
const GATE_STEPS = {
  ageBand: 'next.start',
  needNoticed: 'next.start',
  guardians: 'next.guardians',
  placement: 'next.placement',
  comingOfAge: 'next.start',
  decides: 'next.start',
  guardianTalk: 'next.talks',
  excused: 'next.excused',
  childTalk: 'next.talks',
  childInformed: 'next.childInformed',
  childAble: 'next.childAble',
  ownForm: 'next.ownForm',
  protection: 'next.protection',
  paperOnly: 'next.paper',
  topics: 'next.topics',
  childNo: 'next.goOn',
  talksDiffer: 'next.goOn',
  participants: 'next.invite',
  consentedOnly: 'next.consentedOnly',
  time: 'next.time',
  timeAhead: 'next.timeAhead',
  place: 'next.place',
  lateReason: 'next.lateReason',
  familyTime: 'next.familyTime',
} as const satisfies Record<Exclude<GateName, 'signature'>, string>;

export function nextBeforeKallelse(moment: Moment) {
  const { file, today } = moment;
  const missing = missingBeforeKallelse(moment);
  const [first] = missing;
  if (!first) return step('next.send');
  const talks = missing.filter(({ gate }) => gate === 'guardianTalk' || gate === 'childTalk');
  if (first.gate === 'guardianTalk' && !isYouth(file.case, today) && talks.length === 1)
    return step('next.guardianTalk');
  if (first.gate === 'childTalk') return step('next.childTalk');
  const notHeldAt = notHeldMeeting(file)?.startAt;
  if (first.gate === 'time' && notHeldAt) return step('next.notHeld', { on: dayOf(notHeldAt) });
  const brokenOffAt = brokenOffMeeting(file)?.brokenOffAt;
  if (first.gate === 'time' && brokenOffAt) return step('next.brokenOff', { on: dayOf(brokenOffAt) });
  const calledOff = calledOffMeeting(file)?.startAt;
  if (first.gate === 'time' && calledOff) return step('next.calledOff', { on: dayOf(calledOff) });
  if (first.gate === 'signature') {
    const { key, on } = signatureStep(moment, missing);
    return step(key, { on });
  }
  return step(GATE_STEPS[first.gate]);
}
