import { randomBytes } from 'node:crypto';
import type { DocumentName } from '../../documents/documents.ts';
import { worksIn } from '../../domain/access.ts';
import type { Change, PrintLink } from '../../domain/rows.ts';
import type { CaseStep, Outcome } from '../act.ts';
import { offersOf } from './offers.ts';

/** Whoever holds the link opens it, so it lives five minutes and opens once. */
const LIVES_MINUTES = 5;

/** A link to one paper, in the answer to the one who pressed. Earlier links of the case are gone then: the table does not grow. */
export const makeLink = (document: DocumentName): CaseStep => ({
  case: true,
  who: worksIn,
  run({ file, person, now, today, newId }): Outcome {
    if (!person || !offersOf(file, today).includes(document)) return { code: 'notOffered', page: 'print' };
    const link: PrintLink = {
      id: newId(),
      caseId: file.case.id,
      document,
      personId: person.id,
      token: randomBytes(24).toString('base64url'),
      expiresAt: now.add({ minutes: LIVES_MINUTES }),
      usedAt: null,
    };
    const old = file.printLinks.map(({ id }): Change => ({ in: 'printLink', id, remove: true }));
    return { code: 'ok', changes: [...old, { in: 'printLink', id: link.id, set: link }], page: 'print' };
  },
});
