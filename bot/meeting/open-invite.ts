import { worksIn } from '../../domain/access.ts';
import { consentedUnits } from '../../domain/consent.ts';
import type { CaseStep } from '../act.ts';

/** Only consented units can be called, so the consent comes first. */
export const openInvite: CaseStep = {
  reads: true,
  case: true,
  during: ['PREPARING'],
  who: worksIn,
  run: ({ file, today }) =>
    consentedUnits(file, today).size > 0
      ? { code: 'ok', page: 'invite' }
      : { code: 'noConsent', page: 'guide', notice: { key: 'notice.consentFirst' } },
};
