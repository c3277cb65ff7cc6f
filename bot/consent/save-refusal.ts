import { worksIn } from '../../domain/access.ts';
import { closingChanges } from '../../domain/closing.ts';
import type { Signer } from '../../domain/codes.ts';
import { CONSENT_PAGES } from '../../domain/consent.ts';
import type { CaseStep } from '../act.ts';
import { CONSENT_DURING } from './save-consent.ts';

/** Opens the question; what was typed on the form's page is left as it was stored. */
export const askRefusal = (signer: Signer): CaseStep => ({
  reads: true,
  case: true,
  during: CONSENT_DURING,
  who: worksIn,
  run: () => ({ code: 'ok', page: `${CONSENT_PAGES[signer]}Refuse` }),
});

/** Kept: the day and that consent was not given. Nothing about why, and nothing about who (SKR: document and end). */
export const saveRefusal = (signer: Signer): CaseStep => ({
  case: true,
  during: CONSENT_DURING,
  at: `${CONSENT_PAGES[signer]}Refuse`,
  alone: true,
  who: worksIn,
  run: ({ file, today }) => ({
    code: 'ok',
    changes: closingChanges(file, { reason: 'NO_CONSENT', familyInformed: null, on: today }),
    effects: [{ kind: 'cancel-stray', caseId: file.case.id, subjectId: file.case.id }],
    page: 'case',
    notice: { key: 'refuse.done' },
  }),
});
