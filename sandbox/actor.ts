import { join } from 'node:path';
import { z } from 'zod';
import type { Act } from '../bot/act.ts';
import type { Person } from '../domain/rows/register.ts';
import { openStoredJson } from './stored-json.ts';

export type Actor = {
  /** The one at the keyboard of the Playground. */
  readonly atKeyboard: Person;
  /** Who acts in the channel from now on. */
  current(): Person;
  /** False when nobody in the register has the id. */
  choose(id: string): boolean;
  startOver(): void;
};

/**
 * "Du är: …": the Playground knows one user, so the sandbox says who presses a button in the channel. Kept in
 * `actor.json`.
 */
export function openActor(folder: string, people: readonly Person[], atKeyboard: Person): Actor {
  const stored = openStoredJson(join(folder, 'actor.json'), z.object({ id: z.string() }), { id: atKeyboard.id });
  const find = (id: string) => people.find((person) => person.id === id);
  return {
    atKeyboard,
    current: () => find(stored.value.id) ?? atKeyboard,
    choose(id) {
      const known = find(id) !== undefined;
      if (known) stored.save({ id });
      return known;
    },
    startOver: () => stored.save({ id: atKeyboard.id }),
  };
}

/**
 * The Playground's ways, put right: what the one at the keyboard does in a channel counts as done by the chosen one; in
 * their own chat they are always themselves.
 */
export function actAs(actor: Actor): (act: Act) => Act {
  return (act) => {
    // Whoever has a window of their own is themselves in it; the channel stands in none of those.
    if (act.actor?.personId !== actor.atKeyboard.id) return act;
    // The Playground is installed anew at each load of its page, and has then lost its channel's messages too.
    if (act.name === 'installed') return { ...act, data: { channelsToo: true } };
    if (act.at?.personal !== false) return act;
    return { ...act, actor: { personId: actor.current().id } };
  };
}
