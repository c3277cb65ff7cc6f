import { turnOf } from '../../domain/posting.ts';
import type { Change } from '../../domain/rows/case-file.ts';
import type { CaseContext, Step } from '../act.ts';

/** The step that leaves a page of the meeting and keeps what is filled in there: its "Tillbaka". */
export type Leaving = (page: string) => Step | undefined;

/**
 * What is filled in on the page that a button of every page is pressed on, as its "Tillbaka" would keep it. Null: it is
 * not whole, and must stay in the fields.
 */
export async function typedChanges(context: CaseContext, leaving: Step | undefined): Promise<Change[] | null> {
  if (!leaving?.form) return [];
  const parsed = leaving.form(context).safeParse(context.act.data);
  if (!parsed.success) return null;
  const { code, changes = [] } = await leaving.run({ ...context, form: parsed.data });
  if (code !== 'ok') return null;
  return leaving.adds || changes.length === 0 ? changes : [...changes, ...outdated(context)];
}

/** Whoever else has the page open has it from before. */
const outdated = ({ file, posting, newId }: CaseContext): Change[] =>
  file.postings
    .filter(({ id, kind, page }) => kind === 'CASE' && id !== posting?.id && page === posting?.page)
    .map(({ id }) => ({ in: 'posting', id, set: { turn: turnOf(newId()) } }));
