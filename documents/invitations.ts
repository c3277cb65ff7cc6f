import type { Content } from 'pdfmake/interfaces.js';
import { placeLine } from '../domain/calendar-place.ts';
import {
  beside,
  bullets,
  codeBeside,
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
import type { Paper } from './paper.ts';
import { fill, textsFor } from './texts/texts.ts';

const kindsOf = ({ called }: Paper): string[] => [...new Set(called.map(({ unit }) => unit))];

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
  long: string;
  oral: string;
  afar: string;
  join: string;
  noLink: string;
  linkLine: string;
};

/** Of who joins by the link: the way in beside where; where no link can stand here, who gives it. */
function whenAndWhere(paper: Paper, words: Way, afar: boolean): Content[] {
  const when = factOrLine(words.when, paper.when);
  const long: Told = [words.long, paper.length];
  if (!afar) return [when, bothOf([words.where, placeOf(paper, words.oral)], long)];
  if (!paper.joinUrl || !fitsCode(paper.joinUrl))
    return [
      when,
      bothOf([words.where, words.afar], long),
      plain(words.noLink),
      ...(paper.linkByHand ? [field(words.linkLine)] : []),
    ];
  return [when, codeBeside(paper.joinUrl, fact(words.where, words.afar), plain(words.join), factOrLine(...long, HALF))];
}

const whoOf = (label: string, lines: string[], width?: number): Content =>
  lines.length > 0 ? together(heading(label), bullets(lines)) : field(label, width);

/** A young person of age does not have a part of the meeting: they may be there the whole time. */
function childLine(paper: Paper): Told {
  const { youth, childPart, childJoins } = paper;
  const words = textsFor(paper).familyInvitation;
  return [words.child, childPart && !youth ? fill(words.childPart, childPart) : childJoins];
}

/** To the family it is always an invitation, never a summons. */
export const familyInvitation =
  ({ to, interpreter, afar }: Paper['homes'][number]) =>
  (paper: Paper): Content[] => {
    const words = textsFor(paper).familyInvitation;
    return [
      title(fill(words.title, { word: paper.word })),
      to ? plain(`${words.to} ${to}`) : field(words.to),
      lead(words.lead),
      ...whenAndWhere(paper, words, afar),
      bothOf(childLine(paper), [
        words.interpreter,
        interpreter === null ? null : interpreter ? words.interpreterYes : words.interpreterNo,
      ]),
      whoOf(words.who, kindsOf(paper)),
      bullets(words.lines),
      fact(words.contact, `${paper.convener.role}, ${paper.convener.unit}, ${paper.convener.phone}`),
    ];
  };

/** The child's own: large, few words, and that going out is fine. */
export function childInvitation(paper: Paper): Content[] {
  const words = textsFor(paper).childInvitation;
  return [
    title(words.title),
    large(words.lead),
    ...whenAndWhere(paper, words, paper.childAfar),
    ...(paper.childPart ? [large(fill(words.part, paper.childPart))] : []),
    field(words.meets),
    whoOf(words.who, kindsOf(paper)),
    ...words.lines.map(large),
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

function childAndSupport(paper: Paper): Content {
  const { childJoins, childPart, interpreter, support, when } = paper;
  const words = textsFor(paper).partySummons;
  const needs = [...(interpreter ? [words.interpreter] : []), ...support].join(', ');
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

/** For a party, by hand or in a secure message. Only who is called has a duty to come. */
const toParty =
  (duty: boolean) =>
  (paper: Paper): Content[] => {
    const words = textsFor(paper).partySummons;
    const { role, unit, phone } = paper.convener;
    return [
      title(fill(duty ? words.title : words.titleInvited, { word: paper.word })),
      lead(fill(duty ? words.lead : words.leadInvited, { role, unit })),
      ...aboutLines(paper),
      factOrLine(words.when, paper.when),
      bothOf(whereOf(paper), [words.answerBy, paper.answerBy]),
      childAndSupport(paper),
      field(words.question),
      namesOf(paper, false).length > 0
        ? beside(whoOf(words.called, namesOf(paper, true), HALF), whoOf(words.invited, namesOf(paper, false), HALF))
        : whoOf(words.called, namesOf(paper, true)),
      plain(paper.consentTo ? fill(words.consent, { on: paper.consentTo }) : words.consentBlank),
      bullets(
        [...(duty ? words.duty : words.noDuty), words.childFirst, ...words.lines].map((line) => fill(line, { phone })),
      ),
    ];
  };

export const partySummons = toParty(true);
export const partyInvitation = toParty(false);
