import { missingBeforeKallelse } from '../../domain/gates.ts';
import type { PageName } from '../../domain/names.ts';
import { caseStep } from '../act.ts';

const toward = (page: PageName) =>
  caseStep({
    readsOnly: true,
    during: ['PREPARING'],
    run(context) {
      const isMissing = missingBeforeKallelse(context).length > 0;
      return isMissing ? { code: 'missing', page: 'missing', backTo: 'LIST' } : { code: 'ok', page, backTo: 'LIST' };
    },
  });

/** The way to "Skicka kallelse": what is missing with the way there, then the answers, then exactly what leaves. */
export const openCheck = toward('check');
export const openPreview = toward('preview');
