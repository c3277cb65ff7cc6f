import type { Content } from 'pdfmake/interfaces.js';
import {
  beside,
  bullets,
  codeBeside,
  dense,
  fact,
  factOrLine,
  field,
  fitsCode,
  HALF,
  heading,
  large,
  lead,
  plain,
  title,
  together,
} from './layout.ts';
import { bothOf, lateLine, placeOf, type Told } from './meeting-lines.ts';
import { callerOf } from './numbers.ts';
import type { Paper } from './paper.ts';
import { capital, fill, textsFor } from './texts/texts.ts';

/** Those who come, the one who calls first: by name of unit, never of a person. */
function comersOf(paper: Paper): string[] {
  const { called, convener } = paper;
  const { common } = textsFor(paper);
  const own = fill(common.convenes, { unit: convener.unit, role: convener.role });
  return [own, ...new Set(called.map(({ unit }) => unit).filter((unit) => unit !== convener.unit))];
}

type Way = {
  when: string;
  where: string;
  long?: string;
  oral: string;
  afar: string;
  join: string;
  noLink: string;
  linkLine: string;
};

/** Of who joins by the link: the way in beside where; where no link can stand here, who gives it. */
function whenAndWhere(paper: Paper, words: Way, afar: boolean, when = paper.when): Content[] {
  const at = factOrLine(words.when, when);
  const long = words.long ? factOrLine(words.long, paper.length, HALF) : null;
  const where = (value: string | null) =>
    long ? beside(factOrLine(words.where, value, HALF), long) : factOrLine(words.where, value);
  if (!afar) return [at, where(placeOf(paper, words.oral))];
  if (!paper.joinUrl || !fitsCode(paper.joinUrl))
    return [at, where(words.afar), plain(words.noLink), ...(paper.linkByHand ? [field(words.linkLine)] : [])];
  return [at, codeBeside(paper.joinUrl, fact(words.where, words.afar), plain(words.join))];
}

const whoOf = (label: string, lines: string[], width?: number): Content =>
  lines.length > 0 ? together(heading(label), dense(lines)) : field(label, width);

/** A young person of age does not have a part of the meeting: they may be there the whole time. */
function childLine(paper: Paper): Told {
  const { youth, childPart, childJoins } = paper;
  const words = textsFor(paper).familyInvitation;
  return [words.child, childPart && !youth ? fill(words.childPart, childPart) : childJoins];
}

/** What a home has said of an interpreter; one that is wanted is not promised. */
function interpreterLine(paper: Paper, interpreter: Paper['homes'][number]['interpreter']): Told {
  const words = textsFor(paper).familyInvitation;
  const said = { BOOKED: words.interpreterYes, WANTED: words.interpreterWanted, NONE: words.interpreterNo };
  return [words.interpreter, interpreter && said[interpreter]];
}

/** To the family it is always an invitation, never a summons. */
export const familyInvitation =
  ({ to, interpreter, afar }: Paper['homes'][number]) =>
  (paper: Paper): Content[] => {
    const { familyInvitation: words, common } = textsFor(paper);
    return [
      title(fill(words.title, { word: paper.word })),
      to ? plain(`${words.to} ${to}`) : field(words.to),
      lead(words.lead),
      ...whenAndWhere(paper, words, afar),
      bothOf(childLine(paper), interpreterLine(paper, interpreter)),
      paper.onPaperOnly ? field(words.who) : whoOf(words.who, comersOf(paper)),
      dense([...words.lines, ...lateLine(paper)]),
      bothOf([common.leads, null], [words.contact, callerOf(paper)]),
    ];
  };

/** By what they do for the child, not by what they are called: "Någon från skolan". */
function grownUpsOf(paper: Paper): string[] {
  const words = textsFor(paper).childInvitation;
  const kinds = [paper.convener.kind, ...paper.called.map(({ kind }) => kind)];
  return [...new Set(kinds.map((kind) => words[`from.${kind ?? 'OTHER_AGENCY'}`]))];
}

/** The child's own: large, few words, its own time, and that going out is fine. */
export function childInvitation(paper: Paper): Content[] {
  const { childInvitation: words } = textsFor(paper);
  const { childWhen, when, convener } = paper;
  return [
    title(words.title),
    large(words.lead),
    ...whenAndWhere(paper, words, paper.childAfar, childWhen ?? when),
    ...(childWhen ? [plain(words.longer)] : []),
    field(words.meets),
    paper.onPaperOnly ? field(words.who) : whoOf(words.who, grownUpsOf(paper)),
    bullets(words.lines, 16),
    factOrLine(words.contact, convener.phone && capital(`${convener.role}, ${convener.phone}`)),
  ];
}
