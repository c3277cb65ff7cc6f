import { sayDate, sayMeetingTime } from '../../cards/texts/dates.ts';
import { sayDoerUnit, sayDue, sayMeasureState } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { asksAboutConsent, consentBefore } from '../../domain/consent-before.ts';
import { hasPlanInForce, lockedPlan, measuresOf } from '../../domain/current.ts';
import { mayBookAsAgreed } from '../../domain/follow-up.ts';
import { isPromised } from '../../domain/measures.ts';
import { consentEndsBefore } from '../../domain/next-meeting.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { View } from '../act.ts';

/** What the case card shows of a plan in force, also while the meeting that follows it up is called. */
export function followedOnCard(view: View, file: CaseFile) {
  const isShown = hasPlanInForce(file) && file.case.status !== 'MEETING';
  return {
    measures: isShown ? measureLines(view, file) : [],
    followUp: file.case.status === 'PLAN_ACTIVE' ? followUpLine(view, file) : null,
    followUpTitle: say(
      view.language,
      mayBookAsAgreed({ ...view, file }) ? 'button.bookFollowUp' : 'button.callFollowUp',
    ),
    ...consentQuestion(view, file),
  };
}

const measureLines = ({ language, register, today }: View, file: CaseFile): string[] =>
  measuresOf(file, lockedPlan(file))
    .filter(isPromised)
    .map((measure) =>
      say(language, 'case.measure', {
        n: measure.ordinal,
        unit: sayDoerUnit(language, register, measure),
        due: sayDue(language, measure, lockedPlan(file)),
        state: sayMeasureState(language, { file, today }, measure),
      }),
    );

/** "Uppföljning torsdag 7 maj kl. 13.00–14.00 (v. 19)", and that the consent ends before it. */
function followUpLine({ language, today }: View, file: CaseFile): string | null {
  const { followUpOn: on, followUpAt, followUpEndAt } = lockedPlan(file) ?? {};
  if (!on) return null;
  const when =
    followUpAt && followUpEndAt
      ? sayMeetingTime(language, followUpAt, followUpEndAt, { today })
      : sayDate(language, on, today);
  const ends = consentEndsBefore(file, on);
  return [
    say(language, 'case.followUp', { day: when }),
    ...(ends ? [say(language, 'case.consentEndsBefore', { on: sayDate(language, ends, today) })] : []),
  ].join('. ');
}

/** "Gäller samtycket fortfarande?", or what follows of the answer that it is not extended. */
function consentQuestion(view: View, file: CaseFile) {
  const { language, today } = view;
  const before = consentBefore({ file });
  const isAsked = asksAboutConsent({ file, today });
  if (!before || (!isAsked && before.answer !== 'NOT_EXTENDED'))
    return { consent: null, asksConsent: false, consentMayStand: false };
  const values = {
    on: sayDate(language, before.on, today),
    ends: before.ends ? sayDate(language, before.ends, today) : 'NONE',
  };
  return {
    consent: isAsked
      ? say(language, before.reaches ? 'case.consentAsk' : 'case.consentTooShort', values)
      : say(language, before.reaches ? 'case.notExtendedAfter' : 'case.notExtended', values),
    asksConsent: isAsked,
    // What does not reach the follow-up is never said to stand.
    consentMayStand: before.reaches,
  };
}
