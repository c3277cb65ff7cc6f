import type { CaseStatus } from '../../domain/codes.ts';
import type { PageName } from '../../domain/names.ts';
import { homePage } from '../../domain/posting.ts';
import { caseStep } from '../act.ts';

/** Turns the case's card to a page that belongs to its part of the process. */
export const openPage = (page: PageName, ...during: CaseStatus[]) =>
  caseStep({
    readsOnly: true,
    during,
    run: () => ({ code: 'ok', page }),
  });

/** Turns the case's card to where the process is. */
export const openHome = caseStep({
  readsOnly: true,
  run: ({ file }) => ({ code: 'ok', page: homePage(file), backTo: null }),
});
