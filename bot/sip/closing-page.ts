import { closing } from '../../cards/sip/closing.ts';
import { sayAgreed, sayDayDoubt } from '../../cards/texts/next-meeting.ts';
import { say } from '../../cards/texts/say.ts';
import { currentPlan } from '../../domain/current.ts';
import { presetTellBy, presetTeller, tellsChild } from '../../domain/tell-child.ts';
import { caseOf, definePage } from '../act.ts';
import { sayPart } from './say-part.ts';

export const closingPage = definePage(closing, (view) => {
  const file = caseOf(view);
  const plan = currentPlan(file);
  const moment = { ...view, file };
  return {
    data: {
      ...sayPart(view, 5),
      next: say(view.language, 'sip.closing'),
      asksTeller: tellsChild(file),
      note: sayDayDoubt(view.language, moment, plan?.followUpOn ?? null),
      agreed: sayAgreed(view.language, moment, plan),
    },
    values: {
      followUpOn: plan?.followUpOn?.toString() ?? '',
      childTellerRole: plan?.childTellerRole ?? presetTeller(file) ?? '',
      childTellByOn: (plan?.childTellByOn ?? presetTellBy(file))?.toString() ?? '',
    },
  };
});
