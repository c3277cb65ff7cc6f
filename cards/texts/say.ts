/** Every word that people read, by key and language. Texts are ICU messages. */
import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../../domain/codes.ts';
import en from './en.json' with { type: 'json' };
import sv from './sv.json' with { type: 'json' };

const TEXTS: Record<Language, Map<string, string>> = {
  sv: new Map(Object.entries(sv)),
  en: new Map(Object.entries(en)),
};
const LOCALES: Record<Language, string> = { sv: 'sv-SE', en: 'en-GB' };
/**
 * A language, and whether it speaks of somebody who is of age: then a text `x.youth`, where there is one, stands for
 * `x`.
 */
export type Voice = Language | `${Language}-youth`;

type Key = keyof typeof sv;
/** What can be said. A text `x.youth` beside `x` is the voice's to choose, and nobody asks for it. */
export type TextKey = Exclude<Key, `${Key}.youth`>;

const isYouthText = (key: string): boolean => key.endsWith('.youth') && TEXTS.sv.has(key.slice(0, -'.youth'.length));

/** For keys out of rows: an older program may have had others. */
export const isTextKey = (key: string): key is TextKey => TEXTS.sv.has(key) && !isYouthText(key);

/** For keys out of templates. Throws when there is none: a fault in the program, found by the tests. */
export function textKey(key: string): TextKey {
  if (!isTextKey(key)) throw new Error(`no text ${key}`);
  return key;
}

export const voiceOf = (language: Language, youth: boolean): Voice => (youth ? `${language}-youth` : language);
export const languageOf = (voice: Voice): Language => (voice.startsWith('en') ? 'en' : 'sv');

const compiled = new Map<string, IntlMessageFormat>();
/** Texts that were said without values: the same every time. */
const plain = new Map<string, string>();

/** Throws when a value of the message is missing: a fault in the program, found by the tests. */
export function say(voice: Voice, key: TextKey, values?: Record<string, string | number>): string {
  const id = `${voice}:${key}`;
  const before = values ? undefined : plain.get(id);
  if (before !== undefined) return before;
  const said = String(messageOf(id, voice, key).format(values ?? {}));
  if (!values) plain.set(id, said);
  return said;
}

function messageOf(id: string, voice: Voice, key: TextKey): IntlMessageFormat {
  const known = compiled.get(id);
  if (known) return known;
  const language = languageOf(voice);
  const text = (voice === language ? undefined : TEXTS[language].get(`${key}.youth`)) ?? TEXTS[language].get(key);
  if (text === undefined) throw new Error(`no text ${key} in ${language}`);
  const message = new IntlMessageFormat(text, LOCALES[language], undefined, { ignoreTag: true });
  compiled.set(id, message);
  return message;
}
