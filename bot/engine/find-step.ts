import type { Language } from '../../domain/codes.ts';
import { findIn } from '../../domain/names.ts';
import { hasPersonnummer } from '../../domain/words/personnummer.ts';
import type { Act, Step } from '../act.ts';
import { otherWords, personnummerTyped, steps, words } from '../steps.ts';

/** An act whose name nobody knows (an old card, an ended effect) changes nothing. */
const nothing: Step = { readsOnly: true, run: () => ({ code: 'unknown' }) };

/** `language` is that of the typed word. */
export type Found = { step: Step; language?: Language };

export function findStep(act: Act): Found {
  if (act.kind !== 'words') {
    return { step: findIn(steps[act.kind], act.name) ?? nothing };
  }
  if (hasPersonnummer(act.name)) return { step: personnummerTyped };
  const said = bare(act.name);
  const found = words.find(({ pattern }) => pattern.test(said));
  return found ?? { step: otherWords };
}

/** From its first letter to its last, without a mention before it: people quote, and end sentences. */
const bare = (typed: string): string =>
  /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/su.exec(typed.replace(/^\s*@\S+\s/, ''))?.[0] ?? '';
