import { closing } from '../../cards/sip/closing.ts';
import { say } from '../../cards/texts/say.ts';
import { currentPlan } from '../../domain/current.ts';
import { presetTellBy, presetTeller, tellsChild } from '../../domain/tell-child.ts';
import { caseOf, definePage } from '../act.ts';
import { sayPart } from './say-part.ts';

export const closingPage = definePage(closing, (view) => {
  const file = caseOf(view);
  const plan = currentPlan(file);
  return {
    data: { ...sayPart(view, 5), next: say(view.language, 'sip.closing'), asksTeller: tellsChild(file) },
    values: {
      followUpOn: plan?.followUpOn?.toString() ?? '',
      childTellerRole: plan?.childTellerRole ?? presetTeller(file) ?? '',
      childTellByOn: (plan?.childTellByOn ?? presetTellBy(file))?.toString() ?? '',
    },
  };
});
