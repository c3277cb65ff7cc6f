import type { Content } from 'pdfmake/interfaces.js';
import { placeLine } from '../domain/calendar-place.ts';
import {
  beside,
  bullets,
  codeBeside,
  dense,
  fact,
  factOrLine,
  field,
  fields,
  fitsCode,
  HALF,
  heading,
  large,
  lead,
  plain,
  title,
  together,
} from './layout.ts';
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

/** A number for the day itself, where the register has one. */
const lateLine = (paper: Paper): string[] => {
  const { late } = paper.convener;
  return late ? [fill(textsFor(paper).common.late, { phone: late })] : [];
};

type Told = [label: string, value: string | null];
const bothOf = (left: Told, right: Told): Content => beside(factOrLine(...left, HALF), factOrLine(...right, HALF));

/**
 * Told by word of mouth where there is a time and no place; a line by hand where it is another, or neither is known.
 */
const placeOf = ({ when, place, placeByHand }: Paper, oral: string): string | null =>
  place ?? (when && !placeByHand ? oral : null);

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

/** Whom it is about is filled in by hand, and only where the family lets the parties prepare. */
function aboutLines(paper: Paper): Content[] {
  const { about } = paper;
  const { partySummons: words, common } = textsFor(paper);
  if (about === 'AT_MEETING') return [plain(words.aboutAtMeeting)];
  const label = about === 'BY_HAND' ? words.about : words.aboutIfConsented;
  return [together(heading(label), fields(common.name, common.personnummer))];
}

const namesOf = ({ called }: Paper, duty: boolean): string[] =>
  called.filter((one) => one.duty === duty).map((one) => (one.role ? `${one.unit}, ${one.role}` : one.unit));

/** Those who are called, after the one who calls; with nobody called it is filled in by hand. */
const calledOf = (paper: Paper): string[] => {
  const { called, convener } = paper;
  const own = fill(textsFor(paper).partySummons.convenes, { unit: convener.unit });
  return called.length > 0 ? [own, ...namesOf(paper, true)] : [];
};

function childAndSupport(paper: Paper): Content {
  const { childJoins, childPart, interpreter, support, when } = paper;
  const words = textsFor(paper).partySummons;
  const interpreted = { BOOKED: [words.interpreter], WANTED: [words.interpreterWanted], NONE: [] }[interpreter];
  const needs = [...interpreted, ...support].join(', ');
  return bothOf(
    [words.child, childPart ? fill(words.childPart, childPart) : childJoins],
    [words.support, needs || (when ? words.noSupport : null)],
  );
}

/** No link stands on a party's paper: theirs is in Outlook. */
function whereOf(paper: Paper): Told {
  const { where, whereAfar, afar, oral } = textsFor(paper).partySummons;
  const room = placeOf(paper, oral);
  if (paper.how === 'IN_ROOM') return [where, room];
  return [whereAfar, paper.how === 'ONLINE' ? afar : room && placeLine(room, afar)];
}

/** Room to write a number that is not known. */
const BLANK = '____________________';

/** On paper only nothing is answered in a calendar. */
function partyLines(paper: Paper, duty: boolean): string[] {
  const { partySummons: words } = textsFor(paper);
  const come = paper.hasDuty ? words.mustCome : words.mayCome;
  return [
    ...(duty ? [come, ...words.duty] : words.noDuty),
    words.childFirst,
    words.prepare,
    fill(paper.onPaperOnly ? words.answerByPhone : words.answer, { phone: paper.convener.phone ?? BLANK }),
    ...lateLine(paper),
  ];
}

/** Many may be called: the list goes on over the page. */
const who = (called: string, calledOnes: string[], invited: string, invitedOnes: string[], leads: string): Content => ({
  columns: [
    { stack: [heading(called), calledOnes.length > 0 ? dense(calledOnes) : field('', HALF)] },
    { stack: [...(invitedOnes.length > 0 ? [heading(invited), dense(invitedOnes)] : []), field(leads, HALF)] },
  ],
  columnGap: 27,
});

/** For a party, by hand or in a secure message. Only who is called has a duty to come, as long as the agreement holds. */
const toParty =
  (duty: boolean) =>
  (paper: Paper): Content[] => {
    const { partySummons: words, common } = textsFor(paper);
    const { role, unit } = paper.convener;
    return [
      title(fill(duty ? words.title : words.titleInvited, { word: paper.word })),
      lead(fill(duty ? words.lead : words.leadInvited, { role, unit })),
      ...aboutLines(paper),
      factOrLine(words.when, paper.when),
      bothOf(whereOf(paper), [words.answerBy, paper.answerBy]),
      childAndSupport(paper),
      field(words.question),
      who(words.called, calledOf(paper), words.invited, namesOf(paper, false), common.leads),
      plain(paper.consentTo ? fill(words.consent, { on: paper.consentTo }) : words.consentBlank),
      dense(partyLines(paper, duty)),
    ];
  };

export const partySummons = toParty(true);
export const partyInvitation = toParty(false);
