import { randomBytes } from 'node:crypto';
import { print } from '../../cards/print/print.ts';
import type { Language } from '../../domain/codes.ts';
import { nameIn, type OfferedDocument, type PageRef } from '../../domain/names.ts';
import { aboutPaper, offersOf } from '../../domain/papers.ts';
import { printPageFrom } from '../../domain/print-from.ts';
import { linkChanges } from '../../domain/print-links.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import { shownPlan } from '../../domain/shown-plan.ts';
import { type CaseContext, caseStep, type Outcome } from '../act.ts';

/** Pressed where a version of the plan stands, it is of that version; elsewhere of the newest. */
const versionOn = (file: CaseFile, page: PageRef | undefined): string | null =>
  page && nameIn(page) === 'plan' ? (shownPlan(page, file).plan?.version.toString() ?? null) : null;

/** A link to one paper, which opens once. */
export function linkTo(
  { file, person, posting, now, newId }: CaseContext,
  document: OfferedDocument,
  language: Language = 'sv',
): Change[] {
  if (!person) return [];
  const link = {
    id: newId(),
    document,
    personId: person.id,
    token: randomBytes(24).toString('base64url'),
    about: aboutPaper({ language, version: versionOn(file, posting?.page) }),
  };
  return linkChanges(file, link, now);
}

/** The link stands in the answer to the one who pressed. */
export const makeLink = (document: OfferedDocument) =>
  caseStep({
    inputsOn: 'print',
    form: () => print.form(),
    run(context): Outcome {
      const { file, form, person, today, posting } = context;
      const page = printPageFrom(posting?.page);
      if (!person || !offersOf(file, today).includes(document)) return { code: 'notOffered', page };
      return { code: 'ok', changes: linkTo(context, document, form.language ?? 'sv'), page };
    },
  });
