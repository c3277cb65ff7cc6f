/** Links to papers. Whoever holds one opens it, so it lives five minutes and opens once. */
import type { Temporal } from 'temporal-polyfill';
import { isAfter } from './days.ts';
import type { CaseFile, Change } from './rows/case-file.ts';
import type { PrintLink } from './rows/print-link.ts';
import { UNREADABLE } from './unreadable.ts';

const LIVES_MINUTES = 5;

type Wanted = Pick<PrintLink, 'id' | 'document' | 'personId' | 'token'> & { about?: string };

/** Earlier links of the case are gone then: the table does not grow. */
export function linkChanges(file: CaseFile, { about, ...wanted }: Wanted, now: Temporal.Instant): Change[] {
  const link: PrintLink = {
    ...wanted,
    caseId: file.case.id,
    about: about ?? null,
    expiresAt: now.add({ minutes: LIVES_MINUTES }),
    usedAt: null,
  };
  return [
    ...file.printLinks.map(({ id }): Change => ({ in: 'printLink', id, remove: true })),
    { in: 'printLink', id: link.id, set: link },
  ];
}

/** The link that this person can open now. */
export const openLinkOf = (
  { printLinks }: CaseFile,
  personId: string | undefined,
  now: Temporal.Instant,
): PrintLink | undefined =>
  printLinks.find(
    ({ personId: owner, usedAt, expiresAt, token }) =>
      owner === personId && usedAt === null && isAfter(expiresAt, now) && token !== UNREADABLE,
  );
