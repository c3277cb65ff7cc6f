import { randomBytes } from 'node:crypto';
import { print } from '../../cards/print/print.ts';
import { nameIn, type OfferedDocument, type PageRef } from '../../domain/names.ts';
import { aboutPaper, offersOf } from '../../domain/papers.ts';
import { linkChanges } from '../../domain/print-links.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { shownPlan } from '../../domain/shown-plan.ts';
import { caseStep, type Outcome } from '../act.ts';

/** Pressed where a version of the plan stands, it is of that version; elsewhere of the newest. */
const versionOn = (file: CaseFile, page: PageRef | undefined): string | null =>
  page && nameIn(page) === 'plan' ? (shownPlan(page, file).plan?.version.toString() ?? null) : null;

/** A link to one paper, in the answer to the one who pressed. */
export const makeLink = (document: OfferedDocument) =>
  caseStep({
    inputsOn: 'print',
    form: () => print.form(),
    run({ file, form, posting, person, now, today, newId }): Outcome {
      if (!person || !offersOf(file, today).includes(document)) return { code: 'notOffered', page: 'print' };
      const link = {
        id: newId(),
        document,
        personId: person.id,
        token: randomBytes(24).toString('base64url'),
        about: aboutPaper({ language: form.language ?? 'sv', version: versionOn(file, posting?.page) }),
      };
      return { code: 'ok', changes: linkChanges(file, link, now), page: 'print' };
    },
  });
