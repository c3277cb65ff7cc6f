import { randomBytes } from 'node:crypto';
import type { OfferedDocument } from '../../domain/names.ts';
import { offersOf } from '../../domain/papers.ts';
import { linkChanges } from '../../domain/print-links.ts';
import { caseStep, type Outcome } from '../act.ts';

/** A link to one paper, in the answer to the one who pressed. */
export const makeLink = (document: OfferedDocument) =>
  caseStep({
    run({ file, person, now, today, newId }): Outcome {
      if (!person || !offersOf(file, today).includes(document)) return { code: 'notOffered', page: 'print' };
      const link = { id: newId(), document, personId: person.id, token: randomBytes(24).toString('base64url') };
      return { code: 'ok', changes: linkChanges(file, link, now), page: 'print' };
    },
  });
