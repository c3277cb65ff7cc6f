import { sayPartner } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { withdraw } from '../../cards/withdraw.ts';
import { mayWithdraw } from '../../domain/withdrawal.ts';
import { caseOf, definePage } from '../act.ts';

export const withdrawPage = definePage(withdraw, (view) => {
  const file = caseOf(view);
  const { language, today } = view;
  const signers = mayWithdraw(file);
  return {
    data: {
      title: say(language, 'withdraw.title', { code: file.case.code }),
      next: say(language, 'withdraw.next'),
      signerChoices: signers.map((signer) => ({ title: sayPartner(language, file.case, signer), value: signer })),
    },
    values: { givenBy: signers.length === 1 ? (signers[0] ?? '') : '', withdrawnOn: today.toString() },
  };
});
