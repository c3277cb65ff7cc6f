import type { CaseStatus } from '../../domain/codes.ts';
import type { OpenPage, PageName } from '../../domain/names.ts';
import { homePage } from '../../domain/posting.ts';
import { caseStep, type Step } from '../act.ts';

/** Turns the case's card to a page that belongs to its part of the process. */
export const openPage = (page: PageName, during: readonly CaseStatus[]) =>
  caseStep({
    readsOnly: true,
    during,
    run: () => ({ code: 'ok', page }),
  });

/** The same for a whole table: `print` has the button `print.open`. */
export const openPages = <T extends Partial<Record<OpenPage, readonly CaseStatus[]>>>(during: T) =>
  Object.fromEntries(
    Object.entries(during).map(([page, states]) => [`${page}.open`, openPage(page as OpenPage, states)]),
  ) as { [K in keyof T & string as `${K}.open`]: Step };

/** Turns the case's card to where the process is. */
export const openHome = caseStep({
  readsOnly: true,
  run: ({ file }) => ({ code: 'ok', page: homePage(file), backTo: null }),
});
