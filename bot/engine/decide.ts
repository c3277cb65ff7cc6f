/** Whether an act may be carried out at all, and what its step makes of it. */

import { type TextKey, textKey } from '../../cards/texts/say.ts';
import { mayView } from '../../domain/access.ts';
import { meetingEnds } from '../../domain/meeting-ends.ts';
import { nameIn, type OutcomeCode } from '../../domain/names.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { mayHoldName } from '../../domain/words/names.ts';
import { notInPlan } from '../../domain/words/not-in-plan.ts';
import { type Act, type Context, type Outcome, old, type Say, type Step } from '../act.ts';
import { OnItsWay } from './when-alone.ts';

const refuse = (code: 'expired' | 'notInRegister' | 'noAccess' | 'old'): Outcome => ({
  code,
  notice: { key: `err.${code}` },
});

/** Not theirs to press, or no button of this card. */
const NO_ACT: readonly OutcomeCode[] = ['noAccess', 'notInRegister', 'expired', 'unknown'];

/** Nothing has happened: the card stays as it is for those whose it is, with the turn that they have. */
export const leavesAlone = ({ code, page, changes = [] }: Outcome): boolean =>
  NO_ACT.includes(code) && page === undefined && changes.length === 0;

/**
 * A person pressed or wrote, and waits. Acts of the program itself (due items, results, notifications) have no actor
 * and need no access.
 */
export const isFromOutside = ({ kind }: Act): boolean => kind === 'verb' || kind === 'words' || kind === 'event';

/**
 * Asked before anything else is: whoever may not view the card learns nothing and moves nothing, whatever they press.
 */
function stranger({ act, posting, file, person, today }: Context): Outcome | null {
  if (!posting || !isFromOutside(act)) return null;
  if (!person) return refuse('notInRegister');
  const conversationId = act.at?.conversationId ?? null;
  return mayView({ posting, person, conversationId, file, today }) ? null : refuse('noAccess');
}

/**
 * The meeting ended while somebody was writing: what they had written is not in the plan, and stands in their answer to
 * be copied. Where the consent was taken back, or the case is over, it is shown no more.
 */
function overMeanwhile(step: Step, act: Act, file: CaseFile): Partial<Outcome> {
  if (!writesPlan(step)) return {};
  const key = meetingEnds(file);
  const wasTyping = wordsOf(step, act).length > 0;
  if (!key || !wasTyping) return {};
  const isShown = key !== 'err.typedStopped';
  return { notice: { key }, ...(isShown ? { glimpse: 'notKept' as const } : {}) };
}

function whyNot(step: Step, context: Context): Outcome | null {
  const { act, posting, file, person, today } = context;
  const strange = stranger(context);
  if (strange) return strange;
  if ((act.postingId && !posting) || (step.case && !file)) return refuse('expired');
  if (isFromOutside(act) && step.mayPress && step.mayPress !== 'anybody') {
    if (!person) return refuse('notInRegister');
    if (!step.mayPress(person, file, posting, today)) return refuse('noAccess');
  }
  if (posting && step.on && !step.on.includes(posting.kind)) return refuse('expired');
  if (file && step.during && !step.during.includes(file.case.status))
    return { ...old(file), ...overMeanwhile(step, act, file) };
  if (!posting || step.readsOnly || step.worksWhenOld || act.turn === posting.turn) return null;
  // Its button stands on several pages: the card stays on the one where something is written.
  if (!step.inputsOn)
    return step.typed ? { code: 'old', notice: { key: 'err.stale' }, keepTyped: true } : refuse('old');
  // A row that was being changed goes on being changed.
  const page = nameIn(posting.page) === step.inputsOn ? posting.page : step.inputsOn;
  return { code: 'old', notice: { key: 'err.stale' }, page, keepTyped: true };
}

/** What was typed in the free-text fields of a page. */
export const wordsOf = ({ typed = [] }: Step, { data }: Act): string[] =>
  typed.flatMap((field) => {
    const text = ((data ?? {}) as Record<string, unknown>)[field];
    return typeof text === 'string' && text.trim() !== '' ? [text] : [];
  });

/** What is typed while the meeting goes on stands in the plan. */
const writesPlan = ({ during = [] }: Step): boolean => during.length === 1 && during[0] === 'MEETING';

function doubtAbout(text: string, step: Step): TextKey | null {
  if (mayHoldName(text)) return 'err.name';
  const kind = writesPlan(step) ? notInPlan(text) : null;
  return kind && `err.notInPlan.${kind}`;
}

/** Asked once: pressing again means that the text is right. "Tillbaka" is never stopped by it. */
function askAboutWords(step: Step, { act, posting }: Context): Outcome | null {
  const { typed = [], leaves } = step;
  if (!posting || posting.warned === act.name || leaves) return null;
  const texts = (act.data ?? {}) as Record<string, unknown>;
  const doubts = typed.flatMap((field) => {
    const key = doubtAbout(String(texts[field] ?? ''), step);
    return key ? [[field, { key }] as const] : [];
  });
  if (doubts.length === 0) return null;
  const isName = doubts.some(([, { key }]) => key === 'err.name');
  const code = isName ? 'nameWarning' : 'wordWarning';
  return { code, errors: Object.fromEntries(doubts), keepTyped: true, warned: true };
}

/** `mayWait`: throws OnItsWay where the step waits for what is being sent; who may not press waits for nothing. */
export async function decide(step: Step, context: Context, mayWait: boolean): Promise<Outcome> {
  const refused = whyNot(step, context);
  if (refused) return refused;
  const { file, store } = context;
  if (step.waitsForSending && mayWait && file && (await store.isSending(file.case.id))) throw new OnItsWay();
  if (!step.form) return step.run(context);
  const parsed = step.form(context).safeParse(context.act.data);
  if (parsed.success) return askAboutWords(step, context) ?? step.run({ ...context, form: parsed.data });
  const errors: Record<string, Say> = {};
  for (const { path, message } of parsed.error.issues) errors[String(path[0] ?? '')] ??= { key: textKey(message) };
  // The fields stand on their page, whatever an old card has turned to since.
  return { code: 'invalid', errors, ...(step.worksWhenOld && step.inputsOn ? { page: step.inputsOn } : {}) };
}
