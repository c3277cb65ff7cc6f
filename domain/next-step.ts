/** The one thing to do next in a case, as the key of a sentence and its values. */
import { currentMeeting, goesOn } from './current.ts';
import { isPaperOnly } from './gates.ts';
import type { Moment } from './moment.ts';
import { nextBeforeKallelse } from './next-before-kallelse.ts';
import { step } from './next-said.ts';
import { nextWhenCalled } from './next-when-called.ts';
import { nextWithPlan } from './next-with-plan.ts';

export function nextStep(moment: Moment) {
  const { file } = moment;
  const meeting = currentMeeting(file);
  if (goesOn(file) && isPaperOnly(file)) return step('next.paper');
  switch (file.case.status) {
    case 'PREPARING':
      return nextBeforeKallelse(moment);
    case 'INVITED':
      return meeting ? nextWhenCalled(moment, meeting) : step('next.time');
    case 'MEETING':
      return step(meeting?.pausedAt ? 'next.paused' : 'next.meeting');
    case 'PLAN_ACTIVE':
      return nextWithPlan(moment);
    case 'STOPPED': {
      const { restReason } = file.case;
      return step(restReason === null || restReason === 'WITHDRAWN' ? 'consent.withdrawn' : 'consent.rests');
    }
    case 'CLOSED':
      return step('close.done');
  }
}
