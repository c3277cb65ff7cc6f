/** What somebody may do in a while: counted with the act, and what happens to an act that is too much. */
import { addedBy, hasRoom, type Levels, type PersonLimit, type PersonLimits } from '../../domain/limits.ts';
import type { Store } from '../../domain/ports.ts';
import type { Act, Context, Outcome, Step } from '../act.ts';
import type { Log } from '../log/log.ts';
import { tooMuch } from '../steps.ts';
import type { After } from './card-after.ts';
import { entryOf, storeOutcome } from './store-outcome.ts';

/** What the program does by itself has no actor and is not counted. */
const ownLimit = ({ kind }: Act): 'presses' | 'words' => (kind === 'words' ? 'words' : 'presses');

/** How full the person's limits were before this act, which is counted; null for the program's own. */
export const countAct = async (store: Store, act: Act, limits: PersonLimits): Promise<Levels | null> =>
  act.actor ? store.pace(act.actor.personId, { [ownLimit(act)]: 1 }, limits) : null;

/** The limit that leaves no room for this act at all. */
export const limitBefore = (act: Act, levels: Levels | null, limits: PersonLimits): PersonLimit | null =>
  levels && !hasRoom(levels[ownLimit(act)], limits[ownLimit(act)]) ? ownLimit(act) : null;

/** The limit that leaves no room for what the act would do. Where there is room, what it does is counted. */
export function limitAfter(
  store: Store,
  { actor }: Act,
  levels: Levels | null,
  { changes }: After,
  limits: PersonLimits,
): PersonLimit | null {
  if (!actor || !levels) return null;
  const added = addedBy(changes);
  const full = (['cases', 'posts'] as const).find((name) => added[name] > 0 && !hasRoom(levels[name], limits[name]));
  if (!full && added.cases + added.posts > 0) store.addToPace(actor.personId, added, limits);
  return full ?? null;
}

/**
 * Changes nothing, turns nothing, is not remembered, and what was filled in stays. Once a minute it is said where words
 * were typed, and stands in audit and log: what comes in crowds must not fill them.
 */
export async function refuseTooMuch(context: Context, step: Step, limit: PersonLimit, log: Log): Promise<Outcome> {
  const { act, file, posting, store } = context;
  const said = await tooMuch[limit].run(context);
  if (await store.mayBeTold(act.actor?.personId ?? '')) {
    log.warn('limit.reached', { limit });
    await storeOutcome(store, context, said, { changes: said.changes ?? [], file, posting });
    await store.audit(entryOf(context, said));
  }
  const { inputsOn, during } = step;
  const isStillThere = file && posting?.kind === 'CASE' && (during?.includes(file.case.status) ?? true);
  return inputsOn && isStillThere ? { ...said, glimpse: inputsOn } : said;
}

/** Pressed again later it is the same press: whether its card has become old meanwhile is seen then. */
export const asPressed = <P extends { turn: string }>(posting: P | null, { turn }: Act): P | null =>
  posting && turn !== null ? { ...posting, turn } : posting;
