import { worksIn } from '../../domain/access.ts';
import { homePage } from '../../domain/posting.ts';
import type { CaseStep } from '../act.ts';
import { inviteUnits } from './invite-units.ts';

/**
 * Only consented units can be called, so the consent comes first. After the kallelse a unit that has been added to it
 * can be called too.
 */
export const openInvite: CaseStep = {
  readsOnly: true,
  case: true,
  during: ['PREPARING', 'INVITED'],
  mayPress: worksIn,
  run: (context) =>
    inviteUnits(context, context.file).length > 0
      ? { code: 'ok', page: 'invite' }
      : {
          code: 'noConsent',
          page: homePage(context.file),
          notice: { key: context.file.case.status === 'PREPARING' ? 'notice.consentFirst' : 'invite.nobodyNew' },
        },
};
