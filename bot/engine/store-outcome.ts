/**
 * Everything that an act writes: what its step decided, what follows from that, and what is known of its effect now.
 */
import { BACKGROUND_EFFECTS } from '../../domain/names.ts';
import type { AuditEntry, NewEffect, QueuedCard, Store } from '../../domain/ports.ts';
import { cardsToSend, whatFollows } from '../../domain/what-follows.ts';
import type { Act, Context, Outcome } from '../act.ts';
import type { After } from './card-after.ts';
import { isFromOutside } from './decide.ts';

const NOTHING = { effects: [], due: [] };

export async function storeOutcome(
  store: Store,
  context: Context,
  outcome: Outcome,
  after: After,
  queued: readonly QueuedCard[] = [],
): Promise<void> {
  const { act, file, posting, person, now } = context;
  if (after.changes.length > 0) await store.apply(after.changes);
  const chat = outcome.language && person ? await store.findChat(person.id) : null;
  if (chat && outcome.language) await store.saveChat({ ...chat, language: outcome.language });
  if (outcome.channel) await store.saveChannel(outcome.channel);
  const follows = file && after.file ? whatFollows({ before: file, after: after.file, now }) : NOTHING;
  const due = [...(outcome.due ?? []), ...follows.due];
  if (due.length > 0) await store.plan(due);
  const cards = cardsToSend(file?.postings ?? (posting ? [posting] : []), after.changes);
  const effects = withoutRepeats([...(outcome.effects ?? []), ...follows.effects, ...cards]);
  const wanted = effects
    .map((effect) => ({ ...effect, waitedFor: isWaitedFor(effect, act) && !isForAnother(effect, context, after) }))
    .filter((effect) => !isQueued(effect, queued));
  if (wanted.length > 0) await store.queue(wanted);
  if (act.kind === 'due') await store.endDue(act.key);
  if (!act.effect) return;
  const { id, kind, waitedFor, state, failures, cause = null, afterSeconds = 1 } = act.effect;
  await store.saveEffect(id, { state, failures, cause });
  if (state === 'WAITING') await store.requeue({ id, kind, waitedFor }, afterSeconds);
}

/** A press or a word, and what comes of an effect that somebody waited for: they go before reminders and redraws. */
const isWaitedFor = ({ kind }: NewEffect, act: Act): boolean =>
  !BACKGROUND_EFFECTS.includes(kind) && (isFromOutside(act) || act.effect?.waitedFor === true);

/** A colleague's card, or one in a channel, follows when there is room: nobody has pressed on it. */
function isForAnother({ kind, subjectId }: NewEffect, { act, file, posting }: Context, after: After): boolean {
  if (kind !== 'card' || !act.actor || subjectId === posting?.id) return false;
  const card = (after.file ?? file)?.postings.find(({ id }) => id === subjectId);
  return card !== undefined && card.personId !== act.actor.personId;
}

/** One that waits draws the card as it is by then: a hundred presses of a case with a hundred cards queue a hundred. */
const isQueued = ({ kind, subjectId, waitedFor }: NewEffect & { waitedFor: boolean }, queued: readonly QueuedCard[]) =>
  kind === 'card' && queued.some((one) => one.subjectId === subjectId && (one.waitedFor || !waitedFor));

const withoutRepeats = (effects: NewEffect[]): NewEffect[] =>
  effects.filter(
    (one, n) => effects.findIndex((same) => same.kind === one.kind && same.subjectId === one.subjectId) === n,
  );

/**
 * Who did what in which case, and how it ended: codes only. The tenant is the person's own, as the register has it; of
 * somebody who is not in the register only the tenant of the chat or channel is known.
 */
export const entryOf = ({ act, file, posting, person }: Context, outcome: Outcome): AuditEntry => ({
  tenantId: act.actor ? (person?.tenantId ?? act.at?.tenantId ?? null) : null,
  actorId: act.actor?.personId ?? null,
  act: act.kind === 'words' ? 'words' : act.name,
  caseId: file?.case.id ?? act.caseId ?? outcome.changes?.find((change) => change.in === 'case')?.id ?? null,
  subjectId: act.subjectId ?? posting?.id ?? null,
  // What could not be sent says why: the class of what the other side said.
  outcome: outcome.code === 'dead' ? (act.effect?.cause ?? 'dead') : outcome.code,
});
