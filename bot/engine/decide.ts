/** Whether an act may be carried out at all, and what its step makes of it. */

import { textKey } from '../../cards/texts/say.ts';
import type { OutcomeCode } from '../../domain/names.ts';
import { homePage } from '../../domain/posting.ts';
import { mayHoldName } from '../../domain/words/names.ts';
import type { Act, Context, Outcome, Say, Step } from '../act.ts';

const refuse = (code: 'expired' | 'notInRegister' | 'noAccess' | 'old'): Outcome => ({
  code,
  notice: { key: `err.${code}` },
});

/** Not theirs to press: the card stays as it is for those whose it is. */
export const STRANGER: readonly OutcomeCode[] = ['noAccess', 'notInRegister'];

/** Acts of the program itself (due items, results, notifications) have no actor and need no access. */
const isFromOutside = ({ kind }: Act): boolean => kind === 'verb' || kind === 'words' || kind === 'event';

function whyNot(step: Step, { act, posting, file, person }: Context): Outcome | null {
  if ((act.postingId && !posting) || (step.case && !file)) return refuse('expired');
  if (isFromOutside(act) && step.mayPress && step.mayPress !== 'anybody') {
    if (!person) return refuse('notInRegister');
    if (!step.mayPress(person, file, posting)) return refuse('noAccess');
  }
  if (posting && step.case && posting.kind !== (step.cardKind ?? 'CASE')) return refuse('expired');
  if (file && step.during && !step.during.includes(file.case.status)) return { ...refuse('old'), page: homePage(file) };
  if (!posting || step.readsOnly || step.worksWhenOld || act.turn === posting.turn) return null;
  return step.inputsOn
    ? { code: 'old', notice: { key: 'err.stale' }, page: step.inputsOn, keepTyped: true }
    : refuse('old');
}

/** Asked once: pressing again means that the text is right. "Tillbaka" is never stopped by it. */
function warnOfNames({ typed = [] }: Step, { act, posting }: Context): Outcome | null {
  if (!posting || posting.warned === act.name || act.name.endsWith('.back')) return null;
  const texts = (act.data ?? {}) as Record<string, unknown>;
  const suspect = typed.filter((field) => mayHoldName(String(texts[field] ?? '')));
  if (suspect.length === 0) return null;
  const errors = Object.fromEntries(suspect.map((field) => [field, { key: 'err.name' as const }]));
  return { code: 'nameWarning', errors, keepTyped: true, warned: true };
}

export async function decide(step: Step, context: Context): Promise<Outcome> {
  const refused = whyNot(step, context);
  if (refused) return refused;
  if (!step.form) return step.run(context);
  const parsed = step.form(context).safeParse(context.act.data);
  if (parsed.success) return warnOfNames(step, context) ?? step.run({ ...context, form: parsed.data });
  const errors: Record<string, Say> = {};
  for (const { path, message } of parsed.error.issues) errors[String(path[0] ?? '')] ??= { key: textKey(message) };
  return { code: 'invalid', errors };
}
