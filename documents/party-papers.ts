/** The kallelse on paper: for who is called, and for who is invited. */
import type { Content } from 'pdfmake/interfaces.js';
import { placeLine } from '../domain/calendar-place.ts';
import { dense, factOrLine, field, fields, HALF, heading, lead, plain, title, together } from './layout.ts';
import { bothOf, lateLine, placeOf, type Told } from './meeting-lines.ts';
import { BLANK } from './numbers.ts';
import type { Paper } from './paper.ts';
import { fill, textsFor } from './texts/texts.ts';

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
