/**
 * The words of the printed papers. Swedish only: what a family gets in another language is translated by somebody who
 * knows it.
 */
import sv from './sv.json' with { type: 'json' };

export const texts = sv;

const ofYouth = <T extends object>(words: T): T =>
  Object.fromEntries(Object.entries(words).map(([key, text]) => [key, words[`${key}.youth` as keyof T] ?? text])) as T;
const textsOfYouth = Object.fromEntries(
  Object.entries(sv).map(([sheet, words]) => [sheet, ofYouth(words)]),
) as typeof sv;

/** As on the cards: where a text `x.youth` stands beside `x`, a paper about somebody of age says it. */
export const textsFor = ({ youth }: { youth: boolean }): typeof sv => (youth ? textsOfYouth : sv);

/** "{word}" and the like, filled in. */
export const fill = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
