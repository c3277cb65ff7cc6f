/**
 * The words of the printed papers. Swedish only: what a family gets in another language is translated by somebody who
 * knows it.
 */
import sv from './sv.json' with { type: 'json' };

export const texts = sv;

/** "{word}" and the like, filled in. */
export const fill = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
