/** The words of the printed papers, in both languages, with the same keys (`test/documents/texts.test.ts`). */
import type { Language } from '../../domain/codes.ts';
import en from './en.json' with { type: 'json' };
import sv from './sv.json' with { type: 'json' };

export type Texts = typeof sv;

const ofYouth = <T extends object>(words: T): T =>
  Object.fromEntries(Object.entries(words).map(([key, text]) => [key, words[`${key}.youth` as keyof T] ?? text])) as T;
const allOfYouth = (texts: Texts): Texts =>
  Object.fromEntries(Object.entries(texts).map(([sheet, words]) => [sheet, ofYouth(words)])) as Texts;

const TEXTS: Record<Language, Texts> = { sv, en };
const TEXTS_OF_YOUTH: Record<Language, Texts> = { sv: allOfYouth(sv), en: allOfYouth(en) };

/** As on the cards: where a text `x.youth` stands beside `x`, a paper about somebody of age says it. */
export const textsFor = ({ language, youth }: { language: Language; youth: boolean }): Texts =>
  (youth ? TEXTS_OF_YOUTH : TEXTS)[language];

/** "{word}" and the like, filled in. */
export const fill = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
