import type { Content } from 'pdfmake/interfaces.js';
import { bullets, heading, lead, plain, title, together } from './layout.ts';
import type { Paper, ScriptLine } from './paper.ts';
import { fill, type Texts, textsFor } from './texts/texts.ts';

/** Large enough to read while looking up. */
const spoken = ({ when, words }: ScriptLine): Content =>
  together(...(when ? [plain(when)] : []), { text: words, style: 'spoken' });

const READ_MORE = ['HANDBOOK', 'ROUTINE', 'FORMS'] as const;
const readMore = (words: Texts['chairScript'], links: Paper['links']): Content[] => {
  const lines = READ_MORE.flatMap((link) => (links[link] ? [`${words[`link.${link}`]}: ${links[link]}`] : []));
  return lines.length > 0 ? [together(heading(words.readMore), bullets(lines))] : [];
};

/** What the chair says, for whoever leads the meeting without the cards: no word of the family's stands on it. */
export function chairScript(paper: Pick<Paper, 'script' | 'language' | 'youth' | 'links'>): Content[] {
  const words = textsFor(paper).chairScript;
  const { parts, always } = paper.script;
  const under = (label: string, [first, ...rest]: readonly ScriptLine[]): Content[] =>
    first ? [together(heading(label), spoken(first)), ...rest.map(spoken)] : [];
  return [
    title(words.title),
    lead(words.lead),
    ...parts.flatMap(({ part, minutes, lines }, index) =>
      under(fill(words.part, { n: String(index + 1), part, minutes }), lines),
    ),
    ...under(words.always, always),
    ...readMore(words, paper.links),
  ];
}
