import { ALL_OF_IT, withdraw } from '../../cards/consent/withdraw.ts';
import { sayPartner, sayUnit } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { mayWithdraw } from '../../domain/withdrawal.ts';
import { type Part, partsToWithdraw } from '../../domain/withdrawal-parts.ts';
import { caseOf, definePage } from '../act.ts';

export const withdrawPage = definePage(withdraw, (view) => {
  const file = caseOf(view);
  const { language, today, register } = view;
  const moment = { ...view, file };
  const signers = mayWithdraw(moment);
  const sayPart = ({ part: { unitId, topic, ofScope } }: Part): string => {
    if (unitId) return say(language, 'withdraw.party', { unit: sayUnit(register, unitId) });
    if (topic) return say(language, 'withdraw.topic', { topic: say(language, `topic.${topic}`) });
    return ofScope && ofScope !== 'MEETING' ? say(language, `withdraw.scope.${ofScope}`) : '';
  };
  const parts = partsToWithdraw(moment).map((part) => ({ title: sayPart(part), value: part.value }));
  return {
    data: {
      title: say(language, 'withdraw.title', { code: file.case.code }),
      next: say(language, 'withdraw.next'),
      signerChoices: signers.map((signer) => ({ title: sayPartner(language, file.case, signer), value: signer })),
      whatChoices: [{ title: say(language, 'withdraw.all'), value: ALL_OF_IT }, ...parts],
    },
    values: { givenBy: signers.length === 1 ? (signers[0] ?? '') : '', what: ALL_OF_IT, withdrawnOn: today.toString() },
  };
});
