import { homePage } from '../../domain/posting.ts';
import { caseStep } from '../act.ts';
import { inviteUnits } from './invite-units.ts';

/**
 * Only consented units can be called, so the consent comes first. After the kallelse a unit that has been added to it
 * can be called too.
 */
export const openInvite = caseStep({
  readsOnly: true,
  during: ['PREPARING', 'INVITED'],
  run: (context) =>
    inviteUnits(context, context.file).length > 0
      ? { code: 'ok', page: 'invite' }
      : {
          code: 'noConsent',
          page: homePage(context.file),
          notice: { key: context.file.case.status === 'PREPARING' ? 'notice.consentFirst' : 'invite.nobodyNew' },
        },
});
