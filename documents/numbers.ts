/** Whom to ring. An acute number that nobody has checked is not here: it is a line by hand, or nothing. */

import { capital } from '../cards/texts/capital.ts';
import type { Paper } from './paper.ts';
import { fill, textsFor } from './texts/texts.ts';

/** Room to write a number that is not known. */
export const BLANK = '____________________';

/** A name with its number, or alone. */
export const withNumber = (label: string, number: string | null): string => (number ? `${label}: ${number}` : label);

/** `blank`: what stands for a number that there is none of; null: then it is left out. */
export function acuteNumbers(paper: Pick<Paper, 'numbers' | 'youth' | 'language'>, blank: string | null): string[] {
  const { numbers } = paper;
  const { plan: words } = textsFor(paper);
  const line = (label: string, number: string | null): string[] =>
    number || blank ? [`${label}: ${number ?? blank}`] : [];
  return [
    words.sos,
    ...line(words.nightDuty, numbers.nightDuty),
    // It sees nobody who is of age.
    ...(paper.youth ? [] : line(words.bup, numbers.bup)),
    words.advice,
    ...numbers.more.map(({ who, number }) => `${words[`acute.${who}`]}: ${number}`),
  ];
}

/** "skolkurator, Elevhälsan, 0521-12 34 56"; null: there is no number, a line to fill in by hand. */
export const callerInText = ({ convener: { role, unit, phone } }: Pick<Paper, 'convener'>): string | null =>
  phone && [role, unit, phone].filter(Boolean).join(', ');
/** The same as a line begins. */
export const callerOf = (paper: Pick<Paper, 'convener'>): string | null => {
  const caller = callerInText(paper);
  return caller && capital(caller);
};

/** On a child's own papers; nothing where nobody has checked the number. */
export const brisLine = (paper: Pick<Paper, 'numbers' | 'youth' | 'language'>): string[] =>
  paper.numbers.more
    .filter(({ who }) => who === 'BRIS')
    .map(({ number }) => fill(textsFor(paper).common.bris, { phone: number }));

/** Names with their numbers, a line each; `null` has none, and is left out. */
export const numberLines = (lines: readonly (readonly [label: string, number: string | null])[]): string[] =>
  lines.flatMap(([label, number]) => (number ? [`${label}: ${number}`] : []));
