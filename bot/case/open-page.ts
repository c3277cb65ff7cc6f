import { worksIn } from '../../domain/access.ts';
import type { CaseStatus } from '../../domain/codes.ts';
import type { PageName } from '../../domain/names.ts';
import { homePage } from '../../domain/posting.ts';
import type { CaseStep } from '../act.ts';

/** Turns the case's card to a page that belongs to its part of the process. */
export const openPage = (page: PageName, ...during: CaseStatus[]): CaseStep => ({
  readsOnly: true,
  case: true,
  during,
  mayPress: worksIn,
  run: () => ({ code: 'ok', page }),
});

/** Turns the case's card to where the process is. */
export const openHome: CaseStep = {
  readsOnly: true,
  case: true,
  mayPress: worksIn,
  run: ({ file }) => ({ code: 'ok', page: homePage(file), backTo: null }),
};
