import type { Content } from 'pdfmake/interfaces.js';
import { capital } from '../cards/texts/capital.ts';
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
  lead,
  plain,
  title,
  together,
} from './layout.ts';
import { bothOf, lateLine, placeOf, type Told } from './meeting-lines.ts';
import { brisLine, callerOf } from './numbers.ts';
import type { Paper } from './paper.ts';
import { fill, textsFor } from './texts/texts.ts';

/** Those who come, the one who calls first: by name of unit, never of a person. */
function comersOf(paper: Paper): string[] {
  const { called, convener } = paper;
  const { common } = textsFor(paper);
  const who = convener.role ? `${convener.unit} (${convener.role})` : convener.unit;
  const own = fill(common.convenes, { who });
  return [own, ...new Set(called.map(({ unit }) => unit).filter((unit) => unit !== convener.unit))];
}

/** More of them stand in a row: an invitation is one page. */
const EACH_ON_A_LINE = 6;

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

/** `also`: what is said of the list. */
function whoOf(label: string, lines: string[], also: string[]): Content {
  if (lines.length === 0) return field(label);
  const list = lines.length > EACH_ON_A_LINE ? plain(lines.join(' · ')) : dense(lines);
  return together(heading(label), list, ...(also.length > 0 ? [plain(also.join(' '))] : []));
}

/** Whoever alone decides who is called is told nothing of it, and nobody is told to ask where they must not know. */
function aboutTheList(paper: Paper): string[] {
  const { familyInvitation: words } = textsFor(paper);
  if (paper.youth) return [];
  return [words.reasons, ...(paper.mayNameFamily ? [words.more] : [])];
}

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
      ...(paper.childLeaves && !paper.youth ? [plain(fill(words.after, { to: paper.childLeaves }))] : []),
      paper.onPaperOnly ? field(words.who) : whoOf(words.who, comersOf(paper), aboutTheList(paper)),
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

/** Its parents, where that may be said; and from the age at which a child ticks who may come, that a list says no more. */
function aboutGrownUps(paper: Paper): string[] {
  const { childInvitation: words, familyInvitation } = textsFor(paper);
  const guardians = paper.guardians.length > 1 ? words.guardians : words.guardian;
  return [...(paper.mayNameFamily ? [guardians] : []), ...(paper.mayOwnSign ? [familyInvitation.reasons] : [])];
}

/** The child's own: few words, its own time, that it decides whether it comes, and that going out is fine. */
export function childInvitation(paper: Paper): Content[] {
  const { childInvitation: words } = textsFor(paper);
  const { childWhen, when, convener, childLeaves, childAfar } = paper;
  // A way in from afar takes the room of large type.
  const fontSize = childAfar ? 12 : 14;
  return [
    title(words.title),
    lead(words.lead),
    bullets([paper.childStaysAway ? words.staysAway : words.comes, ...words.lines], fontSize),
    ...whenAndWhere(paper, words, childAfar, childWhen ?? when),
    ...(childLeaves ? [plain(fill(words.after, { to: childLeaves }))] : []),
    paper.onPaperOnly ? field(words.who) : whoOf(words.who, grownUpsOf(paper), aboutGrownUps(paper)),
    bothOf(
      [childAfar ? words.meetsAfar : words.meets, null],
      [words.contact, convener.phone && capital([convener.role, convener.phone].filter(Boolean).join(', '))],
    ),
    ...brisLine(paper).map(plain),
  ];
}
