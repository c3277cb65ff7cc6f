import { worksIn } from '../../domain/access.ts';
import { missingBeforeKallelse } from '../../domain/gates.ts';
import type { CaseStep } from '../act.ts';

/** The way to "Skicka kallelse": the preview, or the list of what is missing. */
export const openPreview: CaseStep = {
  reads: true,
  case: true,
  during: ['PREPARING'],
  who: worksIn,
  run({ file, register, now }) {
    return missingBeforeKallelse({ file, settings: register.settings, now }).length > 0
      ? { code: 'missing', page: 'missing' }
      : { code: 'ok', page: 'preview' };
  },
};
