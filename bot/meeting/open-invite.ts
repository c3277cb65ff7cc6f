import { worksIn } from '../../domain/access.ts';
import type { CaseStep } from '../act.ts';
import { inviteUnits } from './invite-units.ts';

/** Only consented units can be called, so the consent comes first. */
export const openInvite: CaseStep = {
  reads: true,
  case: true,
  during: ['PREPARING'],
  who: worksIn,
  run: (context) =>
    inviteUnits(context, context.file).length > 0
      ? { code: 'ok', page: 'invite' }
      : { code: 'noConsent', page: 'guide', notice: { key: 'notice.consentFirst' } },
};
